"""From rows of measurements to one point for each subgroup."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

import numpy as np

from styrk.indicators.spc.arrays import (
    Floats,
    Ints,
    counts,
    deviations,
    means,
    medians,
    quietly,
    sums,
)
from styrk.indicators.spc.moments import moment


class XType(StrEnum):
    INDEX = "index"
    NUMBER = "number"
    DATE = "date"
    CATEGORY = "category"


class Summary(StrEnum):
    """How the values of a subgroup become one."""

    MEAN = "mean"
    MEDIAN = "median"
    SUM = "sum"
    SD = "sd"


type X = Sequence[float | str | None] | None


@dataclass(frozen=True)
class Subgroups:
    """Subgroups in ascending order of x; arrays are (subgroups,).

    `y` the summary, or the sum of numerators where there are denominators; `n` the sum of
    denominators; `size` number of known values; `sd` their standard deviation.
    """

    x: list[float | str]
    y: Floats
    n: Floats | None
    size: Floats
    sd: Floats


@quietly
def subgroups(
    y: Floats,
    n: Floats | None = None,
    *,
    x: X = None,
    x_type: XType = XType.INDEX,
    summary: Summary = Summary.MEAN,
) -> Subgroups:
    """Gather rows (rows,) with the same x. Without x each row is its own.

    Rows without x are dropped. A row that lacks y or n lacks both. A subgroup where all is missing
    is missing, also its sum.
    Raises ValueError when lengths differ or x is not of its type.
    """
    if x is None or x_type is XType.INDEX:
        x, x_type = list(range(1, len(y) + 1)), XType.INDEX
    names = list(x)
    if len(names) != len(y) or (n is not None and len(n) != len(y)):
        raise ValueError("x, y and n must have the same length")
    found, group = _gathered(names, x_type)
    y, n = _known_together(y, n)
    values = _table(y, group, len(found))
    size = counts(values).astype(np.float64)
    summed = SUMMARIES[summary if n is None else Summary.SUM](values)
    return Subgroups(
        x=found,
        y=np.where(size == 0, np.nan, summed),
        n=None if n is None else sums(_table(n, group, len(found))),
        size=size,
        sd=deviations(values),
    )


SUMMARIES: dict[Summary, Callable[[Floats], Floats]] = {
    Summary.MEAN: means,
    Summary.MEDIAN: medians,
    Summary.SUM: sums,
    Summary.SD: deviations,
}


def _known_together(y: Floats, n: Floats | None) -> tuple[Floats, Floats | None]:
    if n is None:
        return y, None
    known = ~np.isnan(y) & ~np.isnan(n)
    return np.where(known, y, np.nan), np.where(known, n, np.nan)


def _gathered(names: Sequence[float | str | None], x_type: XType) -> tuple[list[float | str], Ints]:
    """The different x in order, and which of them each row has; -1 for none."""
    in_order = ORDER[x_type]
    known = {in_order(name): name for name in reversed(names) if name is not None}
    keys = sorted(known)
    number = {key: place for place, key in enumerate(keys)}
    group = [-1 if name is None else number[in_order(name)] for name in names]
    return [known[key] for key in keys], np.array(group, dtype=np.int64)


def _table(values: Floats, group: Ints, groups: int) -> Floats:
    """One row for each group, padded with NaN; what is in no group is left out."""
    rows = np.argsort(group, kind="stable")
    rows = rows[group[rows] >= 0]
    sizes = np.bincount(group[rows], minlength=groups)
    column = np.arange(len(rows)) - np.repeat(np.cumsum(sizes) - sizes, sizes)
    table = np.full((groups, int(sizes.max(initial=0))), np.nan)
    table[group[rows], column] = values[rows]
    return table


def _as_number(x: float | str) -> float:
    if isinstance(x, bool) or not isinstance(x, int | float):
        raise ValueError(f"x is not a number: {x!r}")  # noqa: TRY004 - input, not a programming error
    return x


def _as_name(x: float | str) -> str:
    return str(x)


ORDER: dict[XType, Callable[[float | str], float | datetime | str]] = {
    XType.INDEX: _as_number,
    XType.NUMBER: _as_number,
    XType.DATE: moment,
    XType.CATEGORY: _as_name,
}
