"""Charts of one measurement for each point: run, I, MR, T and I'."""

import numpy as np

from styrk.indicators.spc.arrays import Floats, means, medians, moving_ranges, previous, sums
from styrk.indicators.spc.constants import D2, D4, D4_95, D4_TAYLOR, T_POWER
from styrk.indicators.spc.lines import Lines, around, centred
from styrk.indicators.spc.points import Points


def mean_range(ranges: Floats, *, screened: bool, factor: float = D4) -> Floats:
    """Mean moving range of each row, (rows,).

    Screened: ranges >= factor x the mean are dropped, once (Nelson 1982, J Quality Technology
    14:172). Where all ranges are 0 nothing is left, and the answer is NaN.
    """
    mean = means(ranges)
    if not screened:
        return mean
    kept = ranges < factor * mean[:, None]
    return means(np.where(kept, ranges, np.nan))


def run(rows: Points, *, screened: bool) -> Lines:  # noqa: ARG001 - all kinds are called alike
    """Run chart: the median, and no limits (Anhøj & Olesen 2014, PLoS ONE 9(11): e113825)."""
    centre = centred(rows, medians(rows.alone(rows.value)))
    none = np.full(centre.shape, np.nan)
    return Lines(rows.value, centre, none, none, none, none)


def individuals(rows: Points, *, screened: bool) -> Lines:
    """I chart: mean ± 3 AMR / 1.128 (Montgomery 6.33)."""
    return _individuals(rows, rows.value, screened=screened)


def moving_range(rows: Points, *, screened: bool) -> Lines:  # noqa: ARG001
    """MR chart: ranges over all points; limits 0 and 3.267 mean ranges (Montgomery 6.4)."""
    ranges = moving_ranges(rows.value, rows.present)
    centre = centred(rows, means(rows.alone(ranges)))
    floor = np.zeros(centre.shape)
    return Lines(ranges, centre, floor, D4 * centre, floor, D4_95 * centre)


def time_between(rows: Points, *, screened: bool) -> Lines:
    """T chart: I chart of y^(1/3.6), raised back (Montgomery 7.3.5, after Nelson 1994).

    A centre given in advance is in the scale of y^(1/3.6), as in qicharts2. The lower 3-sigma limit
    is 0 where it would be negative or cannot be computed.
    Raises ValueError when a time is 0 or less.
    """
    if np.any(rows.value <= 0):
        raise ValueError("Time between events must be greater than zero")
    drawn = _individuals(rows, rows.value ** (1 / T_POWER), screened=screened)
    low = drawn.low**T_POWER
    return Lines(
        rows.value,
        drawn.centre**T_POWER,
        np.where(np.isnan(low), 0.0, low),
        drawn.high**T_POWER,
        drawn.low95**T_POWER,
        drawn.high95**T_POWER,
    )


def taylor(rows: Points, *, screened: bool) -> Lines:
    """I' chart: sum(y n) / sum(n) ± 3 S / sqrt(n) (Taylor 2018, variation.com).

    S = mean of sqrt(pi / 2) |y_t - y_(t-1)| / sqrt(1 / n_t + 1 / n_(t-1)) over all points of the
    part, also those excluded or after a freeze. n is the number of values without denominators.
    """
    size = rows.size if rows.n is None else rows.n
    weight = np.where(np.isnan(rows.value) | (size == 0), np.nan, size)
    centre = centred(rows, _weighted_mean(rows, weight))
    share = 1 / weight + 1 / previous(weight, rows.present)
    steps = moving_ranges(rows.value, rows.present) * np.sqrt(np.pi / 2 / share)
    spread = mean_range(steps, screened=screened, factor=D4_TAYLOR)
    return around(rows.value, centre, spread[:, None] / np.sqrt(weight))


def _weighted_mean(rows: Points, weight: Floats) -> Floats:
    total = sums(rows.alone(weight))
    whole = sums(rows.alone(rows.value * weight if rows.n is None else rows.y))
    return whole / np.where(total == 0, np.nan, total)


def _individuals(rows: Points, values: Floats, *, screened: bool) -> Lines:
    centre = centred(rows, means(rows.alone(values)))
    sigma = mean_range(moving_ranges(values, rows.base), screened=screened) / D2
    return around(values, centre, sigma[:, None])
