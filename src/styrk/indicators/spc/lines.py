"""Centre and limits of a chart."""

from dataclasses import dataclass

import numpy as np

from styrk.indicators.spc.arrays import Floats
from styrk.indicators.spc.points import Points


@dataclass(frozen=True)
class Lines:
    """What is plotted, and the lines through it; all (rows, columns), NaN where there is none."""

    y: Floats
    centre: Floats
    low: Floats
    high: Floats
    low95: Floats
    high95: Floats


def centred(rows: Points, computed: Floats) -> Floats:
    """The centre of each row as a line: the one given, else the one computed (rows,)."""
    centre = np.where(np.isnan(rows.centre), computed, rows.centre)
    return np.broadcast_to(centre[:, None], rows.y.shape)


def around(
    y: Floats,
    centre: Floats,
    sigma: Floats,
    *,
    floor: float = -np.inf,
    ceiling: float = np.inf,
) -> Lines:
    """centre ± 3 and ± 2 sigma, cut at floor and ceiling."""

    def at(sigmas: float) -> Floats:
        return np.clip(centre + sigmas * sigma, floor, ceiling)

    return Lines(y, centre, at(-3), at(3), at(-2), at(2))
