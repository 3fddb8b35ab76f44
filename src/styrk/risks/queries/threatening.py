"""The risks that point at a requirement, a goal or a series, as far as the person in scope sees them."""

from django.db.models import Case, Count, IntegerField, QuerySet, Value, When, Window

from styrk.core.trips import asks
from styrk.goals.models import Goal
from styrk.indicators.models import Indicator
from styrk.requirements.models import Requirement
from styrk.risks.models import Risk, RiskGoal, RiskMeasure, RiskPlacement
from styrk.risks.states import LIVE, Zone

# The gravest first; what is not rated last.
GRAVITY = {Zone.RED: 0, Zone.YELLOW: 1}


def risks_to(requirement: Requirement, limit: int) -> tuple[list[Risk], int]:
    """The gravest live risks in sight that point at it, and how many there are: one question."""
    links = RiskPlacement.objects.filter(
        placement__requirement=requirement, removed_at__isnull=True
    )
    found = Risk.objects.filter(pk__in=links.values("risk"), state__in=LIVE)
    return _gravest(found, limit)


def risks_to_goal(goal: Goal, limit: int) -> tuple[list[Risk], int]:
    """The same of a goal."""
    links = RiskGoal.objects.filter(goal=goal, removed_at__isnull=True)
    return _gravest(Risk.objects.filter(pk__in=links.values("risk"), state__in=LIVE), limit)


def risks_seen_in(indicator: Indicator, unit_id: int, limit: int) -> tuple[list[Risk], int]:
    """The same of a series: risks at the unit that the indicator shows."""
    rows = _seen_in(indicator, unit_id, limit)
    return rows, rows[0].total if rows else 0


@asks
def _seen_in(indicator: Indicator, unit_id: int, limit: int) -> QuerySet[Risk]:
    links = RiskMeasure.objects.filter(indicator=indicator, removed_at__isnull=True)
    found = Risk.objects.filter(pk__in=links.values("risk"), unit_id=unit_id, state__in=LIVE)
    return _gravest_first(found)[:limit]


def _gravest(found: QuerySet[Risk], limit: int) -> tuple[list[Risk], int]:
    rows = list(_gravest_first(found)[:limit])
    return rows, rows[0].total if rows else 0  # type: ignore[attr-defined]


def _gravest_first(found: QuerySet[Risk]) -> QuerySet[Risk]:
    zones = [When(zone=zone, then=Value(place)) for zone, place in GRAVITY.items()]
    gravity = Case(*zones, default=Value(len(GRAVITY)), output_field=IntegerField())
    counted = found.select_related("unit", "owner", "current", "acceptance").annotate(
        total=Window(Count("pk"))
    )
    return counted.order_by(gravity, "-described_at", "-pk")
