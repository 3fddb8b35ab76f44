"""Series as Making Data Count draws them, with its icons."""

import numpy as np

from styrk.indicators.pictures.control import chart_of
from styrk.indicators.pictures.told import Told, known, of
from styrk.indicators.spc.xmr import Assurance, Cause, Judgement, XmrCharts
from styrk.ui.charts import Assured, ControlChart, Mark, Part, Point, Tone, Variation

MARKS = {
    Cause.COMMON: Mark.NONE,
    Cause.ABOVE_LIMIT: Mark.OUTSIDE,
    Cause.BELOW_LIMIT: Mark.OUTSIDE,
    Cause.RISING: Mark.RISE,
    Cause.FALLING: Mark.FALL,
    Cause.TWO_IN_THREE_ABOVE: Mark.CLOSE,
    Cause.TWO_IN_THREE_BELOW: Mark.CLOSE,
    Cause.SHIFT_ABOVE: Mark.SHIFT,
    Cause.SHIFT_BELOW: Mark.SHIFT,
}
TONES = {Judgement.IMPROVEMENT: Tone.GOOD, Judgement.CONCERN: Tone.BAD}
ASSURED = {
    Assurance.PASS: Assured.MET,
    Assurance.INCONSISTENT: Assured.VARIES,
    Assurance.FAIL: Assured.MISSED,
}


def xmr_picture(charts: XmrCharts, series: int, told: Told) -> ControlChart:
    """A series as Making Data Count marks it: each point by the first rule it meets."""
    given, limits = charts.points, charts.limits
    value = given.value
    points = []
    for place, moment in enumerate(told.moments):
        mean, high = limits.mean[series, place], limits.high[series, place]
        near = (high - mean) * 2 / 3
        points.append(
            Point(
                at=moment,
                value=known(value[series, place]),
                centre=known(mean),
                low=known(limits.low[series, place]),
                high=known(high),
                low95=known(mean - near),
                high95=known(mean + near),
                target=of(told.targets, place, None),
                mark=MARKS[Cause(int(charts.cause[series, place]))],
                tone=TONES.get(Judgement(int(charts.judgement[series, place])), Tone.PLAIN),
                excluded=not bool(given.include[series, place]),
                waiting=of(told.waiting, place, default=False),
                part=int(given.part[series, place]),
            )
        )
    number = int(given.part[series].max())
    baseline = given.baseline[series]
    frozen = 0 if baseline.all() else int(np.count_nonzero(baseline))
    return chart_of(points, told, [Part(of(told.parts, n, "")) for n in range(number)], frozen)


def variation_of(judgement: Judgement, cause: Cause) -> Variation:
    """The icon of a point: what it tells, and whether it is high or low."""
    if judgement is Judgement.COMMON or cause is Cause.COMMON:
        return Variation.COMMON
    high = cause % 2 == 1
    match judgement:
        case Judgement.IMPROVEMENT:
            return Variation.GOOD_HIGH if high else Variation.GOOD_LOW
        case Judgement.CONCERN:
            return Variation.BAD_HIGH if high else Variation.BAD_LOW
        case _:
            return Variation.HIGH if high else Variation.LOW
