"""Bernoulli CUSUM: one case at a time, for rare events."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from styrk.indicators.spc.arrays import Bools, Floats, counts, quietly, sums


@dataclass(frozen=True)
class BernoulliCusum:
    """`p0` the usual chance of the event, `p1` the higher and `p2` the lower that is watched for.

    `up`, `down` and their signals are (series, cases); NaN where the case is missing.
    """

    p0: Floats
    p1: Floats
    p2: Floats
    up: Floats
    down: Floats
    signal_up: Bools
    signal_down: Bools


@quietly
def bernoulli_cusum(
    happened: ArrayLike, target: float, *, odds_ratio: float = 2.0, limit: float = 3.5
) -> BernoulliCusum:
    """Cases (cases,) or (series, cases) of 0 and 1 in order; NaN is a case that is not known.

    `target` the usual chance; above 1: estimate it from the first so many cases.
    S = max(0, S + w), where w is the log-likelihood ratio of the odds `odds_ratio` times as high
    (up) or as low (down, drawn negative). Where S >= limit there is a signal, and S begins again
    from 0. (Reynolds & Stoumbos 1999, J Quality Technology 31:87; Neuburger 2017, BMJ Qual Saf 26:919.)
    Raises ValueError for values other than 0 and 1, and for a usual chance not between 0 and 1.
    """
    cases = np.atleast_2d(np.asarray(happened, dtype=np.float64))
    if not cases.size or not ((cases == 0) | (cases == 1) | np.isnan(cases)).all():
        raise ValueError("x must be cases of 0 and 1")
    if not (odds_ratio > 0 and odds_ratio != 1 and limit > 0):
        raise ValueError("or must be above 0 and not 1, and limit above 0")
    p0 = _usual(cases, target)
    p1, p2 = _changed(p0, odds_ratio), _changed(p0, 1 / odds_ratio)
    up, signal_up = _climb(_weights(cases, p0, p1), limit)
    down, signal_down = _climb(_weights(cases, p0, p2), limit)
    return BernoulliCusum(p0, p1, p2, up, 0 - down, signal_up, signal_down)


@quietly
def binomial_cusum(
    events: ArrayLike,
    cases: ArrayLike,
    usual: ArrayLike,
    *,
    odds_ratio: float = 2.0,
    limit: float = 3.5,
) -> BernoulliCusum:
    """The same where only the number of events among the cases of each period is known.

    `events` and `cases` (periods,) or (series, periods), NaN where they are not known; `usual` the
    chance of each series. Each period adds the weights of all its cases, whose order is not known, and
    the sum is looked at when the period is over. One case in each period is `bernoulli_cusum`.
    Raises ValueError for other numbers than can be, and for a usual chance not between 0 and 1.
    """
    happened = np.atleast_2d(np.asarray(events, dtype=np.float64))
    number = np.broadcast_to(np.asarray(cases, dtype=np.float64), happened.shape)
    happened = np.where(np.isnan(number), np.nan, happened)
    if (happened < 0).any() or (happened > number).any():
        raise ValueError("There cannot be more events than cases")
    if not (odds_ratio > 0 and odds_ratio != 1 and limit > 0):
        raise ValueError("or must be above 0 and not 1, and limit above 0")
    p0 = np.broadcast_to(np.asarray(usual, dtype=np.float64), happened.shape[:1])
    if not ((p0 > 0) & (p0 < 1)).all():
        raise ValueError("The usual chance must be between 0 and 1")
    p1, p2 = _changed(p0, odds_ratio), _changed(p0, 1 / odds_ratio)
    up, signal_up = _climb(_summed(happened, number, p0, p1), limit)
    down, signal_down = _climb(_summed(happened, number, p0, p2), limit)
    return BernoulliCusum(p0, p1, p2, up, 0 - down, signal_up, signal_down)


def _usual(cases: Floats, target: float) -> Floats:
    p0: Floats = np.full(len(cases), float(target))
    if target > 1:
        first = cases[:, : int(target)]
        p0 = sums(first) / np.maximum(counts(first), 1)
    if not ((p0 > 0) & (p0 < 1)).all():
        raise ValueError("The usual chance must be between 0 and 1")
    return p0


def _changed(p: Floats, odds_ratio: float) -> Floats:
    changed: Floats = odds_ratio * p / (1 - p + odds_ratio * p)
    return changed


def _weights(cases: Floats, p0: Floats, p: Floats) -> Floats:
    happened, not_happened = _each(p0, p)
    weight = np.where(cases == 1, happened, not_happened)
    return np.where(np.isnan(cases), np.nan, weight)


def _summed(events: Floats, cases: Floats, p0: Floats, p: Floats) -> Floats:
    happened, not_happened = _each(p0, p)
    summed: Floats = events * happened + (cases - events) * not_happened
    return summed


def _each(p0: Floats, p: Floats) -> tuple[Floats, Floats]:
    """The weight of a case where it happened, and of one where it did not: (series, 1)."""
    return np.log(p / p0)[:, None], np.log((1 - p) / (1 - p0))[:, None]


def _climb(weight: Floats, limit: float) -> tuple[Floats, Bools]:
    """Column by column, all series at once. A missing case leaves the sum as it was."""
    climbed, signals = np.full(weight.shape, np.nan), np.zeros(weight.shape, dtype=bool)
    now = np.zeros(len(weight))
    for case in range(weight.shape[1]):
        known = ~np.isnan(weight[:, case])
        reached = np.where(known, np.maximum(0.0, now + weight[:, case]), now)
        signals[:, case] = reached >= limit
        now = np.where(signals[:, case], 0.0, reached)
        climbed[known, case] = now[known]
    return climbed, signals
