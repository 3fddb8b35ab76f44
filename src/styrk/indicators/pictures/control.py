"""Series as control charts, of every kind."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from django.utils.translation import gettext as _

from styrk.indicators.pictures.told import Told, known, of, toned
from styrk.indicators.spc.charts import Charts
from styrk.indicators.spc.kinds import Kind
from styrk.indicators.spc.long_runs import long_runs
from styrk.ui.charts import ControlChart, Mark, Part, Point, Tone


def control_picture(
    charts: Charts, series: int, told: Told, *, last: int | None = None
) -> ControlChart:
    """A series of any kind: points outside the limits, and the long runs of Anhøj's rules, marked.

    `last`: only so many points of it.
    """
    first = max(len(told.moments) - last, 0) if last else 0
    points = _points(charts, series, told, first)
    parts, frozen = _parts(charts, series, told), max(_frozen(charts, series) - first, 0)
    shown = [replace(one, place=one.place - first) for one in told.remarks if one.place >= first]
    told = replace(told, remarks=shown)
    return chart_of(points, told, parts, frozen, centre_name(charts.kind))


def centre_name(kind: Kind) -> str:
    """What the centre line is called where it is no mean."""
    return _("Median") if kind in {Kind.RUN, Kind.G} else ""


def _points(charts: Charts, series: int, told: Told, first: int) -> list[Point]:
    lines, given = charts.lines, charts.points
    in_run = {place for run in long_runs(charts, series) for place in run}
    shown = slice(first, len(told.moments))
    columns = [
        one[series, shown].tolist()
        for one in (
            *(lines.y, lines.centre, lines.low, lines.high, lines.low95, lines.high95),
            *(charts.outside, given.include, given.part),
        )
    ]
    points = []
    for place, row in enumerate(zip(*columns, strict=True), start=first):
        value, centre, low, high, low95, high95, outside, include, part = row
        mark = Mark.OUTSIDE if outside else Mark.SHIFT if place in in_run else Mark.NONE
        points.append(
            Point(
                at=told.moments[place],
                value=known(value),
                centre=known(centre),
                low=known(low),
                high=known(high),
                low95=known(low95),
                high95=known(high95),
                target=of(told.targets, place, None),
                mark=mark,
                tone=toned(value - centre, told.direction) if mark else Tone.PLAIN,
                excluded=not include,
                waiting=of(told.waiting, place, default=False),
                part=part,
            )
        )
    return points


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
