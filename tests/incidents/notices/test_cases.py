"""Each rule on each side of its trigger and its deadline, told as data in cases.toml."""

import tomllib
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from styrk.incidents.notices import assess, duties
from styrk.incidents.notices.events import read_event

CASES = tomllib.loads((Path(__file__).parent / "cases.toml").read_text())["case"]


def judged(case):
    event = {
        "id": "1",
        "occurred_at": case["at"],
        "known_at": case.get("known"),
        "organisation": case.get("organisation", "hf"),
        "facts": case.get("facts", {}),
    }
    return {one.duty.code: one for one in assess(read_event(event))}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["says"])
def test_a_case(case):
    found = judged(case)

    for code, deadlines in case.get("gives", {}).items():
        assert found[code].applies, f"{code} does not apply: {found[code].reasons}"
        dated = [one for one in found[code].notices if one.deadline]
        assert [one.deadline.isoformat() for one in dated] == deadlines, code
    assert [code for code in case.get("not", []) if found[code].applies] == []
    for code, recipients in case.get("to", {}).items():
        assert list(found[code].notices[0].recipients) == recipients, code
    for code, copies in case.get("copies", {}).items():
        assert list(found[code].notices[-1].copies) == copies, code
    for code, words in case.get("clock", {}).items():
        assert words in found[code].notices[-1].clock


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["says"])
def test_a_deadline_is_kept_to_its_last_second(case):
    for one in judged(case).values():
        for notice in one.notices:
            if notice.deadline:
                assert not notice.late(notice.deadline)
                assert notice.late(notice.deadline + timedelta(seconds=1))
            else:
                assert not notice.late(datetime.fromisoformat("2100-01-01T00:00:00Z"))


def test_every_rule_has_a_case_on_each_side():
    applies = {code for case in CASES for code in case.get("gives", {})}
    does_not = {code for case in CASES for code in case.get("not", [])}
    codes = {duty.code for duty in duties()}

    assert codes - applies == set()
    assert codes - does_not == set()


def test_every_dated_clock_has_a_case():
    dated = {
        step.clock
        for duty in duties()
        for step in duty.steps
        if step.clock.unit not in ("at_once", "months")
    }
    met = {
        notice.step.clock
        for case in CASES
        for one in judged(case).values()
        for notice in one.notices
        if notice.deadline
    }

    assert dated == met


def test_why_and_why_not_name_the_fact():
    found = judged({"at": "2026-09-01T12:00:00+02:00", "facts": {"harm_actual": "severe"}})
    first = {one.fact.name: one for one in found["V02"].reasons}

    assert (first["harm_actual"].asked, first["harm_actual"].found) == (
        "severe eller death",
        "severe",
    )
    assert first["harm_actual"].holds
    assert not first["unexpected_outcome"].holds
    assert first["unexpected_outcome"].fact.question.startswith("Var utfallet uventet")
    assert not found["V01"].in_force
    assert found["V02"].in_force
    assert not found["V02"].triggered


def test_a_duty_of_others_says_so():
    found = judged({"at": "2026-09-01T12:00:00+02:00", "organisation": "kommune"})

    assert not found["V32"].for_us
    assert found["V31"].for_us
