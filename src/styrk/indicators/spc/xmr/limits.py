"""Mean and limits of an XmR chart, for each rebase group."""

from dataclasses import dataclass

import numpy as np

from styrk.indicators.spc.arrays import Bools, Floats, Ints, above, means, moving_ranges
from styrk.indicators.spc.constants import E2
from styrk.indicators.spc.kinds.individual import mean_range
from styrk.indicators.spc.points import Points
from styrk.indicators.spc.runs import sides


@dataclass(frozen=True)
class Limits:
    """Each (rows, columns); NaN where they cannot be computed.

    `side` 1 above the mean, -1 below, 0 on it or missing. `outside` the limits, strictly. `close`:
    between 2 and 3 sigma from the mean.
    """

    mean: Floats
    low: Floats
    high: Floats
    side: Ints
    outside: Bools
    close: Bools


def limits(rows: Points, *, screened: bool) -> Limits:
    """mean ± 2.66 AMR, and two thirds of that (Wheeler, Understanding Variation, 1993)."""
    y = rows.value
    mean = np.broadcast_to(means(rows.alone(y))[:, None], y.shape)
    reach = E2 * mean_range(moving_ranges(y, rows.base), screened=screened)[:, None]
    outside = above(y, mean + reach) | above(mean - reach, y)
    beyond_two = above(y, mean + reach * 2 / 3) | above(mean - reach * 2 / 3, y)
    side = sides(y, mean, rows.present)
    return Limits(mean, mean - reach, mean + reach, side, outside, beyond_two & ~outside)
