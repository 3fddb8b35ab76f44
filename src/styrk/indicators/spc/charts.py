"""From points to charts: lines, points outside the limits, and runs."""

from dataclasses import dataclass, replace

import numpy as np

from styrk.indicators.spc.arrays import Bools, Floats, Ints, above, quietly
from styrk.indicators.spc.kinds import DRAWN_BY, Kind
from styrk.indicators.spc.lines import Lines
from styrk.indicators.spc.points import Points
from styrk.indicators.spc.runs import Runs, runs
from styrk.indicators.spc.stretches import Unrolled, unroll


@dataclass(frozen=True)
class Charts:
    """Many charts of one kind. `lines` and `outside` are (series, points).

    `runs` is (series, parts); where a series has fewer parts than others, `observed` is -1.
    `outside`: strictly outside the 3-sigma limits. `n_outside` (series, parts).
    """

    kind: Kind
    points: Points
    lines: Lines
    outside: Bools
    runs: Runs
    n_outside: Ints

    @property
    def signal(self) -> Bools:
        """Whether anything in the chart signals, (series,)."""
        return np.asarray(self.outside.any(axis=1) | self.runs.signal.any(axis=1))


@quietly
def control_charts(
    kind: Kind,
    given: Points,
    *,
    screened: bool = True,
    multiply: float = 1.0,
    y_neg: bool = True,
) -> Charts:
    """All the charts in one call.

    `screened`: unusually large moving ranges are left out of the limits of I, T, P', U' and I'.
    `multiply`: factor on values and lines. `y_neg=False`: negative lower limits become 0 in a chart
    where no value is negative.
    Raises ValueError for a T chart with times of 0 or less, and for P, P', U and U' without `n`.
    """
    unrolled = unroll(given)
    drawn = DRAWN_BY[kind](unrolled.rows, screened=screened)
    outside = above(drawn.y, drawn.high) | above(drawn.low, drawn.y)
    found = _found(kind, unrolled.rows, drawn)
    return Charts(
        kind=kind,
        points=given,
        lines=_shown(_whole(drawn, unrolled), multiply, y_neg=y_neg),
        outside=unrolled.back(outside),
        runs=_by_part(found, unrolled),
        n_outside=unrolled.by_part(np.count_nonzero(outside, axis=1), 0),
    )


def _found(kind: Kind, rows: Points, drawn: Lines) -> Runs:
    """Ranges are not independent, and units have no order: their runs say nothing."""
    found = runs(drawn.y, drawn.centre, rows.include & rows.present)
    if kind is Kind.MR or not rows.ordered:
        return replace(found, signal=np.zeros_like(found.signal))
    return found


def _whole(drawn: Lines, unrolled: Unrolled) -> Lines:
    return Lines(*(unrolled.back(np.ascontiguousarray(line)) for line in _each(drawn)))


def _each(lines: Lines) -> tuple[Floats, ...]:
    return lines.y, lines.centre, lines.low, lines.high, lines.low95, lines.high95


def _shown(lines: Lines, multiply: float, *, y_neg: bool) -> Lines:
    shown = Lines(*(line * multiply for line in _each(lines))) if multiply != 1 else lines
    if y_neg:
        return shown
    nowhere_negative = ~np.any(shown.y < 0, axis=1)[:, None]
    return replace(
        shown,
        low=np.where(nowhere_negative, np.maximum(shown.low, 0), shown.low),
        low95=np.where(nowhere_negative, np.maximum(shown.low95, 0), shown.low95),
    )


def _by_part(found: Runs, unrolled: Unrolled) -> Runs:
    def table(values: Ints) -> Ints:
        return unrolled.by_part(values, 0)

    return Runs(
        observed=unrolled.by_part(found.observed, -1),
        useful=table(found.useful),
        longest=table(found.longest),
        longest_allowed=table(found.longest_allowed),
        crossings=table(found.crossings),
        fewest_allowed=table(found.fewest_allowed),
        signal=unrolled.by_part(found.signal, absent=False),
    )
