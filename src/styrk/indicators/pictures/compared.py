"""Before and after an action, and units side by side."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
from django.utils.translation import gettext as _

from styrk.indicators.pictures.told import Told, known, toned
from styrk.indicators.spc.effect import Effect, Verdict
from styrk.indicators.spc.funnel import Funnel, FunnelKind, funnel, limits_at
from styrk.indicators.spc.xmr import Direction
from styrk.ui.charts import BeforeAfter, FunnelChart, FunnelLimit, FunnelUnit, Point, Tone

VERDICTS = {Verdict.IMPROVED: Tone.GOOD, Verdict.WORSE: Tone.BAD}
# Places that the curves of a funnel are drawn through.
CURVE = 80


def effect_picture(
    found: Effect, values: Sequence[float | None], split: int, told: Told, *, action: str, on: date
) -> BeforeAfter:
    """Before and after an action, `split` points before it."""
    points = [Point(at, value) for at, value in zip(told.moments, values, strict=True)]
    return BeforeAfter(
        title=told.title,
        points=points,
        split=split,
        action=action,
        on=on,
        before=known(found.median_before),
        after=known(found.median_after),
        change=known(found.change),
        low=known(found.low),
        high=known(found.high),
        tone=VERDICTS.get(found.verdict, Tone.PLAIN),
        rhythm=told.rhythm,
        measured_in=told.measured_in,
        decimals=told.decimals,
        ceiling=told.ceiling,
        words=told.words,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """The units of a funnel, in its order, and what they are compared by. `own` the reader's."""

    title: str
    names: Sequence[str]
    cases: Sequence[float]
    cases_are: str
    own: str = ""
    measured_in: str = ""
    decimals: int = 1
    ceiling: float | None = None
    direction: Direction = Direction.NEUTRAL
    words: str = ""


def funnel_picture(
    found: Funnel, kind: FunnelKind, told: Compared, *, adjust: bool = True, multiply: float = 1.0
) -> FunnelChart:
    """The funnel with its limits in use as curves; `adjust` and `multiply` as it was made with."""
    least, most = min(told.cases), max(told.cases)
    # From half the smallest unit: the limits of fewer cases go far, and no unit is there.
    cases = np.geomspace(max(least / 2, min(5.0, most)), most * 1.1, CURVE)
    tau2 = found.overdispersion.tau2
    curves = limits_at(
        kind, cases, found.target / multiply, tau2=tau2, adjust=adjust, multiply=multiply
    )
    rows = zip(cases.tolist(), *(line.tolist() for line in curves), strict=True)
    units = [
        FunnelUnit(
            name=name,
            cases=number,
            value=float(found.value[place]),
            outlier=bool(found.outlier[place]),
            tone=toned(float(found.value[place]) - found.target, told.direction)
            if found.outlier[place]
            else Tone.PLAIN,
            own=name == told.own,
        )
        for place, (name, number) in enumerate(zip(told.names, told.cases, strict=True))
    ]
    return FunnelChart(
        title=told.title,
        units=units,
        limits=[FunnelLimit(*row) for row in rows],
        centre=found.target,
        cases_are=told.cases_are,
        measured_in=told.measured_in,
        decimals=told.decimals,
        ceiling=told.ceiling,
        words=told.words,
    )


@dataclass(frozen=True, slots=True)
class Counted:
    """What a unit's share or rate is made of; `low` is above 0."""

    name: str
    top: float
    low: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """How they are measured. `share` or rate; `of`: what is counted below the line."""

    title: str
    share: bool
    factor: float
    of: str
    measured_in: str
    decimals: int
    direction: Direction


def funnel_among(units: Sequence[Counted], way: Way, own: str = "") -> FunnelChart:
    """The funnel of units whose counts are known, at least one of them above 0; those outside it are marked.

    A rate is held against what all of them together would give.
    """
    top, low = [one.top for one in units], [one.low for one in units]
    usual = sum(top) / sum(low)
    kind = FunnelKind.PROPORTION if way.share else FunnelKind.RATIO_CQC
    cases = low if way.share else [n * usual for n in low]
    multiply = way.factor if way.share else usual * way.factor
    told = Compared(
        title=way.title,
        names=[one.name for one in units],
        cases=cases,
        cases_are=(way.of or _("Antall")) if way.share else _("Ventet antall"),
        own=own,
        measured_in=way.measured_in,
        decimals=way.decimals,
        ceiling=way.factor if way.share else None,
        direction=way.direction,
    )
    return funnel_picture(
        funnel(kind, top, cases, multiply=multiply), kind, told, multiply=multiply
    )
