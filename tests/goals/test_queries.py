"""What nobody has taken up, what may be inherited, and how the year's goals are followed."""

from datetime import timedelta

import pytest

from styrk.actions.commands import drop_action
from styrk.core import clock
from styrk.core.asking import ask
from styrk.goals import commands, queries
from styrk.goals.evidence import goals_are_followed, read
from styrk.regulation.types import Question, Status
from styrk.requirements.commands import act_on_requirement
from styrk.requirements.models import Placement
from tests.world import standing


@pytest.fixture
def uncaught(world, now, ward_leader):
    return lambda unit=None: queries.uncaught(standing(ward_leader, now), unit or world.ward)


def test_a_requirement_that_nothing_came_of_says_so(accepted, uncaught, set_goal, ward_leader):
    one = accepted("3.1")
    accepted("3.2", state="placed")
    accepted("3.3", kind="information")
    accepted("3.4", kind="standing")  # caught by what it was made to mean here
    assert uncaught() == [one]

    goal = set_goal(ward_leader, placement=one)
    assert uncaught() == []

    commands.drop_goal(goal=goal, reason="Ikke hos oss", by=ward_leader, now=goal.set_at)
    assert uncaught() == [one]


def test_an_action_that_did_not_go_on_takes_nothing_up(
    world, accepted, uncaught, plan_of, set_goal, ward_leader, now, as_person
):
    one = accepted("3.1")
    goal = set_goal(ward_leader, agreed=True)
    with as_person(ward_leader):
        by = {"by": ward_leader, "now": now}
        ours = act_on_requirement(placement=one, plan=plan_of(ward_leader), **by)
        towards = commands.act_on_goal(goal=goal, plan=plan_of(ward_leader), **by)
        assert uncaught() == []
        assert acted(goal, ward_leader, now) == {True}

        drop_action(action=ours, reason="For dyrt", **by)
        assert uncaught() == [one]
        drop_action(action=towards, reason="For dyrt", **by)
        assert acted(goal, ward_leader, now) == {False}


def acted(goal, person, now):
    """Whether the goal has an action, as the list and the thread say it."""
    seen = standing(person, now)
    listed = queries.goals_at(seen, goal.unit, goal.first_year)
    return {bool(one.acted) for one in (*listed, queries.goal_with(goal.uuid, seen))}


def test_an_action_or_a_unit_below_takes_it_up(
    world, accepted, uncaught, plan_of, ward_leader, department_leader, now, as_person
):
    one = accepted("3.1")
    with as_person(ward_leader):
        act_on_requirement(placement=one, plan=plan_of(ward_leader), by=ward_leader, now=now)
        assert uncaught() == []
    two = accepted("3.2", unit=world.department)
    assert uncaught(world.department) == [two]
    accepted("3.4", above=two)
    assert uncaught(world.department) == []
    Placement.objects.filter(above=two).update(state="withdrawn")
    assert uncaught(world.department) == [two]


def test_another_trust_sees_none_of_it(world, accepted, outsider_leader, now):
    accepted("3.1")

    assert queries.uncaught(standing(outsider_leader, now), world.ward) == []


def test_the_line_inherits_what_nobody_has_taken_further(
    world, set_goal, clinic_director, department_leader, ward_leader
):
    over = set_goal(clinic_director, unit=world.clinic, agreed=True)
    set_goal(clinic_director, unit=world.clinic)
    set_goal(clinic_director, unit=world.clinic, agreed=True, first_year=2025, last_year=2025)
    assert queries.inheritable(world.ward, 2026) == [over]

    between = set_goal(department_leader, unit=world.department, above=over, agreed=True)
    assert queries.inheritable(world.ward, 2026) == [between]
    assert queries.inheritable(world.other_ward, 2026) == []

    set_goal(ward_leader, above=between)
    assert queries.inheritable(world.ward, 2026) == []


@pytest.fixture
def followed(world, now):
    """§ 8 a for the ward, so many days from now."""

    def followed(days=0, unit=None):
        unit, on = unit or world.ward, clock.after(now, days=days)
        question = Question(unit.pk, unit.code, unit.path, on, on)
        return goals_are_followed(question, ask(read(question)))

    return followed


def test_8_a_without_goals_shows_nothing(followed, proposed):
    assert followed().status is Status.NOT_SHOWN


def test_8_a_by_how_many_are_followed(world, followed, set_goal, ward_leader, now):
    goals = [set_goal(ward_leader, agreed=True, last_year=2027) for _ in range(5)]
    statuses = [followed().status]
    for goal in goals:
        commands.follow_goal(goal=goal, current="Bedre", by=ward_leader, now=now)
        statuses.append(followed().status)

    no, part, yes = Status.NOT_SHOWN, Status.PARTLY, Status.SHOWN
    assert statuses == [no, no, no, part, yes, yes]
    assert followed(unit=world.trust).status is yes
    assert followed(unit=world.second_ward).status is no
    assert followed(days=123).status is yes
    assert followed(days=124).status is no


def test_8_a_counts_what_is_late(followed, agreed, ward_leader, now):
    assert [datum.value for datum in followed().data] == [1, 0, 0, 0]
    commands.reach_goal(goal=agreed, reason="Ja", by=ward_leader, now=now + timedelta(1))

    assert [datum.value for datum in followed(days=2).data] == [0, 0, 0, 1]
