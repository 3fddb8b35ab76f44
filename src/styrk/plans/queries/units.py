"""What a unit could put in its plan: its goals, requirements and actions, and the plan above."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import QuerySet, Subquery

from styrk.actions.models import Action
from styrk.actions.states import State as ActionState
from styrk.goals.models import Goal
from styrk.goals.queries import accepted_at, in_year
from styrk.goals.states import ALIVE
from styrk.organisation.models import Unit
from styrk.plans.models import Plan, PlanItem
from styrk.plans.states import ItemState, State
from styrk.requirements.models import Placement

OFFERED = 100


@dataclass(frozen=True)
class Offered:
    """What may be added: none of it stands in the plan already."""

    goals: list[Goal]
    placements: list[Placement]
    actions: list[Action]
    above: list[PlanItem]


def newest_approved(unit: Unit, year: int) -> Plan | None:
    """The version that stands."""
    found = Plan.objects.filter(unit=unit, year=year, state=State.APPROVED)
    return found.select_related("unit").order_by("-version").first()


def _plan_above(unit: Unit, year: int) -> QuerySet[Plan]:
    """The version that stands for the nearest unit above, in the same trust, that has one."""
    line = [int(pk) for pk in unit.path.split(".")[:-2]]
    found = Plan.objects.filter(
        unit__one_of=line, trust_id=unit.legal_id, year=year, state=State.APPROVED
    )
    return found.order_by("-unit__path", "-version")


def own_goals(unit: Unit, year: int) -> list[Goal]:
    found = Goal.objects.filter(in_year(year), unit=unit, state__in=ALIVE)
    return list(found.select_related("owner").order_by("pk")[:OFFERED])


def from_above(unit: Unit, year: int) -> list[PlanItem]:
    """Goals and priorities in the plan above that the unit has not made a goal of its own from.

    What the unit above has itself from above is passed on when it makes it its own.
    """
    plan = Subquery(_plan_above(unit, year).values("pk")[:1])
    ours = Goal.objects.filter(unit=unit, above__isnull=False).values("above")
    found = PlanItem.objects.filter(plan=plan, state=ItemState.IN_PLAN, above__isnull=True)
    return list(
        found.filter(placement__isnull=True, action__isnull=True)
        .exclude(goal__in=ours)
        .select_related("plan__unit", "goal__owner")
        .order_by("position", "pk")
    )


def new_from_above(plan: Plan, items: Iterable[PlanItem]) -> list[PlanItem]:
    """What stands in the plan above and not among these items, known by its goal or its words."""
    items = list(items)
    goals = {one.goal_id for one in items if one.goal_id}
    words = {one.title for one in items if one.title}
    found = from_above(plan.unit, plan.year)
    return [one for one in found if one.goal_id not in goals and one.title not in words]


def offered(plan: Plan) -> Offered:
    """What is not in the plan yet, as far as the person in scope may see."""
    inside = list(plan.items.values_list("goal", "placement", "action"))
    goals, placements, actions = ({row[nth] for row in inside if row[nth]} for nth in range(3))
    waiting = Action.objects.filter(unit=plan.unit_id, state=ActionState.PLANNED)
    return Offered(
        [one for one in own_goals(plan.unit, plan.year) if one.pk not in goals],
        [one for one in accepted_at(plan.unit)[:OFFERED] if one.pk not in placements],
        [one for one in waiting.order_by("due", "pk")[:OFFERED] if one.pk not in actions],
        new_from_above(plan, plan.items.all()),
    )
