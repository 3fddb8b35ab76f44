"""A new edition: what became of each requirement is proposed, reviewed, and nothing said is lost."""

from dataclasses import replace
from datetime import date

import pytest

from styrk.access.queries import standing_of
from styrk.actions.types import Plan
from styrk.core import clock
from styrk.goals.commands import change_goal
from styrk.requirements import commands, queries
from styrk.requirements.models import Succession
from styrk.requirements.queries import strands
from styrk.requirements.types import Meaning
from styrk.risks.commands import describe_risk
from styrk.risks.models import RiskPlacement
from styrk.risks.types import Description
from tests.goals.conftest import plan_of as another  # noqa: F401 - an action to decide


@pytest.fixture
def task(published, place, world):
    """Placed while its edition is the newest."""
    (placement,) = place(published.requirements.get(ref="3.2"), world.trust)
    return placement


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


def test_nothing_is_decided_until_a_person_says_so(accepted, next_edition):
    accepted.refresh_from_db()
    assert accepted.state == "accepted"


def test_unchanged_the_answer_stands(task, next_edition, ceo, now, region_leader):
    commands.decline_requirement(placement=task, reason="Vi har planen", by=ceo, now=now)
    found = proposed("3.2")

    commands.review_succession(
        succession=found, fate="same", new=found.new, by=region_leader, now=now
    )

    task = found.new.placements.get(pk=task.pk)
    assert (task.state, task.reason) == ("not_applicable", "Vi har planen")
    assert (task.continues.state, task.continues.reason) == ("continued", "Vi har planen")
    assert task.continues.requirement == found.old


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
    left = found.old.placements.order_by("pk")
    assert [(one.unit, one.state) for one in left] == [
        (world.trust, "continued"),
        (world.clinic, "continued"),
    ]
    assert left[0].meaning == top.meaning
    assert left[1].above == left[0]


def test_gone_the_unit_is_not_asked_any_more(placed, next_edition, region_leader, now):
    found = proposed("3.1")

    commands.review_succession(succession=found, fate="gone", new=None, by=region_leader, now=now)

    placed.refresh_from_db()
    assert placed.state == "withdrawn"


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


@pytest.fixture
def taken_on(published, place, world, ceo, as_person, now):
    """The task that stands unchanged, taken on by the trust with an action and a report for 2025."""
    (task,) = place(published.requirements.get(ref="3.2"), world.trust)
    commands.accept_requirement(
        placement=task, meaning=Meaning("Vi planlegger", ceo), by=ceo, now=now
    )
    plan = Plan(
        unit=world.trust,
        title="Lag planen",
        change="Alle vet hva som gjelder i helgen",
        sign="Planen er brukt",
        level="system",
        owner=ceo,
        due=clock.after(now, days=30),
        review_on=clock.after(now, days=90),
    )
    with as_person(ceo):
        commands.act_on_requirement(placement=task, plan=plan, by=ceo, now=now)
    commands.report_status(
        placement=task, period="2025-T3", course="met", text="Planen er laget", by=ceo, now=now
    )
    return task


def become(ref, fate, new, by, now):
    commands.review_succession(succession=proposed(ref), fate=fate, new=new, by=by, now=now)


def test_what_points_at_it_follows_into_the_new_edition(
    taken_on, next_edition, set_goal, world, ceo, region_leader, as_person, now
):
    goal = set_goal(ceo, unit=world.trust, placement=taken_on)
    new = proposed("3.2").new

    with as_person(region_leader):
        become("3.2", "same", new, region_leader, now)

    goal.refresh_from_db()
    assert (goal.placement.requirement, goal.placement.state) == (new, "accepted")
    with as_person(ceo):
        for one in (goal.placement, goal.placement.continues):
            assert [report.period for report in one.reports.all()] == ["2025-T3"]
            assert [link.action.title for link in one.actions.all()] == ["Lag planen"]
    decided = [link.action_id for link in goal.placement.actions.all()]
    ((_action, behind),) = strands.behind_actions(decided, standing_of(ceo, clock.day(now)))
    assert behind == goal.placement


def test_what_is_reported_is_not_asked_for_again(taken_on, next_edition, region_leader, ceo, now):
    before = queries.owed(taken_on, date(2027, 5, 2))
    become("3.2", "same", proposed("3.2").new, region_leader, now)

    (moved,) = proposed("3.2").new.placements.all()
    assert queries.owed(moved, date(2027, 5, 2)) == before


def test_a_goal_whose_requirement_is_asked_again_may_be_changed(
    accepted, next_edition, set_goal, aim, world, ceo, region_leader, as_person, now
):
    goal = set_goal(ceo, unit=world.trust, placement=accepted)
    become("3.1", "changed", proposed("3.1").new, region_leader, now)
    goal.refresh_from_db()

    with as_person(ceo):
        change_goal(
            goal=goal,
            aim=aim(ceo, title="Kortere ventetid", placement=goal.placement),
            by=ceo,
            now=now,
        )

    assert (goal.title, goal.placement.state) == ("Kortere ventetid", "placed")


def test_where_the_new_one_was_laid_already_the_answer_goes_on(
    accepted, next_edition, place, world, region_leader, now
):
    new = next_edition.requirements.get(ref="5")
    (laid,) = place(new, world.trust)

    become("3.1", "changed", new, region_leader, now)

    laid.refresh_from_db()
    assert laid.state == "withdrawn"
    assert [one.pk for one in new.placements.exclude(state="withdrawn")] == [accepted.pk]


def test_what_hung_on_either_hangs_on_the_one(
    accepted,
    taken_on,
    next_edition,
    world,
    region_leader,
    ceo,
    set_goal,
    another,  # noqa: F811
    now,
    as_person,
):
    goal = set_goal(ceo, unit=world.trust, placement=accepted)
    with as_person(ceo):
        other = replace(another(ceo), unit=world.trust)
        commands.act_on_requirement(placement=accepted, plan=other, by=ceo, now=now)
    with as_person(ceo):
        described = Description(
            unit=world.trust,
            title="For få senger",
            description="",
            causes="",
            consequences="",
            measures="",
            interaction="none",
            owner=ceo,
            review_on=clock.after(now, days=60),
            placements=(accepted, taken_on),
        )
        both = describe_risk(description=described, by=ceo, now=now)
        one = describe_risk(description=replace(described, placements=(accepted,)), by=ceo, now=now)
    new = proposed("3.2").new
    become("3.2", "same", new, region_leader, now)

    become("3.1", "changed", new, region_leader, now)

    goal.refresh_from_db()
    assert goal.placement == taken_on
    with as_person(ceo):
        pointed = RiskPlacement.objects.filter(placement=taken_on).order_by("risk")
        assert [link.risk_id for link in pointed] == [both.pk, one.pk]
    assert {link.action_id for link in accepted.actions.all()} < {
        link.action_id for link in taken_on.actions.all()
    }


def test_two_become_one(accepted, taken_on, next_edition, world, region_leader, now):
    new = proposed("3.2").new
    become("3.2", "same", new, region_leader, now)

    become("3.1", "changed", new, region_leader, now)

    accepted.refresh_from_db()
    assert accepted.state == "continued"
    assert new.placements.get() == taken_on
