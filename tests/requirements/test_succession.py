"""A new edition: what became of each requirement is proposed, reviewed, and nothing said is lost."""

from datetime import date

import pytest

from styrk.requirements import commands
from styrk.requirements.models import Succession


@pytest.fixture
def next_edition(published, mandate, write, region_leader, now):
    """Next year's: one unchanged but renumbered, one with another figure, one gone, one new."""
    edition = commands.begin_edition(
        source=mandate, label="2027", dated=date(2027, 2, 11), by=region_leader, now=now
    )
    write(edition, "3", "", title="Rask tilgang", kind="", rhythm="")
    write(edition, "3.1", "Ventetiden i somatikken skal ned til 55 dager.", parent_ref="3")
    write(edition, "4.7", "Foretaket skal lage en plan for utskrivning i helg.", kind="task")
    write(edition, "5", "Helt ny oppgave om klima i byggene.", kind="task")
    commands.publish_edition(edition=edition, by=region_leader, now=now)
    return edition


def proposed(ref):
    return Succession.objects.get(old__ref=ref)


def test_proposals_by_text_then_by_ref(next_edition):
    assert proposed("3.1").fate == "changed"
    assert proposed("3.2").fate == "same"
    assert proposed("3.2").new.ref == "4.7"
    assert proposed("3.3").fate == "gone"
    assert not Succession.objects.filter(new__ref="5").exists()


def test_nothing_is_decided_until_a_person_says_so(next_edition, accepted):
    accepted.refresh_from_db()
    assert accepted.state == "accepted"


def test_unchanged_the_answer_stands(
    published, next_edition, world, place, ceo, now, region_leader
):
    (task,) = place(published.requirements.get(ref="3.2"), world.trust)
    commands.decline_requirement(placement=task, reason="Vi har planen", by=ceo, now=now)
    found = proposed("3.2")

    commands.review_succession(
        succession=found, fate="same", new=found.new, by=region_leader, now=now
    )

    new = found.new.placements.get()
    task.refresh_from_db()
    assert (task.state, new.state, new.reason) == ("continued", "not_applicable", "Vi har planen")
    assert new.continues == task


def test_changed_the_unit_is_asked_again_with_its_own_words(
    accepted, world, requirement, place, next_edition, ceo, region_leader, now
):
    place(requirement, world.clinic, above=accepted, by=ceo)
    found = proposed("3.1")

    commands.review_succession(
        succession=found, fate="changed", new=found.new, by=region_leader, now=now
    )

    top, clinic = found.new.placements.order_by("pk")
    assert (top.state, top.meaning) == ("placed", "Under 61 dager i alle klinikker")
    assert (clinic.above, clinic.unit) == (top, world.clinic)
    accepted.refresh_from_db()
    assert (accepted.state, accepted.meaning) == ("continued", top.meaning)


def test_gone_the_unit_is_not_asked_any_more(
    published, next_edition, world, place, region_leader, now
):
    requirement = published.requirements.get(ref="3.1")
    (placement,) = place(requirement, world.trust)
    found = proposed("3.1")

    commands.review_succession(succession=found, fate="gone", new=None, by=region_leader, now=now)

    placement.refresh_from_db()
    assert placement.state == "withdrawn"


def test_reviewed_once(next_edition, region_leader, now):
    found = proposed("3.1")
    commands.review_succession(succession=found, fate="gone", new=None, by=region_leader, now=now)

    with pytest.raises(commands.ReviewedBefore):
        commands.review_succession(
            succession=found, fate="gone", new=None, by=region_leader, now=now
        )


def test_what_is_not_gone_has_become_something(next_edition, region_leader, now):
    with pytest.raises(commands.NotReviewed):
        commands.review_succession(
            succession=proposed("3.1"), fate="same", new=None, by=region_leader, now=now
        )
