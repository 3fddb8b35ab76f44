"""Charts of counted events: C, P, U, P', U' and G."""

import numpy as np

from styrk.indicators.spc.arrays import (
    Floats,
    counts,
    deviations,
    divided,
    means,
    medians,
    moving_ranges,
    sums,
)
from styrk.indicators.spc.constants import D2, G_MEDIAN
from styrk.indicators.spc.kinds.individual import mean_range
from styrk.indicators.spc.lines import Lines, around, centred
from styrk.indicators.spc.points import Points


def events(rows: Points, *, screened: bool) -> Lines:  # noqa: ARG001 - all kinds are called alike
    """C chart: mean ± 3 sqrt(mean), not below 0 (Montgomery 7.17)."""
    centre = centred(rows, means(rows.alone(rows.y)))
    return around(rows.y, centre, _root(centre), floor=0)


def proportion(rows: Points, *, screened: bool) -> Lines:  # noqa: ARG001
    """P chart: p = sum(y) / sum(n), ± 3 sqrt(p (1 - p) / n), within 0 and 1 (Montgomery 7.8)."""
    centre = _pooled(rows)
    return around(rows.value, centre, _sigma_of_proportion(rows, centre), floor=0, ceiling=1)


def rate(rows: Points, *, screened: bool) -> Lines:  # noqa: ARG001
    """U chart: u = sum(y) / sum(n), ± 3 sqrt(u / n), not below 0 (Montgomery 7.19)."""
    centre = _pooled(rows)
    return around(rows.value, centre, _sigma_of_rate(rows, centre), floor=0)


def proportion_prime(rows: Points, *, screened: bool) -> Lines:
    """P' chart: as P, with sigma times sigma_z (Laney 2002, Quality Engineering 14:531)."""
    centre = _pooled(rows)
    sigma = _sigma_of_proportion(rows, centre)
    widened = sigma * sigma_z(rows, centre, sigma, screened=screened)[:, None]
    return around(rows.value, centre, widened, floor=0, ceiling=1)


def rate_prime(rows: Points, *, screened: bool) -> Lines:
    """U' chart: as U, with sigma times sigma_z (Laney 2002, Quality Engineering 14:531)."""
    centre = _pooled(rows)
    sigma = _sigma_of_rate(rows, centre)
    widened = sigma * sigma_z(rows, centre, sigma, screened=screened)[:, None]
    return around(rows.value, centre, widened, floor=0)


def sigma_z(rows: Points, centre: Floats, sigma: Floats, *, screened: bool) -> Floats:
    """How much more the points vary than chance alone gives, (rows,); 1 is just as much.

    AMR / 1.128 of z = (y - centre) / sigma over the base points. Where the points are not ordered:
    their standard deviation, NaN if any z is missing.
    """
    z = rows.alone(divided(rows.value - centre, sigma))
    if rows.ordered:
        return mean_range(moving_ranges(z, rows.base), screened=screened) / D2
    whole = counts(z) == np.count_nonzero(rows.base, axis=1)
    return np.where(whole, deviations(z), np.nan)


def cases_between(rows: Points, *, screened: bool) -> Lines:  # noqa: ARG001
    """G chart: the median is drawn; limits m ± 3 sqrt(m (m + 1)) of the mean m, not below 0.

    With a centre m given in advance 0.693 m is drawn, the theoretical median. (Benneyan 2001,
    Health Care Management Science 4:305; Provost & Murray, The Health Care Data Guide.)
    """
    given = rows.centre
    mean = np.where(np.isnan(given), means(rows.alone(rows.y)), given)
    drawn = np.where(np.isnan(given), medians(rows.alone(rows.y)), G_MEDIAN * given)
    limits = around(rows.y, _line(rows, mean), _line(rows, _root(mean * (mean + 1))), floor=0)
    return Lines(rows.y, _line(rows, drawn), limits.low, limits.high, limits.low95, limits.high95)


def _line(rows: Points, level: Floats) -> Floats:
    return np.broadcast_to(level[:, None], rows.y.shape)


def _pooled(rows: Points) -> Floats:
    return centred(rows, divided(sums(rows.alone(rows.y)), sums(rows.alone(_denominators(rows)))))


def _denominators(rows: Points) -> Floats:
    """Raises ValueError without denominators."""
    if rows.n is None:
        raise ValueError("This chart needs denominators (n)")
    return rows.n


def _sigma_of_proportion(rows: Points, centre: Floats) -> Floats:
    return _root(divided(centre * (1 - centre), _denominators(rows)))


def _sigma_of_rate(rows: Points, centre: Floats) -> Floats:
    return _root(divided(centre, _denominators(rows)))


def _root(values: Floats) -> Floats:
    """NaN below 0, which only impossible counts give."""
    return np.sqrt(values)
