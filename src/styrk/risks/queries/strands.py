"""What hangs together with risks on the golden thread, as far as the person in scope may see it."""

from collections.abc import Collection
from typing import Any
from uuid import UUID

from django.db.models import F, Func, JSONField, QuerySet, Value

from styrk.actions.queries import TOLD
from styrk.core.trips import asks, each
from styrk.risks.models import Proposal, Risk, RiskAction, RiskGoal, RiskPlacement, Snapshot
from styrk.risks.states import BECAME
from styrk.ui.strands import Links

WITH = ("unit", "owner", "acceptance")
# What is told of a risk.
RISK = (
    "uuid",
    "title",
    "state",
    "zone",
    "treated",
    "review_on",
    "unit__name",
    "owner__name",
    "owner__left_on",
    "acceptance__expires_on",
    "themes",
)


def risk_with(uuid: UUID) -> Risk | None:
    return Risk.objects.filter(uuid=uuid).select_related(*WITH).first()


def risks_with(ids: Collection[int]) -> dict[int, Risk]:
    return {one.pk: one for one in _risks(ids)}


@asks
def _risks(ids: Collection[int]) -> QuerySet[Risk]:
    return Risk.objects.filter(pk__one_of=ids).select_related(*WITH)


# Placed requirements with a risk that may be seen.
PLACEMENT_LINKS = Links(
    "placement",
    "placement_id",
    RiskPlacement,
    [f"risk__{name}" for name in RISK],
    lambda: RiskPlacement.objects.filter(removed_at__isnull=True),
)
GOAL_LINKS = Links(
    "goal",
    "goal_id",
    RiskGoal,
    [f"risk__{name}" for name in RISK],
    lambda: RiskGoal.objects.filter(removed_at__isnull=True),
)
ACTION_LINKS = Links(
    "risk", "risk_id", RiskAction, [f"action__{name}" for name in TOLD], RiskAction.objects.all
)
# Risks that became part of a risk above. By state: the one above may be out of sight, the lifting is not.
LIFTED = Links(
    "risk",
    "risk_id",
    Proposal,
    ["state", "to_unit__name", *(f"into__{name}" for name in RISK)],
    lambda: Proposal.objects.filter(state__in=BECAME),
)


@asks
def threatened(ids: Collection[int]) -> QuerySet[Any, Any]:
    """Which placed requirements each of the risks points at: (risk, placement)."""
    links = RiskPlacement.objects.filter(removed_at__isnull=True, risk__one_of=ids)
    return links.values_list("risk_id", "placement_id")


@asks
def threatened_goals(ids: Collection[int]) -> QuerySet[Any, Any]:
    """Which goals each of the risks points at: (risk, goal)."""
    links = RiskGoal.objects.filter(removed_at__isnull=True, risk__one_of=ids)
    return links.values_list("risk_id", "goal_id")


@asks
def behind_actions(ids: Collection[int]) -> QuerySet[Any, Any]:
    """Which risk each of the actions was decided because of: (action, risk)."""
    return RiskAction.objects.filter(action__one_of=ids).values_list("action_id", "risk_id")


def sources_of(ids: Collection[int]) -> list[tuple[Proposal, Risk | None]]:
    """What each of the risks was lifted from, and the risk itself where it may be seen."""
    found = _lifted(ids)
    seen = risks_with({one.risk_id for one in found}) if found else {}
    return [(one, seen.get(one.risk_id)) for one in found]


@asks
def _lifted(ids: Collection[int]) -> QuerySet[Proposal]:
    return Proposal.objects.filter(into__one_of=ids).order_by("pk")


def pictures(ids: Collection[int]) -> list[tuple[int, Snapshot]]:
    """Which of the risks stand in the newest frozen picture of their unit, and that picture."""
    newest, uuids = each(lambda: _newest(ids), lambda: _uuids(ids))
    wanted = {str(uuid): pk for pk, uuid in uuids}
    return [(wanted[uuid], one) for one in newest for uuid in one.standing if uuid in wanted]


@asks
def _newest(ids: Collection[int]) -> QuerySet[Any]:
    risks = Risk.objects.filter(pk__one_of=ids)
    standing = Func(
        F("content"),
        Value("$.risks[*].uuid"),
        function="jsonb_path_query_array",
        output_field=JSONField(),
    )
    newest: QuerySet[Any] = (
        Snapshot.objects.filter(unit__in=risks.values("unit"))
        .order_by("unit", "-period", "-edition")
        .distinct("unit")
        .select_related("unit")
        .defer("content")
        .annotate(standing=standing)
    )
    return newest


@asks
def _uuids(ids: Collection[int]) -> QuerySet[Any, Any]:
    return Risk.objects.filter(pk__one_of=ids).values_list("pk", "uuid")
