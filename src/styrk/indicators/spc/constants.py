"""Constants of control charts. Source: Montgomery, Introduction to Statistical Quality Control."""

from math import exp, lgamma, sqrt

import numpy as np

from styrk.indicators.spc.arrays import Floats

# Mean of the range of two values from a normal distribution, rounded as in the tables.
D2 = 1.128
# Upper limit of a moving range of two, in mean ranges; 3 and 2 sigma.
D4 = 3.267
D4_95 = 2.178
# The same with one more digit, as Taylor's I' chart screens by (variation.com, 2018).
D4_TAYLOR = 3.2665
# XmR: 3 / d2.
E2 = 2.66
# Power that makes waiting times nearly normal (Nelson 1994, J Quality Technology 26:239).
T_POWER = 3.6
# Median of a geometric distribution, in means.
G_MEDIAN = 0.693


def c4(size: Floats) -> Floats:
    """c4(n) = sqrt(2 / (n - 1)) Γ(n / 2) / Γ((n - 1) / 2); NaN below 2. Any shape."""
    sizes = size.ravel().tolist()
    table = {n: _c4(n) for n in set(sizes) if n >= 2}
    found = [table.get(n, np.nan) for n in sizes]
    return np.array(found, dtype=np.float64).reshape(size.shape)


def _c4(n: float) -> float:
    return sqrt(2 / (n - 1)) * exp(lgamma(n / 2) - lgamma((n - 1) / 2))


def a3(size: Floats) -> Floats:
    """A3 / 3 = 1 / (c4 sqrt n): sigma of a mean, in mean standard deviations."""
    return 1 / (c4(size) * np.sqrt(np.maximum(size, 1)))


def b3_b4(size: Floats) -> Floats:
    """sqrt(1 - c4²) / c4: sigma of a standard deviation, in mean standard deviations."""
    c = c4(size)
    return np.sqrt(1 - c**2) / c
