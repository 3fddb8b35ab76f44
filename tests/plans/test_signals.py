"""Actions in a plan that are quiet for too long; and what §§ 6 a and 7 d are shown by."""

from datetime import timedelta

import pytest

from styrk.actions.commands import carry_out, change_deadline
from styrk.actions.models import Action
from styrk.core import clock, scope
from styrk.core.asking import ask
from styrk.duties.models import Duty
from styrk.goals.commands import act_on_goal
from styrk.plans import commands
from styrk.plans.evidence import plan_is_approved, read, staff_were_heard
from styrk.plans.jobs import look_for_quiet_actions
from styrk.plans.queries import titles
from styrk.plans.subject import Subject
from styrk.regulation.types import Question
from styrk.requirements.commands import act_on_requirement


@pytest.fixture
def planned(world, agreed, accepted, begin, approve, plan_of, ward_leader, now, as_person):
    """Three actions in the ward's plan (by itself, by a goal, by a requirement) and one that is not."""
    later = {"due": clock.after(now, days=200), "review_on": clock.after(now, days=300)}
    before = now - timedelta(days=200)
    requirement = accepted("3.1")
    with as_person(ward_leader):
        plan = begin(ward_leader, at=before)
        new = lambda title: plan_of(ward_leader, title=title, **later)  # noqa: E731
        alone = act_on_goal(goal=agreed, plan=new("alene"), by=ward_leader, now=before)
        goals = act_on_goal(goal=agreed, plan=new("mål"), by=ward_leader, now=before)
        asked = act_on_requirement(
            placement=requirement, plan=new("krav"), by=ward_leader, now=before
        )
        outside = act_on_requirement(
            placement=accepted("3.2"), plan=new("utenfor"), by=ward_leader, now=before
        )
        commands.add_item(plan=plan, subject=Subject(action=alone), by=ward_leader, now=now)
        commands.add_item(
            plan=plan, subject=Subject(placement=requirement), by=ward_leader, now=now
        )
    approve(ward_leader, plan)
    return alone, goals, asked, outside


def quiet():
    return set(Duty.objects.filter(kind="plan.quiet", settled_at=None).values_list("subject_id"))


def test_quiet_actions_in_the_plan_are_a_duty(planned, now, ward_leader, as_person):
    alone, goals, asked, _outside = planned

    look_for_quiet_actions(now)

    assert quiet() == {(one.pk,) for one in (alone, goals, asked)}
    duty = Duty.objects.get(kind="plan.quiet", subject_id=alone.pk)
    assert (duty.role, duty.unit_id, duty.due) == (
        "leader",
        alone.unit_id,
        clock.after(now, days=14),
    )
    with as_person(ward_leader):
        assert titles([alone.uuid]) == {alone.uuid: "alene"}


def test_the_next_step_settles_it(planned, now, ward_leader, as_person):
    alone, goals, asked, _outside = planned
    look_for_quiet_actions(now)
    soon = now + timedelta(hours=1)
    with as_person(ward_leader):
        commands.tell_progress(action=goals, text="Lampene er bestilt", by=ward_leader, now=soon)
        change_deadline(
            action=asked,
            due=asked.due,
            review_on=asked.review_on,
            reason="Nei",
            by=ward_leader,
            now=soon,
        )
        assert set(titles([one.uuid for one in planned])) == {alone.uuid}

    look_for_quiet_actions(now + timedelta(days=1))

    assert quiet() == {(alone.pk,)}
    with as_person(ward_leader):
        assert goals.steps.values_list("act", "note").last() == ("tell", "Lampene er bestilt")
        carry_out(action=alone, note="", by=ward_leader, now=soon)
        with pytest.raises(commands.NotWaiting):
            commands.tell_progress(action=alone, text="Mer", by=ward_leader, now=soon)


def test_nobody_is_asked_twice_or_after_the_deadline(planned, now):
    look_for_quiet_actions(now)
    made = set(Duty.objects.filter(kind="plan.quiet").values_list("created_at", flat=True))
    look_for_quiet_actions(now + timedelta(days=1))
    assert set(Duty.objects.filter(kind="plan.quiet").values_list("created_at", flat=True)) == made

    Duty.objects.filter(kind="plan.quiet").update(settled_at=now)
    with scope.acting(scope.SYSTEM):
        Action.objects.update(due=clock.day(now))
    look_for_quiet_actions(now + timedelta(days=1))

    assert quiet() == set()


@pytest.mark.parametrize(("days", "number"), [(59, 0), (60, 1)])
def test_sixty_days_is_quiet_and_fifty_nine_is_not(
    planned, now, ward_leader, as_person, days, number
):
    with as_person(ward_leader):
        for one in planned:
            at = now - timedelta(days=days if one == planned[0] else 1)
            commands.tell_progress(action=one, text="I gang", by=ward_leader, now=at)

    look_for_quiet_actions(now)

    assert len(quiet()) == number


@pytest.fixture
def shown(world, now):
    """The status of §§ 6 a and 7 d for a unit today."""

    def shown(unit=None):
        unit, on = unit or world.ward, clock.day(now)
        question = Question(unit.pk, unit.code, unit.path, on, on)
        found = ask(read(question))
        rules = (plan_is_approved, staff_were_heard)
        return tuple(rule(question, found).status.value for rule in rules)

    return shown


def test_6_a_and_7_d_without_a_plan(world, shown, begin, ward_leader):
    assert shown() == ("not_shown", "not_shown")
    begin(ward_leader)
    assert shown() == ("partly", "not_shown")


def test_6_a_and_7_d_with_an_approved_plan(world, shown, approved):
    assert shown() == ("shown", "shown")
    assert shown(world.clinic) == ("partly", "shown")
    assert shown(world.second_ward) == ("not_shown", "not_shown")


def test_6_a_by_the_plan_above(world, shown, begin, approve, clinic_director):
    approve(clinic_director, begin(clinic_director, unit=world.clinic), "Én stemme")

    assert shown() == ("partly", "not_shown")
    assert shown(world.clinic) == ("shown", "shown")


def test_7_d_users_are_not_staff(world, shown, begin, approve, heard, now, ward_leader, as_person):
    plan = begin(ward_leader)
    with as_person(ward_leader):
        users = type(heard)("users", "Brukerutvalget", heard.held_on, "Bra", "Takk")
        commands.note_hearing(plan=plan, heard=users, by=ward_leader, now=now)
    approve(ward_leader, plan, "Trygge bad", hear=False)
    assert shown() == ("shown", "not_shown")


@pytest.mark.parametrize(("hear", "status"), [(False, "partly"), (True, "shown")])
def test_7_d_each_revision_counts_by_itself(
    shown, approved, approve, now, ward_leader, as_person, hear, status
):
    """That staff were heard of the first version says nothing of what was changed after."""
    with as_person(ward_leader):
        new = commands.revise_plan(plan=approved, reason="Nytt budsjett", by=ward_leader, now=now)
    approve(ward_leader, new, hear=hear)
    assert shown() == ("shown", status)
