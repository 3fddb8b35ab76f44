"""Did it help? Before and after an action, with an estimate, an interval and a proposed verdict.

A person judges; this only proposes. A rank test sees a lasting shift sooner than a frozen run chart
does, and seldom where there is none.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from numpy.typing import ArrayLike

from styrk.indicators.spc.arrays import Floats, quietly
from styrk.indicators.spc.autocorrelation import MUCH, within_periods
from styrk.indicators.spc.points import points
from styrk.indicators.spc.ranks import early_and_late, mann_whitney, shift_interval, trend_p
from styrk.indicators.spc.xmr import Direction

# Points after the action before anything is said, points before it without which nothing can be
# said, and points before it for a firm baseline.
ENOUGH_AFTER = 6
FEWEST_BEFORE = 6
FIRM_BEFORE = 12
SURE = 0.05


class Verdict(StrEnum):
    NO_BASELINE = "no_baseline"
    TOO_EARLY = "too_early"
    IMPROVED = "improved"
    UNCERTAIN = "uncertain"
    WORSE = "worse"
    # A sure change where neither way is wished.
    CHANGED = "changed"


class Caution(StrEnum):
    """What makes the estimate less sure than it looks."""

    AUTOCORRELATED = "autocorrelated"
    SHORT_BASELINE = "short_baseline"
    TREND_BEFORE = "trend_before"


@dataclass(frozen=True)
class Effect:
    """`before`, `after` number of known points; `needed` points still to come before a verdict.

    `change` how much higher the values are after, with a 95 % interval `low` to `high`; `p` two-sided.
    All four are NaN without values on both sides; the interval is infinite where there are too few.
    """

    before: int
    after: int
    needed: int
    median_before: float
    median_after: float
    change: float
    low: float
    high: float
    p: float
    autocorrelation: float
    verdict: Verdict
    cautions: tuple[Caution, ...]


@quietly
def effect(
    y: ArrayLike,
    last_before: int,
    direction: Direction,
    *,
    n: ArrayLike | None = None,
    exclude: Sequence[int] = (),
) -> Effect:
    """One series (points,), numerators if there are denominators `n`; None or NaN is missing.

    `last_before` the number of the last point before the action, counted from 1. `exclude` points
    that a person has left out. Hodges & Lehmann's shift with the interval of the rank test.
    """
    given = points(y, n, exclude=list(exclude))
    values = given.alone(given.value)[0]
    late = np.arange(len(values)) >= last_before
    early, after = (one[~np.isnan(one)] for one in early_and_late(values, late))
    change, low, high, p = _compared(early, after)
    likeness = within_periods(values, late)
    needed = max(0, ENOUGH_AFTER - len(after))
    return Effect(
        before=len(early),
        after=len(after),
        needed=needed,
        median_before=_median(early),
        median_after=_median(after),
        change=change,
        low=low,
        high=high,
        p=p,
        autocorrelation=likeness,
        verdict=_verdict(len(early), needed, change, p, direction),
        cautions=_cautions(early, likeness),
    )


def _compared(early: Floats, late: Floats) -> tuple[float, float, float, float]:
    if not len(early) or not len(late):
        return (np.nan,) * 4
    p = float(mann_whitney(early[None, :], late[None, :])[0])
    return (*shift_interval(early, late), p)


def _median(values: Floats) -> float:
    return float(np.median(values)) if len(values) else np.nan


def _verdict(before: int, needed: int, change: float, p: float, direction: Direction) -> Verdict:
    if before < FEWEST_BEFORE:
        return Verdict.NO_BASELINE
    if needed:
        return Verdict.TOO_EARLY
    if p > SURE or change == 0:
        return Verdict.UNCERTAIN
    if direction is Direction.NEUTRAL:
        return Verdict.CHANGED
    return Verdict.IMPROVED if (change > 0) == (direction > 0) else Verdict.WORSE


def _cautions(early: Floats, likeness: float) -> tuple[Caution, ...]:
    told = {
        Caution.AUTOCORRELATED: likeness > MUCH,
        Caution.SHORT_BASELINE: len(early) < FIRM_BEFORE,
        Caution.TREND_BEFORE: trend_p(early) <= SURE,
    }
    return tuple(caution for caution, holds in told.items() if holds)
