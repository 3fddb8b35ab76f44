"""Bernoulli CUSUM, CUSUM with EWMA, and funnels in the shapes of their reference packages."""

from enum import StrEnum

import numpy as np

from styrk.indicators.spc.arrays import Bools
from styrk.indicators.spc.bernoulli import bernoulli_cusum
from styrk.indicators.spc.cases.reading import Fields, Json, plain, shown
from styrk.indicators.spc.drift import drift
from styrk.indicators.spc.funnel import FunnelKind, Limits, funnel


class DataType(StrEnum):
    PROPORTION = "PR"
    RATIO = "SR"


class RatioMethod(StrEnum):
    SHMI = "SHMI"
    CQC = "CQC"


def bernoulli_answer(given: Fields) -> Json:
    """As `bchart` of qicharts2."""
    found = bernoulli_cusum(
        given.array("x"),
        given.number("target"),
        odds_ratio=given.number("or", 2),
        limit=given.number("limit", 3.5),
    )
    return {
        "p0": shown(float(found.p0[0])),
        "p1": shown(float(found.p1[0])),
        "p2": shown(float(found.p2[0])),
        "cusum_up": plain(found.up[0]),
        "cusum_down": plain(found.down[0]),
        "signal_up": plain(found.signal_up[0]),
        "signal_down": plain(found.signal_down[0]),
    }


def cusum_ewma_answer(given: Fields) -> Json:
    """As `cusum` and `ewma` of qcc; places are counted from 1."""
    found = drift(
        given.array("y"),
        centre=given.maybe_number("center"),
        sd=given.maybe_number("std_dev"),
        decision=given.number("decision_interval", 5),
        shift=given.number("shift_in_se", 1),
        weight=given.number("lambda", 0.2),
        sigmas=given.number("nsigmas", 3),
    )
    return {
        "center": shown(float(found.centre[0])),
        "std_dev": shown(float(found.sd[0])),
        "cusum_pos": plain(found.up[0]),
        "cusum_neg": plain(found.down[0]),
        "cusum_above": _places(found.above[0]),
        "cusum_below": _places(found.below[0]),
        "ewma": plain(found.ewma[0]),
        "ewma_lcl": plain(found.low[0]),
        "ewma_ucl": plain(found.high[0]),
        "ewma_out": _places(found.outside[0]),
    }


def funnel_answer(given: Fields) -> Json:
    """As FunnelPlotR."""
    adjust = given.switch("adjust_overdispersion", default=True)
    found = funnel(
        _kind(given),
        given.array("numerator"),
        given.array("denominator"),
        adjust=adjust,
        multiply=given.number("multiplier", 1),
        trim=given.number("trim_by", 0.1),
    )
    return {
        "target": shown(found.target),
        "phi": shown(found.overdispersion.phi),
        "tau2": shown(found.overdispersion.tau2),
        "used_adjusted_limits": adjust,
        "value": plain(found.value),
        **_limits("", found.unadjusted),
        **_limits("od_", found.adjusted),
        "outlier": plain(found.outlier),
    }


def _kind(given: Fields) -> FunnelKind:
    if given.chosen("data_type", DataType) is DataType.PROPORTION:
        return FunnelKind.PROPORTION
    return FunnelKind(given.chosen("sr_method", RatioMethod, RatioMethod.SHMI))


def _limits(prefix: str, limits: Limits) -> Json:
    return {
        f"{prefix}lcl95": plain(limits.low95),
        f"{prefix}ucl95": plain(limits.high95),
        f"{prefix}lcl998": plain(limits.low998),
        f"{prefix}ucl998": plain(limits.high998),
    }


def _places(marked: Bools) -> list[object]:
    return plain(np.flatnonzero(marked) + 1)
