"""What `styrk evidence --json` prints."""

import json
from datetime import date

import pytest

from styrk.overview.forskriftskart.queries import UnknownUnit, evidence_report
from styrk.regulation.letters import LETTERS


def test_the_report_has_the_agreed_shape(world, now):
    report = json.loads(json.dumps(evidence_report("f.med.1.a", now=now)))

    assert (report["unit"], report["date"]) == ("f.med.1.a", "2026-11-16")
    assert [one["letter"] for one in report["letters"]] == [*LETTERS, "3", "5"]
    for one in report["letters"]:
        assert list(one) == ["letter", "status", "rule", "explanation", "data", "judgement"]
        assert one["status"] in {"shown", "partly", "not_shown", "unknown"}
        assert one["explanation"]
        for datum in one["data"]:
            assert list(datum) == ["what", "value", "date", "url"]


def test_it_tells_of_the_unit_asked_for(world, now, report):
    report(world.people["nurse"], world.ward)

    received = {
        code: next(
            datum["value"]
            for one in evidence_report(code, now=now)["letters"]
            for datum in one["data"]
            if datum["what"] == "Meldinger siste tolv måneder"
        )
        for code in ("f.med.1.a", "f.med.1.b", "f")
    }

    assert received == {"f.med.1.a": 1, "f.med.1.b": 0, "f": 1}


def test_without_a_code_it_is_the_topmost_unit_first_by_code(world, now):
    assert evidence_report(None, now=now)["unit"] == "k"


def test_without_units_every_letter_is_unknown(db, now):
    report = evidence_report(None, now=now)

    assert report["unit"] is None
    assert {one["status"] for one in report["letters"]} == {"unknown"}
    assert len(report["letters"]) == 23


def test_an_unknown_code_is_refused(world, now):
    with pytest.raises(UnknownUnit):
        evidence_report("finnes-ikke", now=now)


def test_another_day_is_answered_as_far_as_it_is_known(world, now):
    report = evidence_report("f", date(2026, 1, 1), now=now)

    statuses = {one["letter"]: one["status"] for one in report["letters"]}
    assert report["date"] == "2026-01-01"
    assert (statuses["6a"], statuses["6g"]) == ("not_shown", "unknown")
