"""§ 6 c: laws are listed and followed, changes are seen, and the units know what holds there."""

from datetime import date, timedelta

import pytest

from styrk.core import clock
from styrk.organisation.models import Person
from styrk.requirements import commands
from styrk.requirements.models import Succession
from styrk.requirements.types import Received, Sentence
from tests.regulation.conftest import facts


@pytest.fixture
def law(now, ceo):
    """`law(code, text, year)`: an edition of a law that the trust's leader follows."""

    def law(code="lov/1", text="Alle skal prøve.", year=2024, owner=ceo, at=now):
        received = Received(
            code=code,
            kind="law",
            title=f"Lov {code}",
            label=str(year),
            dated=date(year, 1, 1),
            format="",
            sentences=(Sentence(ref="1", text=text, kind="standing"),),
        )
        return commands.receive_edition(received=received, by=None, now=at, owner=owner).edition

    return law


@pytest.fixture
def place(now, ceo):
    def place(edition, *units, days=28):
        return commands.place_requirement(
            requirement=edition.requirements.get(),
            units=units,
            answer_due=clock.after(now, days=days),
            by=ceo,
            now=now,
        )

    return place


@pytest.fixture
def decline(now, ceo):
    def decline(placement):
        commands.decline_requirement(placement=placement, reason="Ikke her", by=ceo, now=now)

    return decline


@pytest.fixture
def tell(now, ceo):
    def tell(edition, unit, at=now):
        commands.make_known(
            edition=edition, unit=unit, roles=["leader"], text="Ny lov", by=ceo, now=at
        )

    return tell


def test_an_empty_register_shows_nothing(world, letters):
    assert letters(world.trust)["6c"].status == "not_shown"


def test_a_law_alone_shows_nothing(world, letters, law):
    law()

    assert letters(world.trust)["6c"].status == "not_shown"


def test_followed_answered_and_told_is_shown(world, letters, law, place, decline, tell):
    edition = law()
    decline(place(edition, world.clinic)[0])
    assert letters(world.trust)["6c"].status == "partly"
    tell(edition, world.trust)

    found = letters(world.trust)["6c"]
    assert found.status == "shown"
    assert facts(found) == [1, 1, 0, 1, 1, 0, 1]
    assert letters(world.clinic)["6c"].status == "shown", "what is told from above reaches below"
    assert facts(letters(world.other_clinic)["6c"]) == [1, 1, 0, 0, 0, 0, 1]


def test_late_answers_take_it_away(world, letters, law, place, decline, tell):
    edition = law()
    decline(place(edition, world.clinic)[0])
    place(edition, world.other_clinic, days=-1)
    tell(edition, world.trust)

    assert letters(world.trust)["6c"].status == "partly"
    assert letters(world.clinic)["6c"].status == "shown"


def test_laws_that_nobody_follows_take_it_away(world, letters, law, place, decline, tell):
    edition = law()
    decline(place(edition, world.clinic)[0])
    tell(edition, world.trust)
    law("lov/2", owner=None)

    assert letters(world.trust)["6c"].status == "partly"


def test_an_owner_who_has_left_follows_nothing(world, letters, law, now, ceo):
    law()
    Person.objects.filter(pk=ceo.pk).update(left_on=clock.day(now) - timedelta(days=1))

    assert facts(letters(world.trust)["6c"])[:2] == [1, 0]


def test_a_change_that_nobody_reviews_in_time_takes_it_away(
    world, letters, law, place, decline, tell, now, ceo
):
    edition = law(at=now - timedelta(days=60))
    decline(place(edition, world.clinic)[0])
    tell(edition, world.trust)
    law(text="Ingen må prøve.", year=2025, at=now - timedelta(days=29))
    assert letters(world.trust)["6c"].status == "partly"
    assert "ligget for lenge" in letters(world.trust)["6c"].explanation

    found = Succession.objects.get()
    commands.review_succession(succession=found, fate="same", new=found.new, by=ceo, now=now)

    assert letters(world.trust)["6c"].status == "shown"


def test_what_was_told_long_ago_is_forgotten(world, letters, law, tell, now):
    tell(law(), world.trust, at=now - timedelta(days=400))

    assert facts(letters(world.trust)["6c"])[-1] == 0


def test_a_neighbours_answers_are_theirs(world, letters, law, place, decline, tell):
    edition = law()
    decline(place(edition, world.their_trust)[0])
    tell(edition, world.their_trust)

    assert facts(letters(world.trust)["6c"]) == [1, 1, 0, 0, 0, 0, 0]


def test_a_unit_that_no_requirement_is_placed_at_lacks_no_answer(world, letters, law, place, tell):
    """To place and to tell is for the whole; a ward that got nothing is not red for that."""
    edition = law()
    place(edition, world.clinic, days=-1)

    ward, clinic = letters(world.other_ward)["6c"], letters(world.clinic)["6c"]
    assert (ward.status, clinic.status) == ("partly", "not_shown")
    assert "så enheten mangler ingen svar" in ward.explanation
    assert "Det gjør den som eier kilden, eller en leder over." in ward.explanation
    assert letters(world.their_trust)["6c"].status == "not_shown", "the whole is to place"
    tell(edition, world.trust)

    assert letters(world.other_ward)["6c"].status == "shown"
    assert letters(world.clinic)["6c"].status == "partly"


def test_what_nobody_follows_is_red_at_the_ward_too(world, letters, law):
    law(owner=None)

    assert letters(world.other_ward)["6c"].status == "not_shown"
