"""What was said, and what stood on a day, whatever has been corrected since."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date, datetime

from styrk.core import clock
from styrk.indicators import periods
from styrk.indicators.models import Indicator, Measurement
from styrk.indicators.queries.defining import definitions_of, targets_of
from styrk.indicators.series import Kept, Series, in_force, laid_out
from styrk.indicators.states import SUMMED, Of
from styrk.organisation.models import Unit, UnitEdition

type Places = dict[int | None, list[tuple[int, date, date]]]


def measurements_of(indicator: Indicator, unit: Unit, period: date) -> list[Measurement]:
    """All that was said of a unit in a period, the newest first."""
    found = Measurement.objects.filter(indicator=indicator, unit=unit, period=period)
    return list(found.select_related("by", "batch").order_by("-pk"))


def series_as_of(indicator: Indicator, unit: Unit, at: datetime, *, of: str = Of.ACTUAL) -> Series:
    """The series as it stood at a time: what was said later is not there. Four queries.

    Units stand where they are now known to have stood in the period.
    """
    versions = definitions_of([indicator.pk])[indicator.pk]
    said = _said(indicator, at, of)
    places = _places()
    upto = clock.day(at)
    kept = {}
    for period, own in said.items():
        definition = in_force(versions, period)
        ends = periods.ends(definition.rhythm, period)
        below = places if definition.kind in SUMMED else {}
        if found := _summed(unit.pk, own, below, ends):
            kept[period] = found
    targets = targets_of([indicator.pk], [unit.pk])
    return Series(
        indicator=indicator,
        unit_id=unit.pk,
        of=of,
        upto=upto,
        definitions=versions,
        points=tuple(laid_out(versions, kept, upto, planned=of != Of.ACTUAL)),
        targets=targets.get((indicator.pk, unit.pk)) or targets.get((indicator.pk, None), ()),
    )


def _said(indicator: Indicator, at: datetime, of: str) -> dict[date, dict[int, Kept | None]]:
    """By period and unit the newest value of each; None where it is taken back."""
    found = Measurement.objects.filter(indicator=indicator, of=of, at__lte=at).order_by("pk")
    said: dict[date, dict[int, Kept | None]] = defaultdict(dict)
    for pk, period, top, low in found.values_list("unit", "period", "numerator", "denominator"):
        kept = None
        if top is not None:
            kept = Kept(float(top), None if low is None else float(low), own=True, reporting=1)
        said[period][pk] = kept
    return said


def _places() -> Places:
    """By parent: (unit, first day there, last day there). The first known place is from the beginning."""
    places: Places = defaultdict(list)
    seen: set[int] = set()
    rows = UnitEdition.objects.order_by("unit_id", "valid_from")
    for unit, parent, since, until in rows.values_list("unit", "parent", "valid_from", "valid_to"):
        first = since if unit in seen else date.min
        seen.add(unit)
        places[parent].append((unit, first, until or date.max))
    return places


def _summed(unit: int, own: dict[int, Kept | None], places: Places, ends: date) -> Kept | None:
    if found := own.get(unit):
        return found
    below = (pk for pk, since, until in places.get(unit, ()) if since <= ends <= until)
    return _sum(found for pk in below if (found := _summed(pk, own, places, ends)))


def _sum(parts: Iterable[Kept]) -> Kept | None:
    each = list(parts)
    if not each:
        return None
    lows = [one.denominator for one in each if one.denominator is not None]
    return Kept(
        sum(one.numerator for one in each),
        sum(lows) if lows else None,
        own=False,
        reporting=sum(one.reporting for one in each),
    )
