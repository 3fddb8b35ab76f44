"""A unit's plans, one version whole, and what became of what stands in it."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Q, QuerySet

from styrk.access.queries import Standing
from styrk.actions.models import Action
from styrk.goals.models import Goal, GoalAction
from styrk.organisation.models import Unit
from styrk.plans.models import Hearing, Plan, PlanItem, PlanStep
from styrk.plans.states import ItemState, State
from styrk.requirements.models import PlacementAction
from styrk.requirements.queries import in_sight

WITH = ("unit", "trust", "begun_by", "approved_by", "approved_as", "follows")


@dataclass(frozen=True)
class Outcome:
    """What became of an item: the goal it is, and the actions of it that the person may see."""

    goal: Goal | None
    actions: tuple[Action, ...]


def versions(unit: Unit, year: int, standing: Standing) -> list[Plan]:
    """All versions of the year and of the year before, the newest first."""
    found = Plan.objects.filter(in_sight(standing), unit=unit, year__in=[year, year - 1])
    return list(_whole(found).order_by("-year", "-version"))


def plan(uuid: UUID, standing: Standing) -> Plan | None:
    return _whole(Plan.objects.filter(in_sight(standing), uuid=uuid)).first()


def _whole(found: QuerySet[Plan]) -> QuerySet[Plan]:
    return found.select_related(*WITH)


def locked(uuid: UUID) -> Plan | None:
    """The same row, held until the transaction ends."""
    return Plan.objects.select_for_update(of=("self",)).filter(uuid=uuid).first()


def item(uuid: UUID, standing: Standing) -> PlanItem | None:
    found = PlanItem.objects.filter(plan__in=Plan.objects.filter(in_sight(standing)), uuid=uuid)
    return with_subjects(found.select_related("plan__unit", "plan__trust")).first()


def with_subjects(items: QuerySet[PlanItem]) -> QuerySet[PlanItem]:
    """In the order of priority, with what each is about."""
    return items.select_related(
        "goal__owner",
        "placement__requirement",
        "placement__owner",
        "action__owner",
        "above__plan__unit",
    ).order_by("position", "pk")


def items_of(plan: Plan) -> list[PlanItem]:
    return list(with_subjects(plan.items.all()))


def hearings_of(plan: Plan) -> list[Hearing]:
    return list(plan.hearings.select_related("noted_by").order_by("held_on", "pk"))


def steps_of(plan: Plan) -> list[PlanStep]:
    """The acts on this version and on those before it of the same year."""
    found = PlanStep.objects.filter(
        plan__unit=plan.unit_id, plan__year=plan.year, plan__version__lte=plan.version
    )
    return list(found.select_related("by").order_by("pk"))


def outcomes(items: Iterable[PlanItem]) -> dict[str, Outcome]:
    """What became of each item, by its uuid: from the one register of actions, as it stands now."""
    items = list(items)
    by_goal = _linked(
        GoalAction.objects.filter(goal__one_of=[i.goal_id for i in items if i.goal_id]), "goal_id"
    )
    by_placement = _linked(
        PlacementAction.objects.filter(
            placement__one_of=[i.placement_id for i in items if i.placement_id]
        ),
        "placement_id",
    )
    return {
        str(one.uuid): Outcome(
            one.goal,
            (
                *((one.action,) if one.action else ()),
                *by_goal.get(one.goal_id or 0, ()),
                *by_placement.get(one.placement_id or 0, ()),
            ),
        )
        for one in items
    }


def _linked(
    links: QuerySet[GoalAction] | QuerySet[PlacementAction], key: str
) -> Mapping[int, list[Action]]:
    found: dict[int, list[Action]] = defaultdict(list)
    for link in links.select_related("action__owner").order_by("action__due", "pk"):
        found[getattr(link, key)].append(link.action)
    return found


def holding(goal_id: int | None = None, action_id: int | None = None) -> list[Plan]:
    """The versions that stand, in which a goal or an action has its place; the newest year first."""
    asked = Q(items__goal=goal_id) if goal_id else Q(items__action=action_id)
    found = Plan.objects.filter(
        asked, items__state__in=[ItemState.IN_PLAN, ItemState.DEFERRED], state=State.APPROVED
    )
    newest = found.order_by("unit", "year", "-version").distinct("unit", "year")
    return sorted(newest.select_related("unit"), key=lambda one: -one.year)
