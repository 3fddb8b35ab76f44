"""How it goes with a goal, what is done to reach it, and that it is reached or dropped."""

from datetime import datetime

from styrk.actions.commands import raise_action
from styrk.actions.models import Action
from styrk.actions.types import Plan
from styrk.core import clock, guard, states
from styrk.goals.models import Goal, GoalAction
from styrk.goals.record import step
from styrk.goals.refusals import need
from styrk.goals.states import MOVES
from styrk.organisation.models import Person
from styrk.trail.commands import command


@command
def follow_goal(*, goal: Goal, current: str, by: Person, now: datetime) -> None:
    """Say where it stands now, in words; an indicator measures it where there is one."""
    guard.refuse_identity(current)
    need(current)
    states.move(MOVES, goal.state, "follow")
    goal.current, goal.followed_on = current, clock.day(now)
    goal.save(update_fields=["current", "followed_on"])
    step(goal, "follow", by, now, text=f"Fulgte opp målet «{goal.title}»", note=current)


@command
def act_on_goal(*, goal: Goal, plan: Plan, by: Person, now: datetime) -> Action:
    """Decide an action to reach the goal; it goes into the one register of actions."""
    states.move(MOVES, goal.state, "add_action")
    action = raise_action(plan=plan, origin="goal", by=by, now=now)
    GoalAction.objects.create(goal=goal, action=action)
    step(goal, "add_action", by, now, text=f"Besluttet tiltaket «{action.title}»")
    return action


@command
def reach_goal(*, goal: Goal, reason: str, by: Person, now: datetime) -> None:
    """The goal is reached; `reason` is how one sees it."""
    _end(goal, "reach", reason)
    step(goal, "reach", by, now, text=f"Nådde målet «{goal.title}»", note=reason)


@command
def drop_goal(*, goal: Goal, reason: str, by: Person, now: datetime) -> None:
    """Decide not to go on with the goal, with a reason that is kept."""
    _end(goal, "drop", reason)
    step(goal, "drop", by, now, text=f"Gikk ikke videre med målet «{goal.title}»", note=reason)


def _end(goal: Goal, act: str, reason: str) -> None:
    guard.refuse_identity(reason)
    need(reason)
    goal.state = states.move(MOVES, goal.state, act)
    goal.reason = reason
    goal.save(update_fields=["state", "reason"])
