"""What stands: one series, a unit's table, and the units below side by side."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db import connection
from django.db.models import OuterRef, QuerySet
from django.db.models.functions import JSONObject

from styrk.core.together import fetch_together
from styrk.indicators import periods
from styrk.indicators.models import Indicator, SeriesMark, Signal
from styrk.indicators.queries.defining import (
    Targets,
    Versions,
    asked_definitions,
    asked_targets,
    definitions_of,
    indicators_at,
    targets_in,
    versions_in,
)
from styrk.indicators.series import (
    Kept,
    Point,
    Series,
    in_force,
    laid_out,
)
from styrk.indicators.states import Area, Of
from styrk.indicators.year import YearToDate, year_to_date
from styrk.organisation.models import Unit

type Pair = tuple[int, int]
type Found = Mapping[tuple[int, int, str], Mapping[date, Kept]]
# How many periods a table's small pictures show.
SHOWN = 36

FIGURES = """
    SELECT f.indicator_id, f.unit_id, f.of, f.period, f.numerator::float8, f.denominator::float8,
           f.own, f.reporting
    FROM unnest(%(indicators)s::bigint[], %(units)s::bigint[], %(since)s::date[])
        AS w (indicator_id, unit_id, since)
    JOIN indicators_figure f ON f.unit_id = w.unit_id AND f.indicator_id = w.indicator_id
        AND f.period >= w.since AND f.of = ANY (%(of)s) AND (f.of <> 'actual' OR f.period <= %(upto)s)
"""
CHILDREN = """
    SELECT u.id, f.numerator::float8, f.denominator::float8, f.own, f.reporting
    FROM indicators_place p JOIN organisation_unit u ON u.id = p.unit_id
    LEFT JOIN indicators_figure f ON f.unit_id = u.id AND f.indicator_id = %(indicator)s
        AND f.period = %(period)s AND f.of = %(of)s
    WHERE p.parent_id = %(unit)s AND p.since <= %(ends)s AND p.until >= %(ends)s
    ORDER BY u.name, u.id
"""


@dataclass(frozen=True)
class Row:
    """One indicator at one unit: its series, the year so far, and what the job has read in it."""

    indicator: Indicator
    unit_id: int
    series: Series
    year: YearToDate
    signal: Signal | None

    @property
    def marks(self) -> list[SeriesMark]:
        """What a person has decided about the chart, and that holds; a series with figures has a signal."""
        told = getattr(self.signal, "marks", ())
        return [SeriesMark(kind=m["kind"], period=date.fromisoformat(m["period"])) for m in told]


@dataclass(frozen=True)
class Below:
    """A unit straight below, and what stands there; None where nothing does."""

    unit: Unit
    point: Point | None


def series(indicator: Indicator, unit: Unit, *, upto: date, of: str = Of.ACTUAL) -> Series:
    """The series of an indicator at a unit, through the newest period that is over. Two queries."""
    return series_of([(indicator, unit.pk)], upto=upto, of=(of,))[indicator.pk, unit.pk, of]


def series_of(
    pairs: Sequence[tuple[Indicator, int]],
    *,
    upto: date,
    of: Collection[str] = (Of.ACTUAL,),
    last: int | None = None,
    along: Sequence[QuerySet[Any, Any]] = (),
) -> dict[tuple[int, int, str], Series]:
    """Many series, by (indicator id, unit id, of). Two queries, however many; `along` come in the same.

    `last`: only so many periods, though at least from the beginning of the year before.
    """
    ids = {indicator.pk for indicator, _unit in pairs}
    units = {unit for _indicator, unit in pairs}
    definitions, wanted = asked_definitions(ids), asked_targets(ids, units)
    fetch_together(definitions, wanted, *along)
    versions, targets = versions_in(definitions), targets_in(wanted)
    since = {pk: _since(versions[pk][-1].rhythm, upto, last) for pk in ids}
    found = _figures([(one.pk, unit) for one, unit in pairs], since, of, upto)
    return {
        (indicator.pk, unit, kind): Series(
            indicator=indicator,
            unit_id=unit,
            of=kind,
            upto=upto,
            definitions=versions[indicator.pk],
            points=tuple(
                laid_out(
                    versions[indicator.pk],
                    found.get((indicator.pk, unit, kind), {}),
                    _until(indicator, upto),
                    planned=kind != Of.ACTUAL,
                )
            ),
            targets=_targets(targets, indicator.pk, unit),
        )
        for indicator, unit in pairs
        for kind in of
    }


def table(unit: Unit, on: date, *, last: int = SHOWN) -> list[Row]:
    """All indicators that tell of a unit, in the order of a report. Four queries."""
    return tables([unit], on, last=last)[unit.pk]


def tables(units: Sequence[Unit], on: date, *, last: int = SHOWN) -> dict[int, list[Row]]:
    """The same for many units beside each other: every unit has the same rows, in the same order."""
    order = {area: place for place, area in enumerate(Area.values)}
    indicators = sorted(indicators_at(units, on), key=lambda one: order[one.area])
    pairs = [(one, unit.pk) for unit in units for one in indicators]
    found = series_of(pairs, upto=on, of=Of.values, last=last)
    signals = _signals(units)
    return {
        unit.pk: [_row(one, unit.pk, found, signals, on, last) for one in indicators]
        for unit in units
    }


def children(indicator: Indicator, unit: Unit, period: date, *, of: str = Of.ACTUAL) -> list[Below]:
    """The units straight below on the period's last day, each with what stands there. Three queries."""
    versions = definitions_of([indicator.pk])[indicator.pk]
    ends = periods.ends(in_force(versions, period).rhythm, period)
    facts: dict[str, int | str | date] = {
        "indicator": indicator.pk,
        "unit": unit.pk,
        "period": period,
        "of": of,
        "ends": ends,
    }
    with connection.cursor() as cursor:
        cursor.execute(CHILDREN, facts)
        rows = cursor.fetchall()
    units = Unit.objects.in_bulk([pk for pk, *_figure in rows])
    return [Below(units[pk], _only(versions, period, ends, figure)) for pk, *figure in rows]


