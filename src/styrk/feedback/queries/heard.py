"""«Dere sa, vi gjorde», and the units' pages, for all who work there."""

from styrk.access.queries import Standing
from styrk.feedback.models import Change, Entrance
from styrk.organisation.models import Unit

SHOWN = 100


def changes(standing: Standing, unit: Unit | None) -> list[Change]:
    """What was changed at the unit and below, or in all the trusts one belongs to; the newest first."""
    found = Change.objects.filter(unit__trust_id__in=standing.trusts).select_related("unit", "by")
    if unit is not None:
        found = found.filter(unit__path__startswith=unit.path)
    return list(found.order_by("-pk")[:SHOWN])


def entrance_of(unit: Unit) -> Entrance | None:
    return Entrance.objects.filter(unit=unit).first()
