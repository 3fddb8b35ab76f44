"""Beginning a plan and writing it: state, step, trail after each act, and what is refused."""

from datetime import date
from decimal import Decimal

import pytest
from django.db import IntegrityError, transaction

from styrk.core import scope
from styrk.core.guard import IdentityFound
from styrk.core.states import NotNow
from styrk.goals.commands import act_on_goal, reach_goal
from styrk.plans import commands, queries
from styrk.plans.models import PlanItem, PlanStep
from styrk.plans.subject import Subject
from styrk.plans.types import Terms
from styrk.trail.models import Entry

FNR = "13116900216"


def told(plan):
    """Title, state and place of each item."""
    return [(str(one), one.state, one.position) for one in queries.items_of(plan)]


def acts(plan):
    return list(PlanStep.objects.filter(plan=plan).order_by("pk").values_list("act", flat=True))


def test_a_plan_begins_with_what_lives_and_what_is_inherited(
    world, begin, approve, set_goal, accepted, plan_of, now, as_person, ward_leader, clinic_director
):
    lasting = set_goal(ward_leader, agreed=True, title="Trykksår", last_year=2027)
    set_goal(ward_leader, agreed=True, title="Bare i år")
    reached = set_goal(ward_leader, agreed=True, title="Nådd", last_year=2027)
    requirement = accepted("3.1")
    with as_person(ward_leader):
        action = act_on_goal(goal=lasting, plan=plan_of(ward_leader), by=ward_leader, now=now)
        last = begin(ward_leader)
        for subject in (Subject(placement=requirement), Subject(action=action)):
            commands.add_item(plan=last, subject=subject, by=ward_leader, now=now)
    approve(ward_leader, last, "Ro til rapport")
    reach_goal(goal=reached, reason="Ja", by=ward_leader, now=now)
    set_goal(ward_leader, title="Nytt", first_year=2027, last_year=2027)
    over = set_goal(
        clinic_director, unit=world.clinic, agreed=True, title="Ovenfra", last_year=2027
    )
    approve(clinic_director, begin(clinic_director, unit=world.clinic, year=2027), "Én stemme")

    plan = begin(ward_leader, year=2027)

    titles = [title for title, _state, _place in told(plan)]
    assert titles == [
        "Trykksår",
        "3.1 Trygge bad",
        "Nattlys på badet",
        "Ro til rapport",
        "Nytt",
        "Ovenfra",
        "Én stemme",
    ]
    assert {state for _title, state, _place in told(plan)} == {"proposed"}
    items = queries.items_of(plan)
    assert [bool(one.before) for one in items] == [True] * 4 + [False] * 3
    assert items[5].goal == over
    assert items[5].above.plan.unit == world.clinic


def test_what_the_unit_above_only_inherited_is_not_passed_on(
    world, begin, approve, ward_leader, department_leader, clinic_director
):
    approve(clinic_director, begin(clinic_director, unit=world.clinic), "Én stemme")
    approve(department_leader, begin(department_leader, unit=world.department), "Ro")

    assert [title for title, _state, _place in told(begin(ward_leader))] == ["Ro"]


def test_a_new_version_above_is_not_offered_as_something_new(
    world, begin, approve, ward_leader, clinic_director, now
):
    over = begin(clinic_director, unit=world.clinic)
    approve(clinic_director, over, "Én stemme")
    plan = begin(ward_leader)
    new = commands.revise_plan(plan=over, reason="Mer", by=clinic_director, now=now)
    approve(clinic_director, new, "To stemmer", hear=False)

    found = queries.new_from_above(plan, queries.items_of(plan))

    assert [str(one) for one in found] == ["To stemmer"]
    assert [str(one) for one in queries.offered(plan).above] == ["To stemmer"]


def test_a_plan_is_begun_once(draft, begin, ward_leader):
    assert (draft.state, draft.version, acts(draft)) == ("draft", 1, ["begin"])
    with pytest.raises(commands.Begun):
        begin(ward_leader)
    with scope.acting(scope.SYSTEM):
        assert Entry.objects.get(subject="plan").text == (
            "Begynte virksomhetsplanen for 2026 med 0 forslag"
        )


