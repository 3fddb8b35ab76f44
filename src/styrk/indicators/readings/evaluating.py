"""Many series at once: one call of the control charts for each kind of chart."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from styrk.indicators.models import Definition, SeriesMark
from styrk.indicators.readings.reading import WISHES, Reading, counts_events, numbers
from styrk.indicators.series import Point, Series
from styrk.indicators.spc import Charts, Points, XmrCharts, control_charts, points, xmr_charts
from styrk.indicators.spc import Kind as Drawn
from styrk.indicators.spc.advice import ENOUGH_FOR_MEDIAN, widened
from styrk.indicators.spc.arrays import Floats
from styrk.indicators.spc.lines import Lines
from styrk.indicators.spc.ranking import either, latest_p_values, newest_p_values
from styrk.indicators.states import Chart, Direction, Kind, MarkKind

type Marks = Mapping[tuple[int, int], Sequence[SeriesMark]]

USUAL = {
    Kind.PROPORTION: Drawn.P,
    Kind.RATE: Drawn.U,
    Kind.COUNT: Drawn.C,
    Kind.MEAN: Drawn.I,
    Kind.SINGLE: Drawn.I,
    Kind.BETWEEN: Drawn.T,
}
# Charts of numerators over denominators; the others are of the figures themselves.
OVER = {Drawn.P, Drawn.P_PRIME, Drawn.U, Drawn.U_PRIME, Drawn.I_PRIME}
WIDER = {Drawn.P: Drawn.P_PRIME, Drawn.U: Drawn.U_PRIME}
# Charts of events whose number is that of the numerators.
EVENTS = {Drawn.P, Drawn.P_PRIME, Drawn.U, Drawn.U_PRIME, Drawn.C}


@dataclass(frozen=True)
class _Asked:
    """A series on its way into a chart."""

    place: int
    series: Series
    points: tuple[Point, ...]
    marks: tuple[SeriesMark, ...]
    chart: Drawn

    @property
    def factor(self) -> float:
        return float(self.series.definition.factor)

    def index(self, kind: str) -> list[int]:
        """The places of such marks among the points, from 1."""
        if not self.marks:
            return []
        places = {point.period: number for number, point in enumerate(self.points, start=1)}
        return [places[m.period] for m in self.marks if m.kind == kind and m.period in places]


def evaluate(series: Sequence[Series], marks: Marks | None = None) -> list[Reading | None]:
    """What each series tells, in the order given; None for one without figures.

    `marks` by (indicator, unit), as `queries.marks_of` gives them. One call for each kind of chart.
    """
    found: list[Reading | None] = [None] * len(series)
    groups: dict[Drawn, list[_Asked]] = defaultdict(list)
    for place, one in enumerate(series):
        asked = _asked(place, one, marks or {})
        if asked is not None:
            groups[asked.chart].append(asked)
    for chart, wider in WIDER.items():
        groups[chart], widened = _widened(chart, groups[chart])
        groups[wider] += widened
    for chart, each in groups.items():
        for asked, reading in zip(each, _read(chart, each) if each else (), strict=True):
            found[asked.place] = reading
    return found


def _asked(place: int, series: Series, marks: Marks) -> _Asked | None:
    points_there = series.comparable
    known = [point for point in points_there if usable(series, point)]
    if not known:
        return None
    own = tuple(marks.get((series.indicator.pk, series.unit_id), ()))
    return _Asked(place, series, points_there, own, _chart(series, known))


def usable(series: Series, point: Point) -> bool:
    """Whether the point may be judged: large enough, and for a sum with all units in it."""
    counted = series.definition.kind == Kind.COUNT
    return point.value is not None and not (counted and point.is_partial)


def _chart(series: Series, known: Sequence[Point]) -> Drawn:
    if len(known) < ENOUGH_FOR_MEDIAN:
        return Drawn.RUN
    definition = series.definition
    chosen = definition.chart
    chart = _usual(definition, known) if chosen == Chart.AUTO else Drawn(chosen)
    if chart in OVER and not definition.is_divided:
        return Drawn.I
    if chart is Drawn.T and any(not point.value or point.value < 0 for point in known):
        return Drawn.G if all((point.value or 0) >= 0 for point in known) else Drawn.I
    negative = any((point.numerator or 0) < 0 for point in known)
    return Drawn.I if chart in {Drawn.C, Drawn.U, Drawn.G} and negative else chart


def _usual(definition: Definition, known: Sequence[Point]) -> Drawn:
    chart = USUAL[Kind(definition.kind)]
    if chart in WIDER and not definition.counts_whole:
        return Drawn.I_PRIME
    return Drawn.I if chart is Drawn.C and not counts_events(known) else chart


def _widened(chart: Drawn, asked: Sequence[_Asked]) -> tuple[list[_Asked], list[_Asked]]:
    """Those that stay in the chart, and those Styrk draws with wider limits, as its own advice says."""
    if not asked:
        return [], []
    _figures, top, low = _laid(asked)
    wide = widened(chart, points(top, low, lengths=np.array([len(one.points) for one in asked])))
    own = [one.series.definition.chart == Chart.AUTO for one in asked]
    rows = list(zip(asked, own, wide.tolist(), strict=True))
    return (
        [one for one, auto, is_wide in rows if not (auto and is_wide)],
        [one for one, auto, is_wide in rows if auto and is_wide],
    )


def _laid(asked: Sequence[_Asked]) -> tuple[Floats, Floats, Floats]:
    """Figures, numerators and denominators, a series in each row."""
    shape = (len(asked), max(len(one.points) for one in asked))
    figures, top, low = np.full(shape, np.nan), np.full(shape, np.nan), np.full(shape, np.nan)
    for row, one in enumerate(asked):
        there = [point if usable(one.series, point) else None for point in one.points]
        figures[row, : len(there)] = numbers([p.value if p else None for p in there])
        top[row, : len(there)] = numbers([p.numerator if p else None for p in there])
        low[row, : len(there)] = numbers([p.denominator if p else None for p in there])
    return figures, top, low


def _p_values(chart: Drawn, drawn: Charts, events: Floats) -> Floats:
    """Of the newest part: a level that has moved, or a newest point that is far out."""
    given, lines = drawn.points, drawn.lines
    newest = given.part == given.part.max(axis=1)[:, None]
    counted = given.include & given.present & newest
    figures = np.where(counted, lines.y, np.nan)
    up, down = lines.high - lines.centre, lines.centre - lines.low
    # A lower limit may be cut at 0; that of time between events is nearer by nature.
    wider = np.fmax(up, down)
    half = np.where(lines.y >= lines.centre, up, down) if chart is Drawn.T else wider
    away = (figures - lines.centre) / np.where(half > 0, half, 1.0)
    if chart not in EVENTS:
        return either(newest_p_values(figures), latest_p_values(away))
    usual = lines.centre * (1.0 if given.n is None else given.n)
    return either(newest_p_values(figures), latest_p_values(away, events, usual))


def _read(chart: Drawn, asked: Sequence[_Asked]) -> list[Reading]:
    figures, top, low = _laid(asked)
    given = _points(asked, top, low) if chart in OVER else _points(asked, figures, None)
    drawn = control_charts(chart, given)
    p = _p_values(chart, drawn, top if chart in OVER else figures)
    if chart in OVER:
        drawn = _scaled(drawn, np.array([one.factor for one in asked])[:, None])
    icons = _icons(asked, figures)
    return [
        Reading(
            series=one.series,
            marks=one.marks,
            points=one.points,
            chart=chart,
            p=None if np.isnan(p[row]) else float(p[row]),
            drawn=drawn,
            icons=icons,
            row=row,
        )
        for row, one in enumerate(asked)
    ]


def _points(asked: Sequence[_Asked], y: Floats, n: Floats | None) -> Points:
    return points(
        y,
        n,
        # The engine takes no freeze in a series with splits.
        freeze=[next(iter(one.index(MarkKind.FREEZE)), None) for one in asked],
        splits=[[place - 1 for place in one.index(MarkKind.SPLIT)] for one in asked],
        exclude=[one.index(MarkKind.EXCLUDE) for one in asked],
        lengths=np.array([len(one.points) for one in asked]),
    )


def _icons(asked: Sequence[_Asked], figures: Floats) -> XmrCharts:
    targets = [one.series.target for one in asked]
    return xmr_charts(
        _points(asked, figures, None),
        [WISHES[Direction(one.series.definition.direction)] for one in asked],
        targets=numbers(targets),
    )


def _scaled(drawn: Charts, factors: Floats) -> Charts:
    """Lines of shares as lines in the definitions' own measure."""
    lines = drawn.lines
    each = (lines.y, lines.centre, lines.low, lines.high, lines.low95, lines.high95)
    return replace(drawn, lines=Lines(*(line * factors for line in each)))
