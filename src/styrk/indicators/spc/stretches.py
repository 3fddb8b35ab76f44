"""Series with splits as rows: one row for each part, and back again."""

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from styrk.indicators.spc.arrays import Ints
from styrk.indicators.spc.points import Points, begins_part, place_in_part


@dataclass(frozen=True)
class Unrolled:
    """`rows` are points with one row for each part; `row` and `column` say where each came from."""

    rows: Points
    row: Ints
    column: Ints
    of_series: Ints
    of_part: Ints

    def back[T: np.generic](self, values: NDArray[T]) -> NDArray[T]:
        """(rows, columns) -> (series, points)"""
        return values[self.row, self.column]

    def by_part[T: np.generic](self, values: NDArray[T], absent: T | float) -> NDArray[T]:
        """(rows,) -> (series, parts), with `absent` where a series has fewer parts."""
        shape = (int(self.of_series.max()) + 1, int(self.of_part.max()))
        table: NDArray[T] = np.full(shape, absent, dtype=values.dtype)
        table[self.of_series, self.of_part - 1] = values
        return table


def unroll(given: Points) -> Unrolled:
    """Each part as a row, with its points from the left."""
    begins = begins_part(given.part)
    row = (np.cumsum(begins.ravel()) - 1).reshape(given.part.shape)
    column = place_in_part(given.part)
    of_series, place = np.nonzero(begins)
    if len(of_series) == len(given.y):
        return Unrolled(given, row, column, of_series, given.part[of_series, place])
    rows = _as_rows(given, _Placing(row, column))
    rows = replace(rows, centre=given.centre[of_series])
    return Unrolled(rows, row, column, of_series, given.part[of_series, place])


@dataclass(frozen=True)
class _Placing:
    """Where each point goes among the rows."""

    row: Ints
    column: Ints

    def put[T: np.generic](self, values: NDArray[T], elsewhere: float) -> NDArray[T]:
        shape = (int(self.row.max()) + 1, int(self.column.max()) + 1)
        table: NDArray[T] = np.full(shape, elsewhere, dtype=values.dtype)
        table[self.row, self.column] = values
        return table


def _as_rows(given: Points, to: _Placing) -> Points:
    return replace(
        given,
        y=to.put(given.y, np.nan),
        n=None if given.n is None else to.put(given.n, 0),
        size=to.put(given.size, 0),
        sd=to.put(given.sd, np.nan),
        part=to.put(given.part, 0),
        baseline=to.put(given.baseline, 0),
        include=to.put(given.include, 0),
        present=to.put(given.present, 0),
    )
