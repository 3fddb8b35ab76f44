"""Which chart to draw, and why: a proposal with its reasons and figures."""

from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from numpy.typing import ArrayLike

from styrk.indicators.spc.arrays import Bools, Floats, means, quietly
from styrk.indicators.spc.autocorrelation import MUCH, autocorrelation
from styrk.indicators.spc.kinds import DRAWN_BY, Kind
from styrk.indicators.spc.kinds.counted import sigma_z
from styrk.indicators.spc.points import Points, points

# Points to draw a run chart, and points for limits that are no longer on trial.
ENOUGH_FOR_MEDIAN = 12
ENOUGH_FOR_LIMITS = 20
MANY_ZEROS = 0.5
FEW_EVENTS = 5
LARGE_DENOMINATOR = 1000
# Variation in chance variations: P' is drawn above, and events are not independent below.
MUCH_DISPERSION = 1.5
LITTLE_DISPERSION = 0.7


class Data(StrEnum):
    """What the numbers are."""

    MEASUREMENT = "measurement"
    SUBGROUPS = "subgroups"
    PROPORTION = "proportion"
    RATE = "rate"
    COUNT = "count"
    TIME_BETWEEN = "time_between"
    CASES_BETWEEN = "cases_between"


class Reason(StrEnum):
    """Why this chart, or what to be careful with; the figure is said beside each."""

    KIND_OF_DATA = "kind_of_data"  # number of known points
    FEW_POINTS = "few_points"  # number of known points
    LIMITS_ON_TRIAL = "limits_on_trial"  # number of known points
    MANY_ZEROS = "many_zeros"  # share of points that are 0
    FEW_EVENTS = "few_events"  # mean events in a point
    OVERDISPERSED = "overdispersed"  # sigma_z
    UNDERDISPERSED = "underdispersed"  # sigma_z
    LARGE_DENOMINATORS = "large_denominators"  # mean denominator
    VARYING_SIZES = "varying_sizes"  # largest over smallest
    AUTOCORRELATED = "autocorrelated"  # lag-1 correlation
    ZERO_TIMES = "zero_times"  # number of times that are 0
    NEGATIVE = "negative"  # number of values below 0


@dataclass(frozen=True)
class Advice:
    """`kind` the chart proposed; `consider` another way of counting, where it would tell more."""

    kind: Kind
    consider: tuple[Kind, ...]
    reasons: dict[Reason, float]


USUAL = {
    Data.MEASUREMENT: Kind.I,
    Data.SUBGROUPS: Kind.XBAR,
    Data.PROPORTION: Kind.P,
    Data.RATE: Kind.U,
    Data.COUNT: Kind.C,
    Data.TIME_BETWEEN: Kind.T,
    Data.CASES_BETWEEN: Kind.G,
}
PRIMED = {Kind.P: Kind.P_PRIME, Kind.U: Kind.U_PRIME, Kind.I: Kind.I_PRIME}
EVENTS = {Data.PROPORTION, Data.RATE, Data.COUNT}


@quietly
def advise(data: Data, y: ArrayLike, n: ArrayLike | None = None) -> Advice:
    """A chart for one series (points,), with denominators or numbers behind each point in `n`.

    Guided by Anhøj & Olesen 2014, Laney 2002, and Provost & Murray, The Health Care Data Guide.
    """
    given = points(y, n)
    usual = USUAL[data]
    found = {Reason.KIND_OF_DATA: float(_known(given)), **_common(given)}
    found |= _of_events(data, usual, given) if data in EVENTS else _of_measurements(data, given)
    return Advice(_proposed(usual, found), _considered(data, found), found)


def _known(given: Points) -> int:
    return int(np.count_nonzero(~np.isnan(given.value)))


def _common(given: Points) -> dict[Reason, float]:
    values, known = given.value[0], _known(given)
    zeros = np.count_nonzero(values == 0) / max(known, 1)
    likeness = float(autocorrelation(given.value)[0])
    return _holding(
        (Reason.FEW_POINTS, known, known < ENOUGH_FOR_MEDIAN),
        (Reason.LIMITS_ON_TRIAL, known, ENOUGH_FOR_MEDIAN <= known < ENOUGH_FOR_LIMITS),
        (Reason.MANY_ZEROS, zeros, zeros >= MANY_ZEROS),
        (Reason.AUTOCORRELATED, likeness, likeness > MUCH),
    )


