"""Which indicators tell of the units that one reaches: kept by one of them, or by one above."""

from collections.abc import Collection
from datetime import date

from django.db.models import Q, QuerySet

from styrk.core.scope import Units
from styrk.indicators.models import Indicator
from styrk.organisation.models import Unit


def reached_by(units: Units, on: date) -> list[Indicator]:
    """Those in use on the day, by code. Two queries."""
    in_use = Q(retired_on__isnull=True) | Q(retired_on__gt=on)
    return list(_reached(units).filter(in_use).order_by("code"))


def reached(units: Units, code: str) -> Indicator | None:
    """The indicator with the code, if it is one of these. Two queries."""
    return _reached(units).filter(code=code).first()


def ids_by_code(codes: Collection[str]) -> dict[str, int]:
    """The units that there are, by their codes."""
    return dict(Unit.objects.filter(code__in=codes).values_list("code", "pk"))


def _reached(units: Units) -> QuerySet[Indicator]:
    paths = Unit.objects.filter(pk__one_of=units.ids).values_list("path", flat=True)
    line = {int(pk) for path in paths for pk in path.split(".") if pk}
    return Indicator.objects.filter(unit__one_of=line).select_related("unit")
