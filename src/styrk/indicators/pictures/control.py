"""Series as control charts, of every kind."""

from collections.abc import Sequence

import numpy as np
from django.utils.translation import gettext as _

from styrk.indicators.pictures.told import Told, known, of, toned
from styrk.indicators.spc.charts import Charts
from styrk.indicators.spc.kinds import Kind
from styrk.indicators.spc.long_runs import long_runs
from styrk.ui.charts import ControlChart, Mark, Part, Point, Tone


def control_picture(charts: Charts, series: int, told: Told) -> ControlChart:
    """A series of any kind: points outside the limits, and the long runs of Anhøj's rules, marked."""
    lines, given = charts.lines, charts.points
    in_run = {place for run in long_runs(charts, series) for place in run}
    points = []
    for place, moment in enumerate(told.moments):
        value, centre = float(lines.y[series, place]), float(lines.centre[series, place])
        outside = bool(charts.outside[series, place])
        mark = Mark.OUTSIDE if outside else Mark.SHIFT if place in in_run else Mark.NONE
        points.append(
            Point(
                at=moment,
                value=known(value),
                centre=known(centre),
                low=known(lines.low[series, place]),
                high=known(lines.high[series, place]),
                low95=known(lines.low95[series, place]),
                high95=known(lines.high95[series, place]),
                target=of(told.targets, place, None),
                mark=mark,
                tone=toned(value - centre, told.direction) if mark else Tone.PLAIN,
                excluded=not bool(given.include[series, place]),
                waiting=of(told.waiting, place, default=False),
                part=int(given.part[series, place]),
            )
        )
    parts, frozen = _parts(charts, series, told), _frozen(charts, series)
    median = _("Median") if charts.kind in {Kind.RUN, Kind.G} else ""
    return chart_of(points, told, parts, frozen, median)


def chart_of(
    points: list[Point], told: Told, parts: Sequence[Part], frozen: int, centre_is: str = ""
) -> ControlChart:
    return ControlChart(
        title=told.title,
        points=points,
        rhythm=told.rhythm,
        measured_in=told.measured_in,
        decimals=told.decimals,
        ceiling=told.ceiling,
        centre_is=centre_is,
        parts=parts,
        remarks=told.remarks,
        frozen=frozen,
        words=told.words,
    )


def _frozen(charts: Charts, series: int) -> int:
    """How many points the baseline has; 0 where it is all of them."""
    baseline = charts.points.baseline[series]
    return 0 if baseline.all() else int(np.count_nonzero(baseline))


def _parts(charts: Charts, series: int, told: Told) -> list[Part]:
    number = int(charts.points.part[series].max())
    unsettled = charts.runs.signal[series]
    return [Part(of(told.parts, n, ""), bool(unsettled[n])) for n in range(number)]
