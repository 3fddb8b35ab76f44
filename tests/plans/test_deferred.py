"""What a plan put off comes back to whoever leads the unit, on its day."""

from datetime import date, timedelta

import pytest
from django.urls import reverse

from styrk.core import clock
from styrk.duties.models import Duty
from styrk.goals.commands import reach_goal
from styrk.plans import commands, queries
from styrk.plans.jobs import bring_back_what_was_deferred
from styrk.plans.subject import Subject
from styrk.requirements.models import Placement

DAYS = 20


@pytest.fixture
def until(now):
    return clock.after(now, days=DAYS)


@pytest.fixture
def deferred(item, draft, approve, until, ward_leader, now, as_person):
    """A priority in words that the ward's approved plan puts off for twenty days."""
    with as_person(ward_leader):
        commands.defer_item(
            item=item, reason="Ingen rørlegger", until=until, by=ward_leader, now=now
        )
    approve(ward_leader, draft, "Ro til rapport")
    return item


def asked(now, days=DAYS):
    """Those whom somebody is asked about after the night's sweep so many days later."""
    bring_back_what_was_deferred(now + timedelta(days=days))
    waiting = Duty.objects.filter(kind="plan.deferred", settled_at=None)
    return set(waiting.values_list("subject_id", flat=True))


def test_it_comes_back_on_its_day_and_once(deferred, now, world, ward_leader, as_person):
    assert asked(now, DAYS - 1) == set()
    assert asked(now) == {deferred.pk}

    duty = Duty.objects.get(kind="plan.deferred")
    assert (duty.role, duty.unit, duty.due) == (
        "leader",
        world.ward,
        clock.after(now, days=DAYS + 14),
    )
    asked(now, DAYS + 1)
    assert Duty.objects.get(kind="plan.deferred").created_at == duty.created_at
    with as_person(ward_leader):
        assert queries.deferred_titles([deferred.uuid]) == {deferred.uuid: "Trygge bad"}


@pytest.mark.parametrize("act", ["keep", "defer", "take_out"])
def test_a_newer_version_settles_it(deferred, draft, approve, now, until, ward_leader, act):
    asked(now)
    new = commands.revise_plan(plan=draft, reason="Det er tid", by=ward_leader, now=now)
    assert asked(now) == {deferred.pk}
    same = next(one for one in queries.items_of(new) if str(one) == "Trygge bad")
    on = {"by": ward_leader, "now": now}
    if act == "keep":
        commands.keep_items(plan=new, items=[same], **on)
    elif act == "defer":
        commands.defer_item(item=same, reason="Mer", until=until + timedelta(days=9), **on)
    else:
        commands.take_out_item(item=same, reason="Huset rives", **on)
    approve(ward_leader, new, hear=False)

    assert queries.deferred_titles([deferred.uuid]) == {}
    assert asked(now) == set()
    assert asked(now, DAYS + 9) == ({same.pk} if act == "defer" else set())


def test_a_version_that_says_nothing_new_does_not(deferred, draft, approve, now, ward_leader):
    asked(now)
    new = commands.revise_plan(plan=draft, reason="Annet", by=ward_leader, now=now)
    approve(ward_leader, new, "Noe helt annet", hear=False)

    assert asked(now) == {new.items.get(title="Trygge bad").pk}


def test_next_years_plan_settles_it(deferred, begin, approve, now, ward_leader):
    asked(now)
    approve(ward_leader, begin(ward_leader, year=2027))

    assert asked(now, DAYS + 1) == set()


def test_a_goal_put_off_past_its_year_is_not_lost(
    draft, agreed, begin, approve, now, ward_leader, as_person
):
    with as_person(ward_leader):
        one = commands.add_item(plan=draft, subject=Subject(goal=agreed), by=ward_leader, now=now)
        day = date(2027, 2, 1)
        commands.defer_item(item=one, reason="Ingen penger", until=day, by=ward_leader, now=now)
    approve(ward_leader, draft, "Ro")

    following = begin(ward_leader, year=2027)

    assert agreed.last_year == 2026
    assert agreed.pk in {item.goal_id for item in queries.items_of(following)}
    later = (day - clock.day(now)).days
    assert asked(now, later) == {one.pk}
    reach_goal(goal=agreed, reason="Ja", by=ward_leader, now=now)
    assert asked(now, later) == set()


def test_the_duty_leads_to_where_it_is_taken_up(
    deferred, draft, page, world, ward_leader, outsider, now, stopped_clock
):
    address = reverse("plans:deferred", args=[deferred.uuid])
    at = lambda plan: reverse("plans:version", args=[plan.uuid])  # noqa: E731
    assert page(ward_leader).get(address).url == at(draft)
    assert page(outsider).get(address).status_code == 404

    new = commands.revise_plan(plan=draft, reason="Det er tid", by=ward_leader, now=now)

    assert page(ward_leader).get(address).url == at(new)

    stopped_clock.at = now + timedelta(days=60)
    answer = page(ward_leader).get(address)
    assert answer.url == f"/plan/?enhet={world.ward.code}&aar=2027"


@pytest.mark.parametrize(("state", "lives"), [("placed", True), ("withdrawn", False)])
def test_a_requirement_is_asked_about_while_it_lives(
    draft, accepted, approve, until, now, ward_leader, as_person, state, lives
):
    requirement = accepted("3.1")
    on = {"by": ward_leader, "now": now}
    with as_person(ward_leader):
        one = commands.add_item(plan=draft, subject=Subject(placement=requirement), **on)
        commands.defer_item(item=one, reason="Ingen penger", until=until, **on)
    approve(ward_leader, draft, "Ro")
    Placement.objects.filter(pk=requirement.pk).update(state=state)

    assert asked(now) == ({one.pk} if lives else set())
