"""The same series by MR, Xbar and S: how much figures differ, and figures gathered in longer periods."""

from dataclasses import dataclass
from datetime import date

import numpy as np

from styrk.indicators import periods
from styrk.indicators.readings.reading import Reading
from styrk.indicators.spc import Charts, control_charts, points
from styrk.indicators.spc import Kind as Drawn
from styrk.indicators.spc.subgroups import XType, subgroups
from styrk.indicators.states import Kind, MarkKind, Rhythm

# Measurements that come after each other are one group: those of a period that holds several of them.
LONGER = {Rhythm.DAY: Rhythm.WEEK, Rhythm.WEEK: Rhythm.MONTH, Rhythm.MONTH: Rhythm.QUARTER}
MEASURED = {Kind.MEAN, Kind.SINGLE}


@dataclass(frozen=True)
class Grouped:
    """A chart of longer periods, `moments`; `of` says which of them each point of the series is in, and
    `size` how many figures each is of."""

    charts: Charts
    rhythm: Rhythm
    moments: tuple[date, ...]
    of: tuple[int, ...]
    size: tuple[int, ...]


def ranges(reading: Reading) -> Charts:
    """MR: how much each figure differs from the one before. The series is in the same row as in `icons`."""
    return control_charts(Drawn.MR, reading.icons.points)


def can_group(kind: str, rhythm: str) -> bool:
    """Whether figures are measurements that longer periods hold several of."""
    return Kind(kind) in MEASURED and Rhythm(rhythm) in LONGER


def grouped(reading: Reading, kind: Drawn) -> Grouped:
    """Xbar or S of the figures in each longer period; what a person has left out is not among them.

    A level that begins within a period begins with it.
    """
    longer = LONGER[Rhythm(reading.series.definition.rhythm)]
    held = [periods.begins(longer, point.period) for point in reading.points]
    given, length = reading.icons.points, len(held)
    there = given.include[reading.row, :length]
    y = np.where(there, given.y[reading.row, :length], np.nan)
    found = subgroups(y, x=[day.isoformat() for day in held], x_type=XType.DATE)
    moments = tuple(date.fromisoformat(str(one)) for one in found.x)
    place = {day: number for number, day in enumerate(moments)}
    marked = {
        kind: [place[periods.begins(longer, m.period)] for m in reading.marks if m.kind == kind]
        for kind in (MarkKind.FREEZE, MarkKind.SPLIT)
    }
    frozen = marked[MarkKind.FREEZE]
    charts = control_charts(
        kind,
        points(
            found.y,
            size=found.size,
            sd=found.sd,
            freeze=frozen[0] + 1 if frozen else None,
            splits=marked[MarkKind.SPLIT],
        ),
    )
    sizes = tuple(int(one) for one in found.size)
    return Grouped(charts, longer, moments, tuple(place[day] for day in held), sizes)
