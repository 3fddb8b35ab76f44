"""Probabilities and quantiles that the charts need, without a statistics package."""

from collections.abc import Callable
from math import atan2, cos, erfc, exp, lgamma, log, pi, sin, sqrt

# Relative precision of sums, and of roots, which cannot be as fine.
FINE = 1e-15
CLOSE = 1e-13
LONGEST = 100_000


def normal_tail(z: float) -> float:
    """P(Z > z) for a standard normal Z."""
    return erfc(z / sqrt(2)) / 2


def student_two_sided(t: float, freedom: int) -> float:
    """P(|T| > |t|) for Student's T (Abramowitz & Stegun 26.7.3 and 26.7.4)."""
    angle = atan2(abs(t), sqrt(freedom))
    odd = freedom % 2
    term = cos(angle) if odd else 1.0
    total = 0.0 if freedom == 1 else term
    for k in range(2 + odd, freedom - 1, 2):
        term *= (k - 1) / k * cos(angle) ** 2
        total += term
    inside = sin(angle) * total
    return max(0.0, 1 - (2 / pi * (angle + inside) if odd else inside))


def poisson_two_sided(number: float, expected: float) -> float:
    """Twice the chance of at least so many events, or of at most so many, where so many are expected."""
    if expected <= 0:
        return 1.0
    upper = gamma_share(number, expected) if number > 0 else 1.0
    lower = 1 - gamma_share(number + 1, expected)
    return min(1.0, 2 * min(upper, lower))


def chi_square_quantile(p: float, freedom: float) -> float:
    """x with P(chi-square(freedom) <= x) = p, for 0 < p < 1; 0 with no degrees of freedom."""
    if freedom <= 0:
        return 0.0
    shape = freedom / 2
    guess = _near_zero(p, shape) if shape < 1 else _wilson_hilferty(p, shape)
    return 2 * _root(lambda x: gamma_share(shape, x) - p, guess, shape) if guess else 0.0


def gamma_share(shape: float, x: float) -> float:
    """The regularised incomplete gamma function P(shape, x): the share of the density below x.

    Series below the mean, continued fraction above (Abramowitz & Stegun 6.5.29 and 6.5.31).
    """
    if x <= 0:
        return 0.0
    factor = exp(shape * log(x) - x - lgamma(shape))
    if x < shape + 1:
        return factor * _series(shape, x)
    return 1 - factor * _fraction(shape, x)


def _series(shape: float, x: float) -> float:
    term = total = 1 / shape
    for k in range(1, LONGEST):
        term *= x / (shape + k)
        total += term
        if term < total * FINE:
            break
    return total


def _fraction(shape: float, x: float) -> float:
    """From the front, by Steed's algorithm."""
    b = x + 1 - shape
    d = 1 / b
    step = total = d
    for k in range(1, LONGEST):
        a = k * (shape - k)
        b += 2
        d = 1 / (b + a * d)
        step *= b * d - 1
        total += step
        if abs(step) < abs(total) * FINE:
            break
    return total


def _near_zero(p: float, shape: float) -> float:
    """A first guess from the first term of the series; 0 where it is less than a float holds."""
    return exp((log(p) + lgamma(shape + 1)) / shape)


def _wilson_hilferty(p: float, shape: float) -> float:
    """A first guess at the quantile (Wilson & Hilferty 1931), and never 0."""
    z = _rough_quantile(p)
    return float(shape * max(1 - 1 / (9 * shape) + z / (3 * sqrt(shape)), 0.01) ** 3)


def _rough_quantile(p: float) -> float:
    """The normal quantile to three digits (Abramowitz & Stegun 26.2.23)."""
    t = sqrt(-2 * log(min(p, 1 - p)))
    above = 2.515517 + 0.802853 * t + 0.010328 * t * t
    below = 1 + 1.432788 * t + 0.189269 * t * t + 0.001308 * t**3
    return (t - above / below) * (1 if p > 0.5 else -1)


def _root(f: Callable[[float], float], x: float, shape: float) -> float:
    """Newton's method on the gamma distribution's share, kept inside a bracket."""
    low, high = 0.0, float("inf")
    for _ in range(200):
        wrong = f(x)
        low, high = (x, high) if wrong < 0 else (low, x)
        density = exp((shape - 1) * log(x) - x - lgamma(shape))
        better = x - wrong / density if density > 0 else -1.0
        if abs(better - x) <= CLOSE * x:
            return better
        x = better if low < better < high else _between(low, high)
    return x


def _between(low: float, high: float) -> float:
    if high == float("inf"):
        return 2 * low
    return sqrt(low * high) if low > 0 else high / 16
