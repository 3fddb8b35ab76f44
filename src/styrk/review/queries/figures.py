"""The figures of a unit in a report: each indicator once, in the report's own order."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from django.contrib.postgres.aggregates import BoolOr
from django.db.models import Exists, OuterRef, QuerySet, Sum

from styrk.core.together import fetch_together
from styrk.indicators import periods as rhythms
from styrk.indicators.drawing import full, remarks
from styrk.indicators.glances import SHOWN, glance_of
from styrk.indicators.glances import newest as newest_of
from styrk.indicators.models import Definition, Indicator
from styrk.indicators.models import Figure as Kept
from styrk.indicators.pictures import control_picture
from styrk.indicators.queries import series_of
from styrk.indicators.queries.defining import asked_indicators
from styrk.indicators.queries.happened import Happened
from styrk.indicators.queries.looking import asked_marks, marks_in
from styrk.indicators.readings import Reading, evaluate
from styrk.indicators.series import Series, Standing
from styrk.indicators.states import Along, Area, Kind, Of
from styrk.indicators.year import year_to_date
from styrk.organisation.models import Unit
from styrk.requirements import periods
from styrk.review.pack import Figure, Made, Month, Tells
from styrk.review.pack.charted import DECIMALS, Charted, kept, rounded

# So many periods are drawn; those of the year before are compared with.
DRAWN = 13
# So many charts there are in a report.
CHARTED = 6

type Found = Mapping[tuple[int, int, str], Series]


def indicators_of(unit: Unit, period: str) -> QuerySet[Indicator]:
    """Every indicator that tells of the unit."""
    return asked_indicators([unit], periods.last_day(period))


def figures_of(
    unit: Unit,
    period: str,
    today: date,
    told: Iterable[Indicator],
    along: Sequence[QuerySet[Any, Any]] = (),
) -> tuple[Figure, ...]:
    """What they tell (see `indicators_of`) through the end of the period. Two queries; `along` come in them.

    One query more where an action was carried out. The whole of each series is read: the charts tell the same here as on their own pages.
    """
    upto = periods.last_day(period)
    order = {area: place for place, area in enumerate(Area.values)}
    indicators = sorted(told, key=lambda one: order[one.area])
    if not indicators:
        fetch_together(*along)
        return ()
    pairs = [(one, unit.pk) for one in indicators]
    marks = asked_marks([(one.pk, unit.pk) for one in indicators])
    happened = Happened(unit, indicators)
    asked = [marks, *happened.asked, *along]
    found = series_of(pairs, upto=upto, of=Of.values, along=asked)
    series = [found[one.pk, unit.pk, Of.ACTUAL] for one in indicators]
    read = evaluate(series, marks_in(marks))
    figures = [
        replace(_figure(one, unit.pk, found, reading, upto.year, today), tells=_tells(reading))
        for one, reading in zip(indicators, read, strict=True)
    ]
    clearest = _clearest(figures, read)
    charts = {
        place: _chart(reading, indicators[place], happened)
        for place, reading in enumerate(read)
        if reading and place in clearest
    }
    return tuple(replace(figure, chart=charts.get(place)) for place, figure in enumerate(figures))


def _clearest(figures: Sequence[Figure], read: Sequence[Reading | None]) -> set[int]:
    """The places of those that stand out the most: the least likely to do so by chance."""
    likely = {
        place: 1.0 if reading.p is None else reading.p
        for place, (one, reading) in enumerate(zip(figures, read, strict=True))
        if reading and one.stands_out
    }
    return set(sorted(likely, key=lambda place: likely[place])[:CHARTED])


def _chart(reading: Reading, indicator: Indicator, happened: Happened) -> Charted:
    """The newest of it, as its own page draws it, with what happened and was done meanwhile."""
    said = remarks(reading, happened.notes_of(indicator), happened.actions_of(indicator))
    told = full(reading, title="", remarks=said)
    chart = control_picture(reading.drawn, reading.row, told, last=SHOWN)
    return kept(chart, reading.chart)


def asked_within(unit: Unit, below: Sequence[Unit], period: str) -> QuerySet[Kept, Any]:
    """Which of those below (code of the indicator, id of the unit) are summed in the unit's year so far, and
    what is counted above and below the line in theirs as it stands now."""
    upto = periods.last_day(period)
    year = Kept.objects.filter(of=Of.ACTUAL, period__range=(date(upto.year, 1, 1), upto))
    of = {name: OuterRef(name) for name in ("indicator", "period")}
    summed = Exists(Kept.objects.filter(unit=unit, of=Of.ACTUAL, own=False, **of))
    rows = year.filter(unit__in=[one.pk for one in below]).annotate(summed=summed).order_by()
    found = rows.values("indicator__code", "unit_id").annotate(
        within=BoolOr("summed"), top=Sum("numerator"), low=Sum("denominator")
    )
    return found.filter(within=True).values_list("indicator__code", "unit_id", "top", "low")


def _tells(reading: Reading | None) -> Tells | None:
    if reading is None:
        return None
    known = [one for one in reading.values[-SHOWN:] if one is not None]
    return Tells(
        points=reading.known,
        kinds=tuple(one.value for one in reading.signals),
        variation=reading.variation,
        assurance=reading.assurance,
        shown=len(known),
        low=rounded(min(known, default=None)),
        high=rounded(max(known, default=None)),
        drawn=dict(glance_of(reading.series, reading).spark),
    )


def _figure(
    indicator: Indicator,
    unit: int,
    found: Found,
    reading: Reading | None,
    year: int,
    today: date,
) -> Figure:
    actual, budget, forecast = (found[indicator.pk, unit, of] for of in Of.values)
    definition = actual.definition
    so_far = year_to_date(year, actual, budget, forecast)
    newest = actual.points[-1] if actual.points else None
    latest = newest_of(actual, reading)
    return Figure(
        code=indicator.code,
        name=indicator.name,
        area=indicator.area,
        kind=definition.kind,
        rhythm=definition.rhythm,
        direction=definition.direction,
        measured_in=definition.measured_in,
        decimals=definition.decimals,
        standing=_standing(actual, today),
        period=latest.period.isoformat() if latest else "",
        through=so_far.through.isoformat() if so_far.through else "",
        behind=_behind(actual),
        latest=rounded(latest.value) if latest else None,
        actual=rounded(so_far.actual),
        budget=rounded(so_far.budget),
        last_year=rounded(so_far.last_year),
        estimate=rounded(so_far.estimate),
        year_budget=rounded(so_far.year_budget),
        target=rounded(actual.target),
        units=newest.reporting if newest else 0,
        expected=newest.expected if newest else 0,
        months=tuple(_months(actual, budget)),
        source=definition.source,
        definition=definition.number,
        made=_made(definition, so_far.made),
        holes=tuple(one.isoformat() for one in so_far.holes),
        partial=tuple(one.isoformat() for one in so_far.partial),
        untold=tuple(sorted(so_far.untold)),
    )


def _made(definition: Definition, sums: tuple[float, float]) -> Made:
    top, low = (round(one, DECIMALS) for one in sums)
    rated = definition.kind in {Kind.PROPORTION, Kind.RATE} and definition.joined == Along.SUM
    return Made(top, low, float(definition.factor), definition.denominator, rated and low > 0)


def _standing(actual: Series, today: date) -> str:
    """Of the newest period that is over. What was to be here by today, is missing."""
    if not actual.points:
        return "none"
    newest = actual.points[-1]
    if newest.standing in {Standing.WAITING, Standing.MISSING}:
        return Standing.WAITING if newest.expected_on > today else Standing.MISSING
    return newest.standing


def _behind(actual: Series) -> int:
    """How many periods have ended since the newest that is known."""
    for number, point in enumerate(reversed(actual.points)):
        if point.standing is Standing.KNOWN:
            return number
    return 0


def _months(actual: Series, budget: Series) -> list[Month]:
    rhythm = actual.definition.rhythm
    said = {point.period: rounded(point.value) for point in actual.points}
    planned = {point.period: rounded(point.value) for point in budget.points}
    return [
        Month(
            period=point.period.isoformat(),
            actual=said[point.period],
            budget=planned.get(point.period),
            last_year=said.get(rhythms.a_year_before(rhythm, point.period)),
        )
        for point in actual.points[-DRAWN:]
    ]
