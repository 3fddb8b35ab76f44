"""Charts of subgroups with several measurements each: Xbar and S."""

import numpy as np

from styrk.indicators.spc.arrays import Floats, divided, means, sums
from styrk.indicators.spc.constants import a3, b3_b4
from styrk.indicators.spc.lines import Lines, around, centred
from styrk.indicators.spc.points import Points


def averages(rows: Points, *, screened: bool) -> Lines:  # noqa: ARG001 - all kinds are called alike
    """Xbar chart: sum(n ȳ) / sum(n) ± A3(n) s̄ (Montgomery 6.29-6.31)."""
    weighted = sums(rows.alone(rows.y * rows.size))
    centre = centred(rows, divided(weighted, sums(rows.alone(_sizes(rows)))))
    return around(rows.y, centre, mean_deviation(rows)[:, None] * a3(rows.size))


def spreads(rows: Points, *, screened: bool) -> Lines:  # noqa: ARG001
    """S chart: s̄, with limits B3(n) s̄ and B4(n) s̄ (Montgomery 6.27-6.28)."""
    mean = mean_deviation(rows)
    level = np.broadcast_to(mean[:, None], rows.y.shape)
    limits = around(rows.sd, level, level * b3_b4(rows.size), floor=0)
    centre = centred(rows, mean)
    return Lines(rows.sd, centre, limits.low, limits.high, limits.low95, limits.high95)


def mean_deviation(rows: Points) -> Floats:
    """s̄ of each row, (rows,): the mean of the standard deviations where all subgroups have the same
    size, else sqrt(sum((n - 1) s²) / sum(n - 1)) (Montgomery 6.31)."""
    sds = rows.alone(rows.sd)
    freedom = rows.size - 1
    # A subgroup where all is missing counts -1 below the line: so does qicharts2, our reference.
    freedoms = sums(rows.alone(freedom))
    pooled = np.sqrt(divided(sums(freedom * sds**2), np.where(freedoms > 0, freedoms, np.nan)))
    largest = np.max(np.where(rows.present, rows.size, -np.inf), axis=1)
    smallest = np.min(np.where(rows.present, rows.size, np.inf), axis=1)
    return np.where(largest == smallest, means(sds), pooled)


def _sizes(rows: Points) -> Floats:
    return np.where(np.isnan(rows.y), np.nan, rows.size)