def _only(
    versions: Sequence[object], period: date, ends: date, figure: Sequence[object]
) -> Point | None:
    if figure[0] is None:
        return None
    return next(laid_out(versions, {period: Kept(*figure)}, ends, planned=True))  # type: ignore[arg-type]


def _since(rhythm: str, upto: date, last: int | None) -> date:
    if last is None:
        return date.min
    shown = periods.moved(rhythm, periods.newest_over(rhythm, upto), 1 - last)
    # A year before the year begins, where weeks and days are compared with those of other dates.
    return min(shown, date(upto.year - 2, 12, 1))


def _until(indicator: Indicator, upto: date) -> date:
    return min(upto, indicator.retired_on) if indicator.retired_on else upto


def _figures(
    pairs: Sequence[Pair], since: Mapping[int, date], of: Collection[str], upto: date
) -> Found:
    facts: dict[str, Any] = {
        "indicators": [indicator for indicator, _unit in pairs],
        "units": [unit for _indicator, unit in pairs],
        "since": [since[indicator] for indicator, _unit in pairs],
        "of": [str(one) for one in of],
        "upto": upto,
    }
    found: dict[tuple[int, int, str], dict[date, Kept]] = defaultdict(dict)
    with connection.cursor() as cursor:
        cursor.execute(FIGURES, facts)
        for indicator, unit, kind, period, *figure in cursor.fetchall():
            found[indicator, unit, kind][period] = Kept(*figure)
    return found


def _targets(targets: Targets, indicator: int, unit: int) -> tuple[tuple[date, float | None], ...]:
    """A unit's own targets stand before those for everyone."""
    return targets.get((indicator, unit)) or targets.get((indicator, None), ())


def _signals(units: Sequence[Unit]) -> dict[Pair, Signal]:
    holding = SeriesMark.objects.filter(
        indicator=OuterRef("indicator"), unit=OuterRef("unit"), withdrawn_at__isnull=True
    ).order_by("period", "pk")
    found = Signal.objects.filter(unit__one_of=[unit.pk for unit in units]).annotate(
        marks=ArraySubquery(holding.values(told=JSONObject(kind="kind", period="period")))
    )
    return {(one.indicator_id, one.unit_id): one for one in found}


def _row(
    indicator: Indicator,
    unit: int,
    found: Mapping[tuple[int, int, str], Series],
    signals: Mapping[Pair, Signal],
    on: date,
    last: int,
) -> Row:
    actual, budget, forecast = (found[indicator.pk, unit, of] for of in Of.values)
    newest = actual.points[-1].period if actual.points else on
    shown = replace(actual, points=actual.points[-last:])
    return Row(
        indicator=indicator,
        unit_id=unit,
        series=shown,
        year=year_to_date(newest.year, actual, budget, forecast),
        signal=signals.get((indicator.pk, unit)),
    )


__all__ = ["Below", "Row", "Versions", "children", "series", "series_of", "table", "tables"]
