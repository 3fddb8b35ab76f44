"""What a chart tells now: of the newest point that nobody has left out, and the newest part."""

from dataclasses import dataclass

import numpy as np

from styrk.indicators.spc.arrays import above
from styrk.indicators.spc.charts import Charts
from styrk.indicators.spc.kinds import Kind
from styrk.indicators.spc.long_runs import all_runs, long_runs
from styrk.indicators.spc.xmr import Assurance, Direction


@dataclass(frozen=True)
class Now:
    """`part` is the newest that anything is known of; `known` points of it are known and included;
    `last` is the place of the newest, -1 where there is none. `outside` 1 above the limits, -1 below, else 0. `run` the places of the run that
    is too long and lasts still. `few`: the centre is crossed too seldom. `side` 1 or -1: where the newest
    useful point lies, 0 where there is none.
    """

    part: int
    known: int
    last: int
    outside: int
    run: tuple[int, ...]
    few: bool
    side: int

    @property
    def way(self) -> int:
        """1 where what signals is high, -1 where it is low, 0 where nothing signals."""
        if self.outside:
            return self.outside
        return self.side if self.run or self.few else 0


def now(charts: Charts, series: int) -> Now:
    """One set of rules: outside 3 sigma, and Anhøj's two. A run chart has no limits to be outside."""
    here = _newest_part(charts, series)
    if not here:
        return Now(1, 0, -1, 0, (), few=False, side=0)
    part = int(charts.points.part[series, here[-1]])
    every = [run for run in all_runs(charts, series) if charts.points.part[series, run[0]] == part]
    newest = every[-1] if every else []
    lasting = newest if newest and newest in long_runs(charts, series) else []
    return Now(
        part=part,
        known=len(here),
        last=here[-1],
        outside=_outside(charts, series, here[-1]),
        run=tuple(lasting),
        few=_few(charts, series, part - 1),
        side=_side(charts, series, newest[-1]) if newest else 0,
    )


def assured(
    charts: Charts, series: int, place: int, direction: Direction, target: float
) -> Assurance:
    """The target against the limits of the chart that is drawn, as they are at the point `place`: as Making
    Data Count does against those of an XmR. On a limit, or without limits, inconsistent.

    `target` NaN is none. A run chart has no limits to hold it against.
    """
    if direction is Direction.NEUTRAL or np.isnan(target):
        return Assurance.NONE
    lines = charts.lines
    over = bool(above(np.asarray(target), lines.high[series, place]))
    under = bool(above(lines.low[series, place], np.asarray(target)))
    met, missed = (under, over) if direction > 0 else (over, under)
    return Assurance.PASS if met else Assurance.FAIL if missed else Assurance.INCONSISTENT


def _newest_part(charts: Charts, series: int) -> list[int]:
    """The known and included points of the newest part that has any."""
    given = charts.points
    known = ~np.isnan(charts.lines.y[series]) & given.include[series] & given.present[series]
    places = np.flatnonzero(known)
    part = given.part[series, places]
    return [int(n) for n in places[part == part[-1:]]]


def _outside(charts: Charts, series: int, place: int) -> int:
    if charts.kind is Kind.RUN or not charts.outside[series, place]:
        return 0
    return _side(charts, series, place)


def _side(charts: Charts, series: int, place: int) -> int:
    return 1 if charts.lines.y[series, place] > charts.lines.centre[series, place] else -1


def _few(charts: Charts, series: int, part: int) -> bool:
    found = charts.runs
    fewer = found.crossings[series, part] < found.fewest_allowed[series, part]
    return bool(found.signal[series, part] and fewer)
