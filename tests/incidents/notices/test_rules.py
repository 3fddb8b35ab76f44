"""Every duty of the field's list is there, and each file is whole."""

import tomllib
from datetime import date

import pytest

from styrk.incidents.notices import duties, facts
from styrk.incidents.notices.conditions import WrongCondition, read_condition
from styrk.incidents.notices.duty import FOLDER, ORGANISATIONS

ALL = [f"V{number:02}" for number in range(1, 34)]
# What nobody has checked against the law's own words.
UNCHECKED = [
    "V05",
    "V09",
    "V11",
    "V12",
    "V14",
    "V16",
    "V17",
    "V19",
    "V20",
    "V24",
    "V25",
    "V26",
    "V27",
    "V28",
    "V29",
    "V30",
    "V31",
    "V32",
]
OF_A_PERSON = ["V12", "V16", "V21", "V22", "V23", "V30"]
KEYS = [
    "id",
    "title",
    "basis",
    "bound",
    "for",
    "dated_by",
    "valid_from",
    "verified",
    "source",
    "when",
    "step",
]


def test_every_duty_is_there():
    assert [duty.code for duty in duties()] == ALL


def test_what_is_not_checked_says_so():
    assert [duty.code for duty in duties() if not duty.verified] == UNCHECKED


def test_who_is_bound():
    persons = [duty.code for duty in duties() if {s.bound for s in duty.steps} == {"person"}]

    assert persons == OF_A_PERSON


@pytest.mark.parametrize("code", ALL)
def test_a_rule_is_whole(code):
    told = tomllib.loads((FOLDER / f"{code.lower()}.toml").read_text())
    duty = next(one for one in duties() if one.code == code)

    assert set(KEYS) - set(told) == set()
    assert set(told) - {*KEYS, "valid_to", "note", "follows", "identity"} == set()
    assert all(told[key] for key in ("title", "basis", "source", "when"))
    assert set(duty.organisations) <= set(ORGANISATIONS)
    assert duty.valid_from < (duty.valid_to or date.max)
    assert duty.questions
    for step in duty.steps:
        assert step.bound in ("organisation", "person")
        assert step.words.endswith(".")
        assert step.channel
        for organisation in duty.organisations:
            assert any(organisation in one.organisations for one in step.addressees)
        if step.clock.unit == "at_once":
            assert step.clock.number == 0


def test_every_fact_is_asked_for():
    asked = {fact.name for duty in duties() for fact in duty.questions}

    assert set(facts()) - asked == set()


def test_both_regimes_meet_on_the_first_of_july_2026():
    by = {duty.code: duty for duty in duties()}

    assert by["V01"].valid_to == date(2026, 6, 30)
    assert by["V02"].valid_from == date(2026, 7, 1)
    assert by["V01"].when_text == by["V02"].when_text == by["V03"].when_text


@pytest.mark.parametrize(
    "wrong",
    [
        "harm_actual",
        "nobody_knows",
        "blood and",
        "(blood",
        "blood vaccine",
        "blood; vaccine",
        "harm_actual >= enormous",
        "",
    ],
)
def test_a_condition_that_means_nothing_is_refused(wrong):
    with pytest.raises(WrongCondition):
        read_condition(wrong)
