"""Where the runs are that are longer than chance allows, so that they can be shown and told."""

from styrk.indicators.spc.charts import Charts
from styrk.indicators.spc.kinds import Kind
from styrk.indicators.spc.runs import sides


def long_runs(charts: Charts, series: int) -> list[list[int]]:
    """The places (from 0) of the useful points of each run longer than its part allows, in order.

    Ranges, and units without order, have no runs. (Anhøj & Olesen 2014.)
    """
    if charts.kind is Kind.MR or not charts.points.ordered:
        return []
    allowed = charts.runs.longest_allowed[series].tolist()
    part = charts.points.part[series].tolist()
    return [run for run in all_runs(charts, series) if len(run) > allowed[part[run[0]] - 1]]


def all_runs(charts: Charts, series: int) -> list[list[int]]:
    """Every run. Points that are not useful neither break nor extend one; a new part breaks it."""
    given = charts.points
    row = slice(series, series + 1)
    counted = given.include[row] & given.present[row]
    side = sides(charts.lines.y[row], charts.lines.centre[row], counted)[0].tolist()
    part = given.part[series].tolist()
    found: list[list[int]] = []
    for place, way in enumerate(side):
        if not way:
            continue
        last = found[-1][-1] if found else None
        if last is not None and side[last] == way and part[last] == part[place]:
            found[-1].append(place)
        else:
            found.append([place])
    return found
