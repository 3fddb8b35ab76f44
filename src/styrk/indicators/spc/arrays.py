"""Sums, means and comparisons along the rows of arrays where NaN means missing.

One row is one series. Sums are taken in extended precision where the machine has it, and means in
two passes, so that the mean of a constant series is exactly that constant.
"""

import numpy as np
from numpy.typing import NDArray

type Floats = NDArray[np.float64]
type Ints = NDArray[np.int64]
type Bools = NDArray[np.bool_]

NEARLY = 1e-12

# On every public function: what cannot be computed (0 / 0, a root of a negative number, more than a
# float holds) is missing or infinite in the answer, and nothing to warn about.
quietly = np.errstate(all="ignore")


def same(a: Floats, b: Floats) -> Bools:
    """Equal but for rounding: |a - b| <= 1e-12 max(|a|, |b|). Missing is equal to nothing."""
    return np.asarray(np.abs(a - b) <= NEARLY * np.maximum(np.abs(a), np.abs(b)))


def above(a: Floats, b: Floats) -> Bools:
    """Strictly greater, and by more than rounding. Missing is above nothing."""
    return np.asarray(a - b > NEARLY * np.maximum(np.abs(a), np.abs(b)))


def divided(a: Floats, b: Floats) -> Floats:
    """a / b, missing where b is 0."""
    return np.where(b == 0, np.nan, a / b)


def counts(values: Floats) -> Ints:
    """How many are known in each row. (rows, columns) -> (rows,)"""
    return np.asarray(np.count_nonzero(~np.isnan(values), axis=1))


def sums(values: Floats) -> Floats:
    """The sum of what is known in each row; 0 where nothing is. (rows, columns) -> (rows,)"""
    filled = np.where(np.isnan(values), 0.0, values)
    return filled.sum(axis=1, dtype=np.longdouble).astype(np.float64)


def means(values: Floats) -> Floats:
    """The mean of what is known in each row; NaN where nothing is. (rows, columns) -> (rows,)"""
    known = np.maximum(counts(values), 1)
    first = sums(values) / known
    mean = first + sums(values - first[:, None]) / known
    return np.where(counts(values) == 0, np.nan, mean)


def medians(values: Floats) -> Floats:
    """The median of what is known in each row; NaN where nothing is. (rows, columns) -> (rows,)"""
    if not values.shape[1]:
        return np.full(values.shape[0], np.nan)
    in_order = np.sort(values, axis=1)
    known = counts(values)
    low, high = np.maximum(known - 1, 0) // 2, np.minimum(known // 2, values.shape[1] - 1)
    rows = np.arange(len(values))
    return np.where(known == 0, np.nan, (in_order[rows, low] + in_order[rows, high]) / 2)


def deviations(values: Floats) -> Floats:
    """The sample standard deviation of each row; NaN below two values. (rows, columns) -> (rows,)"""
    known = counts(values)
    squares = sums((values - means(values)[:, None]) ** 2)
    return np.where(known < 2, np.nan, np.sqrt(squares / np.maximum(known - 1, 1)))


def previous(values: Floats, kept: Bools) -> Floats:
    """For each kept place, the value at the kept place before it; NaN at the first."""
    places = np.where(kept, np.arange(values.shape[1]), -1)
    last = np.maximum.accumulate(places, axis=1)
    before = np.roll(last, 1, axis=1)
    before[:, :1] = -1
    found = np.take_along_axis(values, np.maximum(before, 0), axis=1)
    return np.where(kept & (before >= 0), found, np.nan)


def moving_ranges(values: Floats, kept: Bools) -> Floats:
    """|y_t - y_(t-1)| over the kept places: what is not kept is bridged, what is missing breaks."""
    return np.abs(values - previous(values, kept))


def stays(codes: Ints) -> Ints:
    """How long the stay is that each place is part of: places beside each other with equal code."""
    columns = np.arange(codes.shape[1])
    new = np.ones(codes.shape, dtype=bool)
    new[:, 1:] = codes[:, 1:] != codes[:, :-1]
    begins = np.maximum.accumulate(np.where(new, columns, 0), axis=1)
    last = np.ones(codes.shape, dtype=bool)
    last[:, :-1] = new[:, 1:]
    backwards = np.where(last, columns, codes.shape[1])[:, ::-1]
    ends = np.minimum.accumulate(backwards, axis=1)[:, ::-1]
    return ends - begins + 1
