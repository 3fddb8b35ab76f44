"""Every fact is asked for in one place, has words for its values, and is asked only where it matters."""

from datetime import UTC, datetime

import pytest

from styrk.incidents.notices import duties, facts
from styrk.organisation.models import Unit
from styrk.serious.evaluating import OPENLY, organisation_of
from styrk.serious.presenters import BODIES
from styrk.serious.questions import TICKED, VALUES, asked, left
from styrk.serious.reminders import marks
from styrk.serious.types import Told

AT = datetime(2026, 11, 15, 2, tzinfo=UTC)


def test_every_fact_has_one_place():
    places = [*OPENLY, *VALUES, *(one for _label, names in TICKED.values() for one in names)]

    assert sorted(places) == sorted(facts())
    assert {name: set(words) for name, words in VALUES.items()} == {
        name: set(fact.values) for name, fact in facts().items() if fact.values
    }


def test_every_recipient_has_a_name():
    codes = {
        code
        for duty in duties()
        for step in duty.steps
        for one in step.addressees
        for code in (*one.recipients, *one.copies)
    }

    assert codes - set(BODIES) == set()


def test_only_what_matters_is_asked():
    harmless = asked(Told(AT, AT, {"harm_actual": "none", "harm_to": ["patient"]}), "hf")
    grave = asked(Told(AT, AT, {"harm_actual": "death", "harm_to": ["patient"]}), "hf")

    assert set(OPENLY) <= grave
    assert not set(OPENLY) & harmless
    assert "municipal_task" not in grave
    assert "municipal_task" in asked(Told(AT, AT, {"outbreak": True}), "private")


def test_what_is_asked_for_the_first_time_is_left():
    told = Told(AT, AT, {"outbreak": True})
    assert "food_borne" in left(told, "hf")
    assert "food_borne" not in left(Told(AT, AT, {"outbreak": True, "food_borne": False}), "hf")


@pytest.mark.parametrize(
    ("level", "kind"),
    [
        ("Helseforetak", "hf"),
        ("Regionalt helseforetak", "rhf"),
        ("Kommune", "kommune"),
        ("Fylkeskommune", "fylkeskommune"),
        ("Privat sykehus", "private"),
    ],
)
def test_the_kind_of_organisation(level, kind):
    assert organisation_of(Unit(level=level)) == kind


def test_a_straks_duty_is_known_at_once_and_others_in_a_day():
    by = {duty.code: duty for duty in duties()}

    assert [one.code for one in duties() if any(step.urgent for step in one.steps)] == [
        *("V01", "V08", "V13", "V15", "V17", "V19", "V24", "V27", "V28", "V32")
    ]
    straks, other = by["V08"].steps[0], by["V05"].steps[0]
    assert [(at - AT).total_seconds() / 3600 for at in marks(straks, AT, None)] == [0, 1]
    assert [(at - AT).days for at in marks(other, AT, None)] == [1, 3]
