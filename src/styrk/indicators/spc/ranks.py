"""Rank tests: whether two sets of values differ, whatever their distribution."""

from functools import cache
from math import comb, sqrt

import numpy as np

from styrk.indicators.spc.arrays import Bools, Floats, Ints, counts, stays
from styrk.indicators.spc.chance import normal_tail

# Up to this many values in each set the distribution is counted, not approximated.
COUNTED = 50


def mann_whitney(early: Floats, late: Floats) -> Floats:
    """Two-sided p-value of each row, (rows, m) against (rows, k) -> (rows,); NaN is missing.

    Exact where no values are equal and the sets are small, else normal with corrections for ties and
    continuity. NaN where either set is empty. (Mann & Whitney 1947, Ann Math Stat 18:50.)
    """
    m, k = counts(early), counts(late)
    wins = _wins(early, late)
    ties = _ties(np.concatenate([early, late], axis=1))
    exact = (ties == 0) & (m > 0) & (k > 0) & (np.maximum(m, k) <= COUNTED)
    p = _normal_p(wins, m, k, ties)
    for row in np.flatnonzero(exact):
        p[row] = _exact_p(int(m[row]), int(k[row]), int(wins[row]))
    return np.where((m == 0) | (k == 0), np.nan, p)


def _wins(early: Floats, late: Floats) -> Floats:
    """Pairs where the late value is the greater; half for a tie."""
    wins = np.zeros(len(early))
    for column in late.T:
        other = column[:, None]
        wins += np.count_nonzero(other > early, axis=1)
        wins += np.count_nonzero(other == early, axis=1) / 2
    return wins


def _ties(values: Floats) -> Ints:
    """Sum of t³ - t over the sets of t equal values in each row."""
    in_order = np.sort(values, axis=1)
    new = np.ones(values.shape, dtype=bool)
    new[:, 1:] = in_order[:, 1:] != in_order[:, :-1]
    alike = stays(np.cumsum(new, axis=1))
    return np.sum(np.where(np.isnan(in_order), 0, alike**2 - 1), axis=1)


def _normal_p(wins: Floats, m: Ints, k: Ints, ties: Ints) -> Floats:
    total = np.maximum(m + k, 2)
    variance = m * k / 12 * (total + 1 - ties / (total * (total - 1)))
    distance = np.maximum(np.abs(wins - m * k / 2) - 0.5, 0)
    z = distance / np.sqrt(np.where(variance > 0, variance, np.inf))
    return np.array([min(1.0, 2 * normal_tail(one)) for one in z.tolist()])


@cache
def _exact_p(m: int, k: int, wins: int) -> float:
    chance = wins_at_most(m, k)
    return float(min(1.0, 2 * chance[min(wins, m * k - wins)]))


@cache
def wins_at_most(m: int, k: int) -> Floats:
    """P(U <= u) for u = 0 ... m k, where U counts the pairs that the late value wins.

    Counts the sets of k ranks among m + k by their sum.
    """
    ways = np.zeros((k + 1, m * k + 1))
    ways[0, 0] = 1
    for rank in range(m + k):
        for taken in range(min(k, rank + 1), 0, -1):
            shift = rank - (taken - 1)
            if shift <= m:
                ways[taken, shift:] += ways[taken - 1, : m * k + 1 - shift]
    return np.cumsum(ways[k]) / comb(m + k, k)


def shift_interval(early: Floats, late: Floats, tail: float = 0.025) -> tuple[float, float, float]:
    """How much higher the late values are: Hodges & Lehmann's estimate, and its interval.

    (m,) against (k,), nothing missing. The estimate is the median of all differences; the interval
    is the shifts that the rank test does not reject at 2 x `tail`, infinite where the sets are too
    small to reject any. (Hodges & Lehmann 1963, Ann Math Stat 34:598.)
    """
    differences = np.sort((late[:, None] - early[None, :]).ravel())
    outer = _rejected(len(early), len(late), tail)
    middle = float(np.median(differences))
    if outer == 0:
        return middle, -np.inf, np.inf
    return middle, float(differences[outer - 1]), float(differences[-outer])


def _rejected(m: int, k: int, tail: float) -> int:
    """How many of the ordered differences lie outside the interval at each end."""
    if max(m, k) <= COUNTED:
        return int(np.searchsorted(wins_at_most(m, k), tail, side="right"))
    return max(0, int(m * k / 2 - 1.959964 * sqrt(m * k * (m + k + 1) / 12)))


def trend_p(values: Floats) -> float:
    """Two-sided p-value of Mann & Kendall's test that the values (points,) rise or fall with time.

    Normal approximation with continuity; 1 below four known values. (Kendall 1975, Rank Correlation.)
    """
    known = values[~np.isnan(values)]
    n = len(known)
    if n < 4:
        return 1.0
    rises = np.sign(known[None, :] - known[:, None])[np.triu_indices(n, 1)].sum()
    variance = (n * (n - 1) * (2 * n + 5) - float(_ties_by_count(known))) / 18
    if variance <= 0:
        return 1.0
    return min(1.0, 2 * normal_tail(max(abs(float(rises)) - 1, 0) / sqrt(variance)))


def _ties_by_count(known: Floats) -> float:
    """Sum of t (t - 1) (2 t + 5) over the sets of t equal values."""
    sizes = [np.count_nonzero(known == value) for value in set(known.tolist())]
    return float(sum(t * (t - 1) * (2 * t + 5) for t in sizes))


def early_and_late(values: Floats, late: Bools) -> tuple[Floats, Floats]:
    """The values before and after, each with NaN in the other's places."""
    return np.where(late, np.nan, values), np.where(late, values, np.nan)
