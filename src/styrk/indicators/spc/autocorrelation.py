"""Whether neighbours in time are alike: then charts and tests give more false alarms."""

import numpy as np

from styrk.indicators.spc.arrays import Bools, Floats, divided, medians, sums

# Above this the noise itself signals: 0.3, 0.5 and 0.7 give few crossings in 15, 35 and 59 % of
# series of 24 points, against under 5 %.
MUCH = 0.3


def autocorrelation(values: Floats) -> Floats:
    """Lag-1 correlation around the median of each row, (rows, points) -> (rows,); NaN if constant.

    sum(e_t e_(t+1)) / sum(e²), over neighbours that are both known (Box & Jenkins).
    """
    around = values - medians(values)[:, None]
    return divided(sums(around[:, 1:] * around[:, :-1]), sums(around**2))


def within_periods(values: Floats, late: Bools) -> float:
    """The same for two periods (points,), each around its own median, so that a shift is no likeness."""
    either = np.stack([np.where(late, np.nan, values), np.where(late, values, np.nan)])
    around = either - medians(either)[:, None]
    total = float(sums(around**2).sum())
    return float(sums(around[:, 1:] * around[:, :-1]).sum()) / total if total else float("nan")
