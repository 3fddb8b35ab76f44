"""XmR charts in the shape of NHSRplotthedots."""

from collections import Counter
from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from styrk.indicators.spc.arrays import Bools
from styrk.indicators.spc.cases.reading import Fields, Json, NotAnswerable, plain, shown
from styrk.indicators.spc.moments import moment
from styrk.indicators.spc.points import points
from styrk.indicators.spc.xmr import Assurance, Direction, Judgement, XmrCharts, xmr_charts


class Wished(StrEnum):
    INCREASE = "increase"
    DECREASE = "decrease"
    NEUTRAL = "neutral"


# By number of the cause, and of the judgement.
CAUSES = (
    "Common Cause",
    "Above UCL",
    "Below LCL",
    "7 Point Trend (Increasing)",
    "7 Point Trend (Decreasing)",
    "2 in 3 Above CL",
    "2 in 3 Below CL",
    "7 Points Above CL",
    "7 Points Below CL",
)
POINT_TYPES = (
    "common_cause",
    "special_cause_improvement",
    "special_cause_concern",
    "special_cause_neutral_high",
    "special_cause_neutral_low",
)
ICONS = ("common_cause", "improvement", "concern", "neutral", "neutral")
ASSURANCES = {
    Assurance.PASS: "pass",
    Assurance.INCONSISTENT: "inconsistent",
    Assurance.FAIL: "fail",
}


@dataclass(frozen=True)
class Dated:
    """Values in the order of their dates, and where groups begin."""

    dates: list[str]
    y: list[float]
    begins: list[bool]

    @property
    def splits(self) -> list[int]:
        return [place for place, new in enumerate(self.begins) if new and place > 0]

    @property
    def first_group(self) -> int:
        """1 where the first date begins a group, as the reference counts."""
        return int(self.begins[0])


def answer(given: Fields) -> Json:
    """Groups, points and icons of one chart. Raises ValueError for what cannot be charted."""
    dated = _dated(given)
    wished = given.chosen("improvement_direction", Wished)
    chart = xmr_charts(
        points(dated.y, splits=dated.splits),
        Direction[wished.name],
        targets=given.maybe_number("target"),
        fix_after=given.whole("fix_after_n_points"),
        screened=given.switch("screen_outliers", default=True),
        beyond_counts=given.switch("two_in_three_beyond_limits", default=False),
    )
    return {
        "error": None,
        "groups": _groups(dated, chart),
        "points": _points(dated, chart),
        **_icons(chart),
    }


def _dated(given: Fields) -> Dated:
    y, dates = given.array("y"), given.listed("date")
    if len(y) != len(dates):
        raise NotAnswerable("y and date must have the same length")
    times = [moment(date) for date in dates]
    if len(set(times)) < len(times):
        raise NotAnswerable("Two values have the same date")
    order = sorted(range(len(times)), key=times.__getitem__)
    rebased = {moment(date) for date in given.listed("rebase")} if given.has("rebase") else set()
    return Dated(
        dates=[str(dates[place]) for place in order],
        y=[float(y[place]) for place in order],
        begins=[times[place] in rebased for place in order],
    )


def _groups(dated: Dated, chart: XmrCharts) -> list[Json]:
    part = chart.points.part[0]
    return [
        _group(dated, chart, part == number, number - 1 + dated.first_group)
        for number in range(1, int(part.max()) + 1)
    ]


def _group(dated: Dated, chart: XmrCharts, here: Bools, number: int) -> Json:
    first = int(np.argmax(here))
    kinds = Counter(chart.judgement[0, here].tolist())
    found = chart.limits
    return {
        "rebase_group": number,
        "n": int(here.sum()),
        "mean": shown(float(found.mean[0, first])),
        "lpl": shown(float(found.low[0, first])),
        "upl": shown(float(found.high[0, first])),
        "short_group_warning": bool(chart.on_trial[0, chart.points.part[0, first] - 1]),
        "start": dated.dates[first],
        "n_common_cause": kinds[Judgement.COMMON],
        "n_improvement": kinds[Judgement.IMPROVEMENT],
        "n_concern": kinds[Judgement.CONCERN],
        "n_neutral_high": kinds[Judgement.NEUTRAL_HIGH],
        "n_neutral_low": kinds[Judgement.NEUTRAL_LOW],
        "last_point_type": POINT_TYPES[chart.judgement[0, here][-1]],
    }


def _points(dated: Dated, chart: XmrCharts) -> Json:
    found, y = chart.limits, chart.points.y[0]
    without_mean = np.isnan(y) | np.isnan(found.mean[0])
    without_limits = without_mean | np.isnan(found.high[0])
    return {
        "date": dated.dates,
        "y": plain(y),
        "rebase_group": plain(chart.points.part[0] - 1 + dated.first_group),
        "outside_limits": _known(plain(found.outside[0]), without_limits),
        "close_to_limits": _known(plain(found.close[0]), without_limits),
        "relative_to_mean": _known(plain(found.side[0]), without_mean),
        "special_cause_type": [CAUSES[cause] for cause in chart.cause[0]],
        "special_cause_flag": plain(chart.cause[0] != 0),
        "point_type": [POINT_TYPES[kind] for kind in chart.judgement[0]],
    }


def _known(values: list[object], unknown: Bools) -> list[object]:
    return [None if lacks else value for value, lacks in zip(values, unknown, strict=True)]


def _icons(chart: XmrCharts) -> Json:
    cause, kind = int(chart.last_cause[0]), int(chart.last_judgement[0])
    assured = ASSURANCES.get(Assurance(int(chart.assurance[0])))
    return {
        "variation_icon": ICONS[kind] if not cause else f"{ICONS[kind]}_{_level(cause)}",
        "assurance_type": f"consistent_{assured}" if assured in {"pass", "fail"} else assured,
        "assurance_icon": assured,
    }


def _level(cause: int) -> str:
    return "high" if cause % 2 else "low"
