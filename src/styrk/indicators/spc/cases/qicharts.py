"""Run and Shewhart charts in the shape of qicharts2."""

from enum import StrEnum

import numpy as np

from styrk.indicators.spc.cases.reading import Fields, Json, plain
from styrk.indicators.spc.charts import Charts, control_charts
from styrk.indicators.spc.kinds import Kind
from styrk.indicators.spc.points import points
from styrk.indicators.spc.subgroups import Subgroups, Summary, XType, subgroups


class Method(StrEnum):
    """The last two are answered by Anhøj's rules: their tables are not implemented."""

    ANHOEJ = "anhoej"
    BESTBOX = "bestbox"
    CUTBOX = "cutbox"


# How the values of a subgroup become one, where the chart decides it.
SUMMARY_OF = {Kind.C: Summary.SUM, Kind.S: Summary.MEAN, Kind.XBAR: Summary.MEAN}
FREE_SUMMARY = {Kind.RUN, Kind.I}
WITHOUT_DENOMINATORS = {Kind.C, Kind.S, Kind.XBAR, Kind.G, Kind.T}


def answer(given: Fields) -> Json:
    """`points` and `parts` of one chart. Raises ValueError for what cannot be charted."""
    kind = given.chosen("chart", Kind)
    given.chosen("method", Method, Method.ANHOEJ)
    gathered = _gathered(kind, given)
    chart = control_charts(
        kind,
        points(
            gathered.y,
            gathered.n,
            size=gathered.size,
            sd=gathered.sd,
            freeze=given.whole("freeze"),
            splits=given.wholes("part"),
            exclude=given.wholes("exclude"),
            centre=given.maybe_number("cl"),
            ordered=_x_type(given) is not XType.CATEGORY,
        ),
        screened=given.switch("screened_mr", default=True),
        multiply=given.number("multiply", 1),
        y_neg=given.switch("y_neg", default=True),
    )
    return {"error": None, "points": _points(gathered, chart), "parts": _parts(chart)}


def _x_type(given: Fields) -> XType:
    return given.chosen("x_type", XType, XType.INDEX) if given.has("x") else XType.INDEX


def _gathered(kind: Kind, given: Fields) -> Subgroups:
    chosen = given.chosen("agg_fun", Summary, Summary.MEAN)
    fixed = SUMMARY_OF.get(kind, Summary.MEAN)
    return subgroups(
        given.array("y"),
        None if kind in WITHOUT_DENOMINATORS else given.maybe_array("n"),
        x=given.names("x") if given.has("x") else None,
        x_type=_x_type(given),
        summary=chosen if kind in FREE_SUMMARY else fixed,
    )


def _points(gathered: Subgroups, chart: Charts) -> Json:
    lines, given = chart.lines, chart.points
    several = bool(np.any(gathered.size > 1))
    told = {
        "x": gathered.x,
        "part": plain(given.part[0]),
        "y": plain(lines.y[0]),
        "n": None if given.n is None else plain(given.n[0]),
        "n_obs_in_subgroup": plain(gathered.size) if several else None,
        "cl": plain(lines.centre[0]),
        "lcl": plain(lines.low[0]),
        "ucl": plain(lines.high[0]),
        "lcl95": plain(lines.low95[0]),
        "ucl95": plain(lines.high95[0]),
        "sigma_signal": plain(chart.outside[0]),
        "baseline": None if given.baseline.all() else plain(given.baseline[0]),
        "include": None if given.include.all() else plain(given.include[0]),
    }
    return {name: values for name, values in told.items() if values is not None}


def _parts(chart: Charts) -> list[Json]:
    return [_part(chart, place) for place in range(chart.runs.observed.shape[1])]


def _part(chart: Charts, place: int) -> Json:
    found = chart.runs
    useful = int(found.useful[0, place])

    def number(values: np.ndarray) -> object:
        return int(values[0, place]) if useful else None

    return {
        "part": place + 1,
        "n_obs": int(found.observed[0, place]),
        "n_useful": useful,
        "longest_run": number(found.longest),
        "longest_run_max": number(found.longest_allowed),
        "n_crossings": number(found.crossings),
        "n_crossings_min": number(found.fewest_allowed),
        "runs_signal": bool(found.signal[0, place]),
        "n_sigma_signals": int(chart.n_outside[0, place]),
    }
