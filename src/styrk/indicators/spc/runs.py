"""Runs analysis: are there too long runs, or too few crossings of the centre?"""

from dataclasses import dataclass
from functools import cache
from math import log

import numpy as np

from styrk.indicators.spc.arrays import Bools, Floats, Ints, same

# Chance of fewer crossings than the limit, in pure noise.
TAIL = 0.05


@dataclass(frozen=True)
class Runs:
    """The runs of each row, (rows,). Without useful points all numbers are 0 and no signal."""

    observed: Ints
    useful: Ints
    longest: Ints
    longest_allowed: Ints
    crossings: Ints
    fewest_allowed: Ints
    signal: Bools


def runs(value: Floats, centre: Floats, include: Bools) -> Runs:
    """Anhøj's two tests in each row; arguments (rows, columns).

    Useful points are included, known and not on the centre; the others neither break nor extend a
    run. Signal: longest run > round(log2 useful) + 3, or crossings < the lower 5 % of
    Bin(useful - 1, 1/2). (Anhøj & Olesen 2014, PLoS ONE 9(11): e113825; Schilling 2012, Mathematics
    Magazine 85:141; Chen 2010, J Quality Technology 42:1.)
    """
    side = sides(value, centre, include)
    useful = np.count_nonzero(side, axis=1)
    longest, crossings = longest_and_crossings(side)
    longest_allowed = np.where(useful > 0, longest_run_allowed(useful), 0)
    fewest_allowed = _by_number(useful)
    return Runs(
        observed=np.count_nonzero(include, axis=1),
        useful=useful,
        longest=longest,
        longest_allowed=longest_allowed,
        crossings=crossings,
        fewest_allowed=fewest_allowed,
        signal=(longest > longest_allowed) | (crossings < fewest_allowed),
    )


def sides(value: Floats, centre: Floats, include: Bools) -> Ints:
    """1 above the centre, -1 below, 0 for what is not useful. (rows, columns)"""
    side = np.sign(value - centre)
    known = include & ~np.isnan(side) & ~same(value, centre)
    return np.where(known, side, 0).astype(np.int64)


def longest_and_crossings(side: Ints) -> tuple[Ints, Ints]:
    """The longest run of useful points, and how often the centre is crossed, in each row."""
    useful = side != 0
    number = np.cumsum(useful, axis=1)
    crossed = useful & (side * _side_before(side) < 0)
    before = np.maximum.accumulate(np.where(crossed, number - 1, 0), axis=1)
    longest = np.max(np.where(useful, number - before, 0), axis=1)
    return longest, np.count_nonzero(crossed, axis=1)


def _side_before(side: Ints) -> Ints:
    """The side of the useful point before each; 0 before the first."""
    places = np.where(side != 0, np.arange(side.shape[1]), -1)
    before = np.roll(np.maximum.accumulate(places, axis=1), 1, axis=1)
    before[:, :1] = -1
    found = np.take_along_axis(side, np.maximum(before, 0), axis=1)
    return np.where(before >= 0, found, 0)


def longest_run_allowed(useful: Ints) -> Ints:
    """round(log2 useful) + 3."""
    return np.round(np.log2(np.maximum(useful, 1))).astype(np.int64) + 3


@cache
def fewest_crossings_allowed(useful: int) -> int:
    """The smallest k with P(Bin(useful - 1, 1/2) <= k) >= 0.05; 0 below two points."""
    chance = crossings_at_most(useful)
    return int(np.searchsorted(chance, TAIL, side="left"))


def crossings_at_most(useful: int) -> Floats:
    """P(Bin(useful - 1, 1/2) <= k) for k = 0 ... useful - 1."""
    tosses = max(useful - 1, 0)
    k = np.arange(tosses, dtype=np.float64)
    steps = np.concatenate([[0.0], np.cumsum(np.log((tosses - k) / (k + 1)))])
    return np.cumsum(np.exp(steps - tosses * log(2)))


def _by_number(useful: Ints) -> Ints:
    table = np.zeros(int(useful.max(initial=0)) + 1, dtype=np.int64)
    for number in set(useful.tolist()):
        table[number] = fewest_crossings_allowed(number)
    return table[useful]
