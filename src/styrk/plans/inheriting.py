"""What a new plan begins with: proposals from last year, from the unit's goals, and from above."""

from styrk.actions.states import State as ActionState
from styrk.goals.states import ALIVE
from styrk.plans.models import Plan, PlanItem
from styrk.plans.queries.reading import items_of
from styrk.plans.queries.units import new_from_above, newest_approved, own_goals
from styrk.plans.states import ItemState
from styrk.requirements.states import State as Placed


def proposals(plan: Plan) -> list[PlanItem]:
    """In this order, each once: last year's in its order of priority, own goals, from above."""
    last = newest_approved(plan.unit, plan.year - 1)
    found = [_carried(plan, item) for item in items_of(last) if _alive(item)] if last else []
    goals = {item.goal_id for item in found if item.goal_id}
    mine = [goal for goal in own_goals(plan.unit, plan.year) if goal.pk not in goals]
    found += [PlanItem(plan=plan, goal=goal) for goal in mine]
    found += [
        PlanItem(plan=plan, goal=item.goal, title=item.title, above=item)
        for item in new_from_above(plan, found)
    ]
    for position, item in enumerate(found, start=1):
        item.position, item.state = position, ItemState.PROPOSED
    return found


def _carried(plan: Plan, item: PlanItem) -> PlanItem:
    """The same again, with what it means here; what it costs is to be said and granted anew."""
    return PlanItem(
        plan=plan,
        goal=item.goal,
        placement=item.placement,
        action=item.action,
        title=item.title,
        note=item.note,
        above=item.above,
        before=item,
    )


def _alive(item: PlanItem) -> bool:
    """Whether it is still something to plan for: not reached, declined, carried out or taken out.

    A goal that was put off has not had its year yet.
    """
    if item.state == ItemState.TAKEN_OUT:
        return False
    if item.goal:
        lasts = item.goal.last_year > item.plan.year or item.state == ItemState.DEFERRED
        return item.goal.state in ALIVE and lasts
    if item.placement:
        return item.placement.state in (Placed.ACCEPTED, Placed.PLACED)
    if item.action_id:
        return item.action is not None and item.action.state == ActionState.PLANNED
    return True
