"""Which of thousands of charts to look at first, with the share of false alarms held down.

It ranks and caps a list; it hides no chart. Source: Benjamini & Hochberg 1995, JRSS B 57:289;
Marshall et al. 2004, JRSS A 167:541.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from styrk.indicators.spc.arrays import Bools, Floats, Ints, quietly
from styrk.indicators.spc.chance import poisson_two_sided, student_two_sided
from styrk.indicators.spc.ranks import early_and_late, mann_whitney

# The newest points, held against all before them.
NEWEST = 6
# Fewer points before than this say nothing.
FEWEST_BEFORE = 6


@dataclass(frozen=True)
class Ranking:
    """`order` the series from the most to the least striking, those without a p-value last.

    `q` the least share of false alarms at which each would be told; `told` those to look at.
    """

    order: Ints
    q: Floats
    told: Bools


@quietly
def ranking(p: ArrayLike, rate: float = 0.10) -> Ranking:
    """Rank charts by their p-values (series,), telling those with q <= rate."""
    values = np.asarray(p, dtype=np.float64)
    q = benjamini_hochberg(values)
    return Ranking(order=np.argsort(values, kind="stable"), q=q, told=q <= rate)


@quietly
def benjamini_hochberg(p: ArrayLike) -> Floats:
    """q = min over p' >= p of (charts x p' / rank of p'), (series,). NaN stays NaN, and is no chart."""
    values = np.asarray(p, dtype=np.float64)
    order = np.argsort(values, kind="stable")
    known = int(np.count_nonzero(~np.isnan(values)))
    scaled = values[order[:known]] * known / np.arange(1, known + 1)
    q = np.full(values.shape, np.nan)
    q[order[:known]] = np.minimum(1.0, np.minimum.accumulate(scaled[::-1])[::-1])
    return q


@quietly
def newest_p_values(values: ArrayLike, newest: int = NEWEST) -> Floats:
    """p-value of each series (points,) or (series, points): the newest known points against those
    before, by rank test, two-sided. NaN with fewer than six before, or fewer than `newest` points.
    """
    y = np.atleast_2d(np.asarray(values, dtype=np.float64))
    known = ~np.isnan(y)
    from_the_end = np.cumsum(known[:, ::-1], axis=1)[:, ::-1]
    early, late = early_and_late(y, from_the_end <= newest)
    enough = known.sum(axis=1) >= FEWEST_BEFORE + newest
    return np.where(enough, mann_whitney(early, _packed(late, newest)), np.nan)


@quietly
def latest_p_values(
    deviations: ArrayLike, events: ArrayLike | None = None, expected: ArrayLike | None = None
) -> Floats:
    """p-value of each series' newest known point, held against those before by Student's t, two-sided.

    `deviations` from the centre, in the chart's own sigma, (points,) or (series, points). Of events
    (series, points) it is never less than what as many as are `expected` would give by chance (Poisson),
    which is far from normal where they are few. NaN with fewer points than `newest_p_values` needs.
    """
    y = np.atleast_2d(np.asarray(deviations, dtype=np.float64))
    p = np.array([_latest_p(row[~np.isnan(row)]) for row in y])
    if events is None or expected is None:
        return p
    seen, usual = (np.atleast_2d(np.asarray(one, dtype=np.float64)) for one in (events, expected))
    for row in np.flatnonzero(p < 1):
        last = np.flatnonzero(~np.isnan(y[row]))[-1]
        chance = poisson_two_sided(float(seen[row, last]), float(usual[row, last]))
        p[row] = max(p[row], chance)
    return p


def _latest_p(known: Floats) -> float:
    """The newest against a prediction from those before: mean ± t s sqrt(1 + 1 / m), m - 1 degrees."""
    if len(known) < FEWEST_BEFORE + NEWEST:
        return float("nan")
    before, newest = known[:-1], float(known[-1])
    spread = float(before.std(ddof=1)) * np.sqrt(1 + 1 / len(before))
    away = newest - float(before.mean())
    if spread <= 0:
        return 1.0 if away == 0 else 0.0
    return student_two_sided(away / spread, len(before) - 1)


@quietly
def either(*p: Floats) -> Floats:
    """One p-value for each series of several tests: the least times their number (Bonferroni)."""
    tests = np.stack(p)
    known = np.count_nonzero(~np.isnan(tests), axis=0)
    least = np.min(np.where(np.isnan(tests), np.inf, tests), axis=0)
    return np.where(known == 0, np.nan, np.minimum(1.0, least * known))


def _packed(late: Floats, newest: int) -> Floats:
    """The known values of each row in its first columns."""
    return np.sort(late, axis=1)[:, :newest]
