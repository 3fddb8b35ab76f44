"""Funnels: units compared at one time, with limits that widen where there are few cases.

Only for a period in which no unit changes. Source: Spiegelhalter 2005, Statistics in Medicine
24:1185 and, for overdispersion, Quality and Safety in Health Care 14:347.
"""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

import numpy as np
from numpy.typing import ArrayLike

from styrk.indicators.spc.arrays import Bools, Floats, quietly
from styrk.indicators.spc.chance import chi_square_quantile

# z of the 95 % and 99.8 % limits.
Z95 = 1.959964
Z998 = 3.090232


class FunnelKind(StrEnum):
    """A share of cases, or observed against expected; the last with two ways of adjusting."""

    PROPORTION = "PR"
    RATIO_SHMI = "SHMI"
    RATIO_CQC = "CQC"


class Limits(NamedTuple):
    """Each (units,)."""

    low95: Floats
    high95: Floats
    low998: Floats
    high998: Floats


class Overdispersion(NamedTuple):
    """`phi` how much more the units vary than chance gives (1 is just as much); `tau2` the variance
    between them that is left."""

    phi: float
    tau2: float


@dataclass(frozen=True)
class Funnel:
    """`value` (units,); `outlier`: outside the 99.8 % limits in use."""

    target: float
    value: Floats
    unadjusted: Limits
    adjusted: Limits
    overdispersion: Overdispersion
    outlier: Bools


@quietly
def funnel(
    kind: FunnelKind,
    numerator: ArrayLike,
    denominator: ArrayLike,
    *,
    adjust: bool = True,
    multiply: float = 1.0,
    trim: float = 0.1,
) -> Funnel:
    """Units (units,) in one funnel. The denominator is cases, or for ratios the number expected.

    `adjust`: outliers are told by the limits that allow for overdispersion. `trim`: how much of each
    tail is pulled in (or for SHMI left out) before overdispersion is measured.
    Raises ValueError where there are no units, where a number is missing or negative, a denominator
    is 0, or a share is above 1.
    """
    y, n = np.asarray(numerator, dtype=np.float64), np.asarray(denominator, dtype=np.float64)
    _check(kind, y, n)
    ratio = kind is not FunnelKind.PROPORTION
    target = 1.0 if ratio else float(y.sum() / n.sum())
    found = _overdispersion(kind, y, n, target, trim) if adjust else Overdispersion(0.0, 0.0)
    plain = _poisson_limits(n) if ratio else _adjusted(kind, n, target, 0.0)
    wider = _adjusted(kind, n, target, found.tau2)
    used = wider if adjust else plain
    return Funnel(
        target=target * multiply,
        value=y / n * multiply,
        unadjusted=Limits(*(line * multiply for line in plain)),
        adjusted=Limits(*(line * multiply for line in wider)),
        overdispersion=found,
        outlier=(y / n > used.high998) | (y / n < used.low998),
    )


@quietly
def limits_at(
    kind: FunnelKind,
    denominator: ArrayLike,
    target: float,
    *,
    tau2: float = 0.0,
    adjust: bool = True,
    multiply: float = 1.0,
) -> Limits:
    """The limits that `funnel` uses, at any denominators (places,): the curves to draw through them.

    `target` before it is multiplied: a share, or 1 for ratios.
    """
    n = np.asarray(denominator, dtype=np.float64)
    exact = kind is not FunnelKind.PROPORTION and not adjust
    found = _poisson_limits(n) if exact else _adjusted(kind, n, target, tau2 if adjust else 0.0)
    return Limits(*(line * multiply for line in found))


def _check(kind: FunnelKind, y: Floats, n: Floats) -> None:
    if y.ndim != 1 or y.shape != n.shape or not len(y):
        raise ValueError("numerator and denominator must be lists of the same length")
    if not (np.isfinite(y).all() and np.isfinite(n).all()) or (y < 0).any() or (n <= 0).any():
        raise ValueError("numerators must be 0 or more, and denominators above 0")
    if kind is FunnelKind.PROPORTION and (y > n).any():
        raise ValueError("a numerator is greater than its denominator")


