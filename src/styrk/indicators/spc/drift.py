"""CUSUM and EWMA: charts that see small, lasting drifts sooner than an I chart."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from styrk.indicators.spc.arrays import Bools, Floats, above, means, moving_ranges, quietly
from styrk.indicators.spc.constants import D2


@dataclass(frozen=True)
class Drift:
    """`centre`, `sd` (series,); the others (series, points), NaN where the value is missing.

    `up` and `down` (negative) are the sums, in standard deviations; `ewma` with limits `low`, `high`.
    """

    centre: Floats
    sd: Floats
    up: Floats
    down: Floats
    above: Bools
    below: Bools
    ewma: Floats
    low: Floats
    high: Floats
    outside: Bools


@quietly
def drift(
    y: ArrayLike,
    *,
    centre: ArrayLike | None = None,
    sd: ArrayLike | None = None,
    decision: float = 5.0,
    shift: float = 1.0,
    weight: float = 0.2,
    sigmas: float = 3.0,
) -> Drift:
    """Series (points,) or (series, points); NaN is missing and leaves the sums as they were.

    With z = (y - centre) / sd: C+ = max(0, C+ + z - shift / 2), signal above `decision`; C- mirrored.
    EWMA = weight y + (1 - weight) EWMA, from the centre; limits centre ± sigmas sd sqrt(weight /
    (2 - weight) (1 - (1 - weight)^(2t))). sd is AMR / 1.128, unscreened, unless given.
    (Montgomery 9.1 and 9.2.)
    Raises ValueError where the standard deviation is 0 or cannot be computed.
    """
    values = np.atleast_2d(np.asarray(y, dtype=np.float64))
    if not 0 < weight <= 1:
        raise ValueError("lambda must be above 0, and 1 at most")
    level = _given(centre, means(values))
    everything = np.ones(values.shape, dtype=bool)
    spread = _given(sd, means(moving_ranges(values, everything)) / D2)
    if not (spread > 0).all() or np.isnan(level).any():
        raise ValueError("The values do not vary, or are too few")
    z = (values - level[:, None]) / spread[:, None]
    up, down = _summed(z - shift / 2), _summed(-z - shift / 2)
    smooth = _smoothed(values, level, weight)
    half = sigmas * spread[:, None] * np.sqrt(_share(values, weight))
    low, high = level[:, None] - half, level[:, None] + half
    return Drift(
        centre=level,
        sd=spread,
        up=up,
        down=0 - down,
        above=up > decision,
        below=down > decision,
        ewma=smooth,
        low=low,
        high=high,
        outside=above(smooth, high) | above(low, smooth),
    )


def _given(told: ArrayLike | None, computed: Floats) -> Floats:
    if told is None:
        return computed
    return np.broadcast_to(np.asarray(told, dtype=np.float64), computed.shape)


def _share(values: Floats, weight: float) -> Floats:
    """Variance of the EWMA at each point, in variances of a value."""
    seen = np.cumsum(~np.isnan(values), axis=1)
    return weight / (2 - weight) * (1 - (1 - weight) ** (2 * seen))


def _summed(steps: Floats) -> Floats:
    """max(0, sum so far + step), column by column for all series at once."""
    found = np.full(steps.shape, np.nan)
    now = np.zeros(len(steps))
    for place in range(steps.shape[1]):
        known = ~np.isnan(steps[:, place])
        now = np.where(known, np.maximum(0.0, now + steps[:, place]), now)
        found[known, place] = now[known]
    return found


def _smoothed(values: Floats, level: Floats, weight: float) -> Floats:
    found = np.full(values.shape, np.nan)
    now = np.array(level)
    for place in range(values.shape[1]):
        known = ~np.isnan(values[:, place])
        now = np.where(known, weight * values[:, place] + (1 - weight) * now, now)
        found[known, place] = now[known]
    return found