def _of_events(data: Data, usual: Kind, given: Points) -> dict[Reason, float]:
    events = _mean(given.y[0])
    negative = int(np.count_nonzero(given.y[0] < 0))
    found = _holding(
        (Reason.FEW_EVENTS, events, events < FEW_EVENTS),
        (Reason.NEGATIVE, negative, negative > 0),
    )
    if data is Data.COUNT or given.n is None:
        return found
    usual_n = _mean(np.where(given.n > 0, given.n, np.nan)[0])
    spread = dispersion(usual, given)
    return found | _holding(
        (Reason.OVERDISPERSED, spread, spread > MUCH_DISPERSION),
        (Reason.UNDERDISPERSED, spread, spread < LITTLE_DISPERSION),
        (Reason.LARGE_DENOMINATORS, usual_n, usual_n > LARGE_DENOMINATOR),
    )


@quietly
def widened(kind: Kind, given: Points) -> Bools:
    """Which P or U charts chance alone does not explain, (series,): those are drawn as P' or U'."""
    if given.n is None:
        return np.zeros(len(given.y), dtype=bool)
    spread = _dispersions(kind, given)
    usual = means(np.where(given.n > 0, given.n, np.nan))
    large = (usual > LARGE_DENOMINATOR) & (spread > 0)
    return np.asarray((spread > MUCH_DISPERSION) | large)


@quietly
def dispersion(kind: Kind, given: Points) -> float:
    """sigma_z of a P or U chart: 1 is what chance alone gives; NaN where it cannot be told."""
    return float(_dispersions(kind, given)[0])


def _dispersions(kind: Kind, given: Points) -> Floats:
    drawn = DRAWN_BY[kind](given, screened=True)
    sigma = _sigma(kind, given, drawn.centre)
    return sigma_z(given, drawn.centre, sigma, screened=True)


def _sigma(kind: Kind, given: Points, centre: Floats) -> Floats:
    share = centre * (1 - centre) if kind is Kind.P else centre
    n = np.where(given.n == 0, np.nan, given.n) if given.n is not None else np.nan
    return np.sqrt(np.maximum(share, 0) / n)


def _of_measurements(data: Data, given: Points) -> dict[Reason, float]:
    values = given.value[0]
    sizes = np.array([1.0]) if given.n is None else given.n[0][given.n[0] > 0]
    varying = float(sizes.max() / sizes.min()) if len(sizes) else 1.0
    timed = int(np.count_nonzero(values <= 0)) if data is Data.TIME_BETWEEN else 0
    return _holding(
        (Reason.VARYING_SIZES, varying, data is Data.MEASUREMENT and varying > 1),
        (Reason.ZERO_TIMES, timed, timed > 0),
    )


def _proposed(usual: Kind, found: dict[Reason, float]) -> Kind:
    if Reason.FEW_POINTS in found:
        return Kind.RUN
    if Reason.ZERO_TIMES in found:
        return Kind.G
    widened = {Reason.OVERDISPERSED, Reason.LARGE_DENOMINATORS, Reason.VARYING_SIZES}
    return PRIMED.get(usual, usual) if widened & found.keys() else usual


def _considered(data: Data, found: dict[Reason, float]) -> tuple[Kind, ...]:
    """Where events are rare, count what lies between them."""
    rare = {Reason.MANY_ZEROS, Reason.FEW_EVENTS} & found.keys()
    if rare and data in EVENTS:
        return Kind.G, Kind.T
    return (Kind.P,) if rare and data is Data.MEASUREMENT else ()


def _holding(*reasons: tuple[Reason, float, object]) -> dict[Reason, float]:
    return {reason: float(figure) for reason, figure, holds in reasons if holds}


def _mean(values: Floats) -> float:
    known = values[~np.isnan(values)]
    return float(known.mean()) if len(known) else float("nan")
