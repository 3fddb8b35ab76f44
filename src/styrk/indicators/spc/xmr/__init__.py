"""XmR charts as NHS England's Making Data Count draws them, with variation and assurance icons.

Source: NHS England, Making Data Count; conventions of NHSRplotthedots 0.2.2.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import IntEnum

import numpy as np
from numpy.typing import ArrayLike

from styrk.indicators.spc.arrays import Bools, Floats, Ints, above, quietly
from styrk.indicators.spc.points import Points, frozen_in_parts
from styrk.indicators.spc.stretches import Unrolled, unroll
from styrk.indicators.spc.xmr.limits import Limits, limits
from styrk.indicators.spc.xmr.rules import Cause, causes

__all__ = ["Assurance", "Cause", "Direction", "Judgement", "Limits", "XmrCharts", "xmr_charts"]

# Below this many points the limits of a group are on trial.
ENOUGH = 13
# The fewest points that limits may be fixed after.
FEWEST_FIXED = 12


class Direction(IntEnum):
    """What is wished: that the numbers rise, that they fall, or neither."""

    INCREASE = 1
    NEUTRAL = 0
    DECREASE = -1


class Judgement(IntEnum):
    """What a point tells."""

    COMMON = 0
    IMPROVEMENT = 1
    CONCERN = 2
    NEUTRAL_HIGH = 3
    NEUTRAL_LOW = 4


class Assurance(IntEnum):
    """Whether the target will be met: always, now and then, or never; or nothing to say."""

    NONE = 0
    PASS = 1
    INCONSISTENT = 2
    FAIL = 3


@dataclass(frozen=True)
class XmrCharts:
    """Many charts. `limits`, `cause` and `judgement` (Cause, Judgement) are (series, points).

    `last_cause`, `last_judgement`, `assurance` are (series,): the icons. A `last_cause` that is odd
    is high. `on_trial` (series, parts): fewer than 13 points in the group.
    """

    points: Points
    limits: Limits
    cause: Ints
    judgement: Ints
    last_cause: Ints
    last_judgement: Ints
    assurance: Ints
    on_trial: Bools


@quietly
def xmr_charts(
    given: Points,
    directions: Direction | Sequence[Direction],
    *,
    targets: ArrayLike | None = None,
    fix_after: int | None = None,
    screened: bool = True,
    beyond_counts: bool = False,
) -> XmrCharts:
    """All the charts in one call; the splits of `given` begin new groups (rebase).

    `directions`, `targets` one for all series or one for each; a target that is NaN is none.
    `fix_after`: only the first so many points of each group (12 or more) enter mean and limits.
    `screened`: moving ranges >= 3.267 AMR are left out. `beyond_counts`: see `causes`.
    Raises ValueError for a `fix_after` below 12.
    """
    if fix_after is not None and fix_after < FEWEST_FIXED:
        raise ValueError(f"fix_after_n_points must be {FEWEST_FIXED} or more")
    unrolled = unroll(frozen_in_parts(given, fix_after))
    found = limits(unrolled.rows, screened=screened)
    cause = unrolled.back(causes(unrolled.rows.value, found, beyond_counts=beyond_counts))
    wanted = np.broadcast_to(np.asarray(directions, dtype=np.int64), given.y.shape[:1])
    whole = _whole(found, unrolled)
    judgement = _judged(cause, wanted[:, None])
    return XmrCharts(
        points=given,
        limits=whole,
        cause=cause,
        judgement=judgement,
        last_cause=_last(given, cause),
        last_judgement=_last(given, judgement),
        assurance=_assurance(given, whole, wanted, targets),
        on_trial=unrolled.by_part(
            np.count_nonzero(unrolled.rows.present, axis=1) < ENOUGH, absent=False
        ),
    )


def _whole(found: Limits, unrolled: Unrolled) -> Limits:
    back = unrolled.back
    return replace(
        found,
        mean=back(found.mean),
        low=back(found.low),
        high=back(found.high),
        side=back(found.side),
        outside=back(found.outside),
        close=back(found.close),
    )


def _judged(cause: Ints, wanted: Ints) -> Ints:
    way = np.where(cause % 2 == 1, 1, -1)
    wished = np.where(way == wanted, Judgement.IMPROVEMENT, Judgement.CONCERN)
    neither = np.where(way > 0, Judgement.NEUTRAL_HIGH, Judgement.NEUTRAL_LOW)
    special = np.where(wanted == Direction.NEUTRAL, neither, wished)
    return np.where(cause == Cause.COMMON, Judgement.COMMON, special)


def _last[T: (Ints, Floats)](given: Points, values: T) -> T:
    """The value at each series' last point."""
    last = given.present.sum(axis=1) - 1
    return values[np.arange(len(last)), last]


def _assurance(given: Points, found: Limits, wanted: Ints, targets: ArrayLike | None) -> Ints:
    """The target against the last group's limits; on a limit, or without limits, inconsistent."""
    target = np.broadcast_to(
        np.asarray(np.nan if targets is None else targets, dtype=np.float64), wanted.shape
    )
    over = above(target, _last(given, found.high))
    under = above(_last(given, found.low), target)
    met = np.where(wanted > 0, under, over)
    missed = np.where(wanted > 0, over, under)
    assured = np.select([met, missed], [Assurance.PASS, Assurance.FAIL], Assurance.INCONSISTENT)
    return np.where((wanted == Direction.NEUTRAL) | np.isnan(target), Assurance.NONE, assured)
