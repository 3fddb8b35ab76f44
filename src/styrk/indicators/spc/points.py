"""What a chart is drawn from: many series of the same kind, each a row."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import ArrayLike

from styrk.indicators.spc.arrays import Bools, Floats, Ints, quietly

# One number for every series, or one for each; a list for every series, or one for each.
type Numbers = int | Sequence[int | None] | None
type Places = Sequence[int] | Sequence[Sequence[int]]


@dataclass(frozen=True, kw_only=True)
class Points:
    """Points of many series; all arrays are (series, points). Made by `points`.

    `y` measurements, or numerators where there are denominators `n`; NaN is missing.
    `size`, `sd` number of values behind each point, and their standard deviation.
    `part` 1, 2 ...: stretches with a centre and limits of their own.
    `baseline`, `include` whether a point enters the calculations (freeze, exclusion).
    `present` False beyond the end of a series shorter than the others.
    `centre` (series,) a centre given in advance, NaN where it is to be computed.
    `ordered` False where the points are units rather than times.
    """

    y: Floats
    n: Floats | None
    size: Floats
    sd: Floats
    part: Ints
    baseline: Bools
    include: Bools
    present: Bools
    centre: Floats
    ordered: bool = True

    @property
    def value(self) -> Floats:
        """What is plotted: y, or y / n; missing where n is 0."""
        if self.n is None:
            return self.y
        return self.y / np.where(self.n == 0, np.nan, self.n)

    @property
    def base(self) -> Bools:
        """The points that centre and spread come from."""
        return self.baseline & self.include & self.present

    def alone(self, values: Floats) -> Floats:
        """The values of the base points; NaN elsewhere."""
        return np.where(self.base, values, np.nan)


@quietly
def points(
    y: ArrayLike,
    n: ArrayLike | None = None,
    *,
    size: ArrayLike | None = None,
    sd: ArrayLike | None = None,
    freeze: Numbers = None,
    splits: Places = (),
    exclude: Places = (),
    centre: ArrayLike | None = None,
    lengths: Ints | None = None,
    ordered: bool = True,
) -> Points:
    """The points of one series (points,) or many (series, points); None or NaN is missing.

    `freeze` the last point of the baseline, counted from 1; ignored in a series with splits.
    `splits` the last points before each split. `exclude` points kept out of the calculations.
    Each of the three is said once for all series, or one for each. What lies outside is ignored.
    `centre` one number, or one for each series. `lengths` (series,) where series are shorter.
    Raises ValueError when shapes differ or a value is infinite.
    """
    measured = _rows(y)
    denominators = None if n is None else _rows(n)
    _check(measured, denominators)
    shape = measured.shape
    measured, denominators = _known_together(measured, denominators)
    present = _present(shape, lengths)
    split = _each(splits, shape[0])
    known = (~np.isnan(measured)).astype(np.float64)
    return Points(
        y=np.where(present, measured, np.nan),
        n=denominators,
        size=known if size is None else _rows(size),
        sd=np.full(shape, np.nan) if sd is None else _rows(sd),
        part=_parts(shape, split, present.sum(axis=1)),
        baseline=_baseline(shape, freeze, split),
        include=~_marked(shape, _each(exclude, shape[0])),
        present=present,
        centre=np.broadcast_to(
            np.asarray(np.nan if centre is None else centre, dtype=np.float64), shape[:1]
        ),
        ordered=ordered,
    )


def frozen_in_parts(given: Points, first: int | None) -> Points:
    """The same points with the first so many of each part as its baseline."""
    if first is None:
        return given
    return replace(given, baseline=place_in_part(given.part) < first)


def place_in_part(part: Ints) -> Ints:
    """How many points of the same part come before each. (series, points)"""
    columns = np.arange(part.shape[1])
    begins = np.maximum.accumulate(np.where(begins_part(part), columns, 0), axis=1)
    return np.asarray(columns - begins)


def begins_part(part: Ints) -> Bools:
    """Whether each point is the first of its part. (series, points)"""
    new = np.ones(part.shape, dtype=bool)
    new[:, 1:] = part[:, 1:] != part[:, :-1]
    return new


def _rows(values: ArrayLike) -> Floats:
    array = np.asarray(values, dtype=np.float64)
    return array[None, :] if array.ndim == 1 else array


def _check(y: Floats, n: Floats | None) -> None:
    if y.ndim != 2:
        raise ValueError("y must be one series, or a table with one series in each row")
    if not y.shape[1]:
        raise ValueError("No data")
    if n is not None and n.shape != y.shape:
        raise ValueError("y and n must have the same length")
    if np.isinf(y).any() or (n is not None and np.isinf(n).any()):
        raise ValueError("y and n must be finite numbers")


def _known_together(y: Floats, n: Floats | None) -> tuple[Floats, Floats | None]:
    """Where one of the two is missing, both are; a missing denominator is 0."""
    if n is None:
        return y, None
    known = ~np.isnan(y) & ~np.isnan(n) & (n != 0)
    return np.where(known, y, np.nan), np.where(known, n, 0.0)


def _present(shape: tuple[int, ...], lengths: Ints | None) -> Bools:
    if lengths is None:
        return np.ones(shape, dtype=bool)
    return np.asarray(np.arange(shape[1]) < np.asarray(lengths)[:, None])


def _each(places: Places, series: int) -> list[list[int]]:
    """One list for each series."""
    lists = [list(one) if isinstance(one, Sequence) else [one] for one in places]
    if places and isinstance(places[0], Sequence):
        return lists
    return [[place for one in lists for place in one]] * series


def _marked(shape: tuple[int, ...], places: list[list[int]]) -> Bools:
    marks = np.zeros(shape, dtype=bool)
    for row, wanted in enumerate(places):
        inside = [place - 1 for place in wanted if 1 <= place <= shape[1]]
        marks[row, inside] = True
    return marks


def _parts(shape: tuple[int, ...], splits: list[list[int]], lengths: Ints) -> Ints:
    """A split at or beyond the end, or before the first point, splits nothing."""
    inside = [
        [place + 1 for place in wanted if 0 < place < length]
        for wanted, length in zip(splits, lengths, strict=True)
    ]
    return 1 + np.cumsum(_marked(shape, inside), axis=1)


def _baseline(shape: tuple[int, ...], freeze: Numbers, splits: list[list[int]]) -> Bools:
    """A series with splits has no freeze, also where they split nothing: as the reference does."""
    if freeze is None:
        return np.ones(shape, dtype=bool)
    each = [freeze] * shape[0] if isinstance(freeze, int) else freeze
    last = [
        shape[1] if one is None or split else max(0, min(one, shape[1]))
        for one, split in zip(each, splits, strict=True)
    ]
    return np.asarray(np.arange(shape[1]) < np.array(last)[:, None])
