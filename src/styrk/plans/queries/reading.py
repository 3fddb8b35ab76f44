"""A unit's plans, one version whole, and what became of what stands in it."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery, Value

from styrk.access.queries import Standing
from styrk.actions.models import Action, Objection
from styrk.actions.queries import objections
from styrk.core.trips import asks
from styrk.goals.models import Goal, GoalAction
from styrk.organisation.models import Unit
from styrk.plans.models import Ground, Hearing, Plan, PlanItem, PlanStep
from styrk.plans.types import PRIORITY
from styrk.requirements.models import PlacementAction
from styrk.requirements.queries import in_sight

WITH = ("unit", "trust", "begun_by", "approved_by", "approved_as", "follows")


@dataclass(frozen=True)
class Outcome:
    """What became of an item: the goal it is, and the actions of it that the person may see.

    `acted` is whether there are actions, seen or not.
    """

    goal: Goal | None
    actions: tuple[Action, ...]
    acted: bool


def versions(unit: Unit, year: int, standing: Standing) -> list[Plan]:
    """All versions of the year and of the year before, the newest first."""
    found = Plan.objects.filter(in_sight(standing), unit=unit, year__in=[year, year - 1])
    return list(_whole(found).order_by("-year", "-version"))


def versions_with(uuid: UUID, standing: Standing) -> list[Plan]:
    """The same of the unit and the year of one version; none where it is not in sight."""
    asked = Plan.objects.filter(uuid=uuid)
    year = Subquery(asked.values("year")[:1])
    found = Plan.objects.filter(
        Q(year=year) | Q(year=year - Value(1)),
        in_sight(standing),
        unit=Subquery(asked.values("unit")[:1]),
    )
    return list(_whole(found).order_by("-year", "-version"))


def plan(uuid: UUID, standing: Standing) -> Plan | None:
    return _whole(Plan.objects.filter(in_sight(standing), uuid=uuid)).first()


def _whole(found: QuerySet[Plan]) -> QuerySet[Plan]:
    return found.select_related(*WITH)


def locked(uuid: UUID) -> Plan | None:
    """The same row, held until the transaction ends."""
    return Plan.objects.select_for_update(no_key=True, of=("self",)).filter(uuid=uuid).first()


def locked_with(item: UUID) -> Plan | None:
    """The plan that the item stands in, held until the transaction ends."""
    return (
        Plan.objects.select_for_update(no_key=True, of=("self",)).filter(items__uuid=item).first()
    )


def objections_to(items: Iterable[PlanItem]) -> list[Objection]:
    """What people say of these does not work, the newest first. No question where there is none."""
    said = [one.uuid for one in items if one.objected]  # type: ignore[attr-defined]
    found = objections().filter(subject=PRIORITY, subject_uuid__in=said)
    return list(found) if said else []


def item(uuid: UUID, standing: Standing) -> PlanItem | None:
    found = PlanItem.objects.filter(plan__in=Plan.objects.filter(in_sight(standing)), uuid=uuid)
    return with_subjects(found.select_related("plan__unit", "plan__trust")).first()


def with_subjects(items: QuerySet[PlanItem]) -> QuerySet[PlanItem]:
    """In the order of priority, with what each is about, whether there are actions (`acted`), and whether
    somebody says that it does not work (`objected`).
    """
    of_goal = GoalAction.objects.filter(goal=OuterRef("goal"))
    of_placement = PlacementAction.objects.filter(placement=OuterRef("placement"))
    of_item = Objection.objects.filter(subject=PRIORITY, subject_uuid=OuterRef("uuid"))
    acted = Q(action__isnull=False) | Exists(of_goal) | Exists(of_placement)
    return (
        items.annotate(acted=acted, objected=Exists(of_item))
        .select_related(
            "goal__owner",
            "placement__requirement",
            "placement__owner",
            "action__owner",
            "above__plan__unit",
        )
        .order_by("position", "pk")
    )


def items_of(plan: Plan) -> list[PlanItem]:
    return list(with_subjects(plan.items.all()))


@asks
def hearings_of(plan: Plan) -> QuerySet[Hearing]:
    return plan.hearings.select_related("noted_by").order_by("held_on", "pk")


@asks
def grounds_of(plan: Plan) -> QuerySet[Ground]:
    return plan.grounds.order_by("pk")


def ground(uuid: UUID, standing: Standing) -> Ground | None:
    found = Ground.objects.filter(plan__in=Plan.objects.filter(in_sight(standing)), uuid=uuid)
    return found.select_related("plan__unit", "plan__trust").first()


def steps_of(plan: Plan) -> list[PlanStep]:
    """The acts on this version and on those before it of the same year."""
    found = PlanStep.objects.filter(
        plan__unit=plan.unit_id, plan__year=plan.year, plan__version__lte=plan.version
    )
    return list(found.select_related("by").order_by("pk"))


def outcomes(items: Iterable[Any]) -> dict[str, Outcome]:
    """What became of each item, by its uuid: from the one register of actions, as it stands now."""
    items = list(items)
    towards: dict[tuple[str, int], list[Action]] = defaultdict(list)
    for action in _actions_of(items):
        towards["goal", action.of_goal].append(action)
        towards["placement", action.of_placement].append(action)
    return {
        str(one.uuid): Outcome(
            one.goal,
            (
                *((one.action,) if one.action else ()),
                *(towards.get(("goal", one.goal_id), ()) if one.goal_id else ()),
                *(towards.get(("placement", one.placement_id), ()) if one.placement_id else ()),
            ),
            one.acted,
        )
        for one in items
    }


def _actions_of(items: list[PlanItem]) -> QuerySet[Any]:
    """The actions of the items' goals and requirements; `of_goal` and `of_placement` say whose."""
    goals = GoalAction.objects.filter(goal__one_of=[i.goal_id for i in items if i.goal_id])
    placements = PlacementAction.objects.filter(
        placement__one_of=[i.placement_id for i in items if i.placement_id]
    )
    return (
        Action.objects.filter(
            Q(pk__in=goals.values("action")) | Q(pk__in=placements.values("action"))
        )
        .annotate(
            of_goal=Subquery(goals.filter(action=OuterRef("pk")).values("goal")[:1]),
            of_placement=Subquery(placements.filter(action=OuterRef("pk")).values("placement")[:1]),
        )
        .select_related("owner")
        .order_by("due", "pk")
    )