def _adjusted(kind: FunnelKind, n: Floats, target: float, tau2: float) -> Limits:
    def reach(z: float, variance: Floats) -> Floats:
        return z * np.sqrt(variance + tau2)

    if kind is FunnelKind.RATIO_SHMI:
        chance = 1 / _rounded(n)
        return _both(lambda z: np.exp(reach(z, chance)), lambda z: np.exp(-reach(z, chance)))
    if kind is FunnelKind.RATIO_CQC:
        return _both(lambda z: 1 + reach(z, 1 / (4 * n)), lambda z: 1 - reach(z, 1 / (4 * n)))
    angle = np.arcsin(np.sqrt(target))

    def share(turned: Floats) -> Floats:
        return np.sin(np.clip(turned, 0, np.pi / 2)) ** 2

    return _both(
        lambda z: share(angle + reach(z, 1 / (4 * n))),
        lambda z: share(angle - reach(z, 1 / (4 * n))),
    )


def _both(high: Callable[[float], Floats], low: Callable[[float], Floats]) -> Limits:
    return Limits(low(Z95), high(Z95), low(Z998), high(Z998))


def _poisson_limits(expected: Floats) -> Limits:
    """Exact limits for observed / expected: chi-square quantiles (Ulm 1990, Am J Epidemiol 131).

    The lower one is above 0 however few are expected, so where fewer than about seven are, a unit
    without events stands outside it by mere chance.
    """

    def low(tail: float) -> Floats:
        return np.array([chi_square_quantile(tail, 2 * e) / 2 / e for e in expected])

    def high(tail: float) -> Floats:
        return np.array([chi_square_quantile(1 - tail, 2 * e + 2) / 2 / e for e in expected])

    return Limits(low(0.025), high(0.025), low(0.001), high(0.001))


def _overdispersion(
    kind: FunnelKind, y: Floats, n: Floats, target: float, trim: float
) -> Overdispersion:
    """tau² = max(0, (K phi - (K - 1)) / (sum w - sum w² / sum w)) (DerSimonian & Laird 1986).

    phi is the mean of z²; w one over the variance that chance alone gives.
    """
    z, weight = _scores(kind, y, n, target)
    if kind is FunnelKind.RATIO_SHMI:
        kept = _inner(z, trim)
        z, weight = z[kept], weight[kept]
    else:
        z = np.clip(z, *np.quantile(z, [trim, 1 - trim]))
    if not len(z):
        return Overdispersion(0.0, 0.0)
    phi = float(np.mean(z**2))
    room = float(weight.sum() - (weight**2).sum() / weight.sum())
    excess = len(z) * phi - (len(z) - 1)
    return Overdispersion(phi, max(0.0, excess / room) if room > 0 else 0.0)


def _scores(kind: FunnelKind, y: Floats, n: Floats, target: float) -> tuple[Floats, Floats]:
    """How far each unit is from the target in standard deviations, and its weight."""
    if kind is FunnelKind.PROPORTION:
        turned = np.arcsin(np.sqrt(y / n)) - np.arcsin(np.sqrt(target))
        return 2 * np.sqrt(n) * turned, 4 * n
    if kind is FunnelKind.RATIO_CQC:
        return 2 * np.sqrt(n) * (np.sqrt(y / n) - 1), 4 * n
    expected = _rounded(n)
    z = np.sqrt(expected) * np.log(np.where(y == 0, np.nan, y) / expected)
    return np.where(np.isnan(z), -np.inf, z), expected


def _rounded(expected: Floats) -> Floats:
    """To two decimals, as SHMI is published; what would become 0 is left."""
    return np.where(np.round(expected, 2) > 0, np.round(expected, 2), expected)


def _inner(z: Floats, trim: float) -> Bools:
    """Those with a rank strictly between the tails; a unit without events is always left out."""
    rank = np.argsort(np.argsort(z, kind="stable"), kind="stable") + 1
    tail = trim * len(z)
    return np.isfinite(z) & (rank > tail) & (rank < len(z) - tail)