def test_things_go_in_each_once(draft, agreed, accepted, ward_leader, now, world, as_person):
    requirement = accepted("3.1")
    with as_person(ward_leader):
        for subject in (Subject(goal=agreed), Subject(placement=requirement), Subject(title="Ro")):
            commands.add_item(plan=draft, subject=subject, by=ward_leader, now=now)
        assert [place for _t, _s, place in told(draft)] == [1, 2, 3]
        for again in (Subject(goal=agreed), Subject(placement=requirement)):
            with pytest.raises(commands.InThePlan):
                commands.add_item(plan=draft, subject=again, by=ward_leader, now=now)
        for nothing in (Subject(), Subject(title=" "), Subject(goal=agreed, title="Ro")):
            with pytest.raises(commands.NothingToAdd):
                commands.add_item(plan=draft, subject=nothing, by=ward_leader, now=now)
        with pytest.raises(IdentityFound):
            commands.add_item(
                plan=draft, subject=Subject(title=f"Hjelp {FNR}"), by=ward_leader, now=now
            )


def test_what_is_anothers_does_not_go_in(
    draft, set_goal, second_ward_leader, ward_leader, now, world
):
    theirs = set_goal(second_ward_leader, unit=world.second_ward)

    with pytest.raises(commands.NotHere):
        commands.add_item(plan=draft, subject=Subject(goal=theirs), by=ward_leader, now=now)


def test_the_order_is_the_priority(draft, ward_leader, now):
    first, second, third = (
        commands.add_item(plan=draft, subject=Subject(title=t), by=ward_leader, now=now)
        for t in ("a", "b", "c")
    )
    commands.move_item(item=third, up=True, by=ward_leader, now=now)
    commands.move_item(item=first, up=False, by=ward_leader, now=now)
    assert [t for t, _s, _p in told(draft)] == ["c", "a", "b"]
    for item, up in ((third, True), (second, False)):
        commands.move_item(item=item, up=up, by=ward_leader, now=now)
    assert [t for t, _s, _p in told(draft)] == ["c", "a", "b"]


def test_terms_deferral_and_out(item, draft, ward_leader, now):
    terms = Terms("Tre bad i år", Decimal(120000), "Klinikkdirektøren 12. januar")
    commands.adapt_item(item=item, terms=terms, by=ward_leader, now=now)
    with pytest.raises(commands.ReasonMissing):
        commands.defer_item(item=item, reason=" ", until=date(2027, 1, 1), by=ward_leader, now=now)
    with pytest.raises(commands.DayPassed):
        commands.defer_item(
            item=item, reason="Nei", until=date(2026, 11, 16), by=ward_leader, now=now
        )
    commands.defer_item(
        item=item, reason="Ingen rørlegger", until=date(2027, 3, 1), by=ward_leader, now=now
    )

    item.refresh_from_db()
    assert (item.state, item.reason, item.deferred_until) == (
        "deferred",
        "Ingen rørlegger",
        date(2027, 3, 1),
    )
    assert (item.note, item.cost) == ("Tre bad i år", 120000)
    commands.keep_items(plan=draft, items=[item], by=ward_leader, now=now)
    assert (item.state, item.reason, item.deferred_until) == ("in_plan", "", None)
    commands.take_out_item(item=item, reason="Huset rives", by=ward_leader, now=now)
    with pytest.raises(NotNow):
        commands.adapt_item(item=item, terms=terms, by=ward_leader, now=now)
    assert acts(draft) == ["begin", "add", "adapt", "defer", "keep", "take_out"]


def test_yes_to_nothing_is_refused(draft, ward_leader, now):
    with pytest.raises(commands.NothingToAdd):
        commands.keep_items(plan=draft, items=[], by=ward_leader, now=now)


@pytest.mark.parametrize(
    "wrong",
    [{"state": "deferred"}, {"state": "rart"}, {"title": ""}, {"cost": -1}, {"reason": "x"}],
)
def test_the_database_holds_what_belongs_together(item, wrong):
    with pytest.raises(IntegrityError), transaction.atomic():
        PlanItem.objects.filter(pk=item.pk).update(**wrong)
