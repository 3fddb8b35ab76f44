"""What is proposed for a case: by the words of the codes, and by cases like it."""

import pytest

from styrk.classification import queries
from styrk.classification.proposals import by_words, proposed
from styrk.incidents import queries as incidents
from styrk.incidents.recurrence.languages import language


def found(text, *titles):
    return [one and one[1] for one in by_words(text, titles, language())]


def test_a_code_whose_words_stand_in_the_report_in_another_form():
    assert found("Pasienten har falt fra sengen.", "Fall fra seng", "Bemanning") == [
        ("seng",),
        None,
    ] or found("Pasienten fikk et fall fra sengen.", "Fall fra seng", "Bemanning") == [
        ("fall", "seng"),
        None,
    ]


def test_a_longer_word_that_the_codes_word_begins_and_the_other_way():
    assert found("Det ble en legemiddelfeil.", "Legemiddel") == [("legemiddel",)]
    assert found("Feil legemiddel.", "Legemiddelhåndtering") == [("legemiddelhåndtering",)]
    assert found("En dør var låst.", "Dørlås") == [None], "a short word begins too many"


def test_less_than_half_of_what_a_code_tells_is_too_little():
    assert found("Gulvet var vått.", "Gulv eller trapp med løst rekkverk") == [None]


@pytest.mark.django_db
def test_the_words_and_the_cases_like_it_are_said(scheme, case, coded, ward_leader, as_person):
    used = scheme()
    for _n in range(2):
        coded(case(), "1.1")
    other = case("En pasient falt i korridoren da gulvet var vått.")

    with as_person(ward_leader):
        told = proposed(incidents.incident(other.uuid), queries.axes_of([used]))

    said = {one.code.code: (one.words, one.like) for one in told}
    assert said["1.1"][1] == 2
    assert said["2.2"] == (("korridor",), 0)
    assert "1.2" not in said


@pytest.mark.django_db
def test_what_was_set_on_a_case_out_of_sight_is_not_proposed(
    scheme, case, coded, report, other_leader, nurse, world, as_person
):
    used = scheme()
    coded(case(), "1.2")
    elsewhere = report(nurse, world.other_ward)
    with as_person(other_leader):
        found = incidents.incident(elsewhere.uuid)
        told = proposed(found, queries.axes_of([used])) if found else []
    assert "1.2" not in {one.code.code for one in told}
