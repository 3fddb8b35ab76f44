"""Actions in a plan that nothing has happened to for a while, before their deadline."""

from collections.abc import Collection, Mapping
from datetime import datetime, timedelta
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet

from styrk.actions.models import Action, ActionStep
from styrk.actions.states import State as ActionState
from styrk.core import clock
from styrk.duties.models import Duty
from styrk.goals.models import GoalAction
from styrk.plans.models import Plan, PlanItem
from styrk.plans.states import ItemState, State
from styrk.plans.types import QUIET
from styrk.requirements.models import PlacementAction

DAYS_QUIET = 60


def quiet_actions(now: datetime, *, days: int = DAYS_QUIET) -> QuerySet[Action]:
    """Planned, in a plan that stands for this year, not late yet, without a step for so many days.

    Those that somebody is asked about already are left out.
    """
    today = clock.day(now)
    lately = ActionStep.objects.filter(action=OuterRef("pk"), at__gt=now - timedelta(days=days))
    return (
        Action.objects.filter(_planned_in(today.year), state=ActionState.PLANNED, due__gte=today)
        .filter(~Exists(lately), ~Exists(_open().filter(subject_id=OuterRef("pk"))))
        .select_related("unit", "owner")
        .order_by("pk")
    )


def _planned_in(year: int) -> Q:
    later = Plan.objects.filter(follows=OuterRef("plan"), state=State.APPROVED)
    standing = PlanItem.objects.filter(
        ~Exists(later), plan__year=year, plan__state=State.APPROVED, state=ItemState.IN_PLAN
    )
    goals = GoalAction.objects.filter(goal__in=standing.values("goal"))
    placements = PlacementAction.objects.filter(placement__in=standing.values("placement"))
    return (
        Q(pk__in=standing.filter(action__isnull=False).values("action"))
        | Q(pk__in=goals.values("action"))
        | Q(pk__in=placements.values("action"))
    )


def _open() -> QuerySet[Duty]:
    return Duty.objects.filter(kind=QUIET, settled_at__isnull=True)


def _still() -> Q:
    """Whether a duty's action waits, and nothing has happened since it was asked."""
    since = ActionStep.objects.filter(action=OuterRef("subject_id"), at__gt=OuterRef("created_at"))
    planned = Action.objects.filter(pk=OuterRef("subject_id"), state=ActionState.PLANNED)
    return Exists(planned) & ~Exists(since)


def settled_signals() -> list[UUID]:
    """The actions that somebody is asked about, and where something has happened since."""
    return list(_open().filter(~_still()).values_list("subject_uuid", flat=True))


def titles(uuids: Collection[UUID]) -> Mapping[UUID, str]:
    """Titles of those actions that are still quiet: the next step settles it at once."""
    asked = _open().filter(_still(), subject_uuid__in=uuids)
    return dict(
        Action.objects.filter(pk__in=asked.values("subject_id")).values_list("uuid", "title")
    )
