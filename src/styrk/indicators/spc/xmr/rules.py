"""The four rules of Making Data Count: which points are special, and why."""

from enum import IntEnum

import numpy as np

from styrk.indicators.spc.arrays import Bools, Floats, Ints, stays
from styrk.indicators.spc.xmr.limits import Limits

# Points on one side of the mean, and points in a trend.
SHIFT = 7
TREND = 7


class Cause(IntEnum):
    """Why a point stands out. Odd is high or rising, even is low or falling."""

    COMMON = 0
    ABOVE_LIMIT = 1
    BELOW_LIMIT = 2
    RISING = 3
    FALLING = 4
    TWO_IN_THREE_ABOVE = 5
    TWO_IN_THREE_BELOW = 6
    SHIFT_ABOVE = 7
    SHIFT_BELOW = 8


def causes(y: Floats, found: Limits, *, beyond_counts: bool) -> Ints:
    """The first rule that each point meets, (rows, columns).

    A missing point meets none, and breaks every run, trend and window of three.
    `beyond_counts`: points beyond 3 sigma also count as one of the two in "2 in 3", as NHS England
    announced in November 2023 (NHSRplotthedots issue 194).
    """
    near = found.close | found.outside if beyond_counts else found.close
    rules: list[tuple[Bools, Ints, Cause]] = [
        (found.outside, found.side, Cause.ABOVE_LIMIT),
        *_trend_rule(y),
        (two_in_three(found.side, near), found.side, Cause.TWO_IN_THREE_ABOVE),
        ((stays(found.side) >= SHIFT) & (found.side != 0), found.side, Cause.SHIFT_ABOVE),
    ]
    which = np.zeros(y.shape, dtype=np.int64)
    for met, way, upwards in rules:
        which = np.where((which == 0) & met, upwards + (way < 0), which)
    return which


def _trend_rule(y: Floats) -> list[tuple[Bools, Ints, Cause]]:
    way = trends(y)
    return [(way != 0, way, Cause.RISING)]


def trends(y: Floats) -> Ints:
    """1 in a rising trend, -1 in a falling one, else 0: 6 steps that all rise or all fall.

    Where two trends meet, the way is that of the step out of the point.
    """
    step = np.zeros(y.shape, dtype=np.int64)
    way = np.sign(y[:, 1:] - y[:, :-1])
    step[:, :-1] = np.where(np.isnan(way), 0, way)
    out = np.where(stays(step) >= TREND - 1, step, 0)
    into = _shifted(out, 1)
    in_trend = (out != 0) | (into != 0)
    leaving = np.where(_shifted(in_trend, -1), step, 0)
    return np.where(in_trend, np.where(leaving != 0, leaving, into), 0)


def two_in_three(side: Ints, near: Bools) -> Bools:
    """The near points in windows of three on one side of the mean, at least two of them near."""
    one_side = (side != 0) & (side == _shifted(side, -1)) & (side == _shifted(side, -2))
    many = near.astype(np.int64)
    window = one_side & (many + _shifted(many, -1) + _shifted(many, -2) >= 2)
    return np.asarray(near & (window | _shifted(window, 1) | _shifted(window, 2)))


def _shifted[T: (Ints, Bools)](values: T, places: int) -> T:
    """Moved to the right (or left, where negative), with 0 or False from the edge."""
    moved = np.roll(values, places, axis=1)
    if places > 0:
        moved[:, :places] = 0
    else:
        moved[:, places:] = 0
    return moved
