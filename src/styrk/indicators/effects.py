"""What a series says of an action's effect: worked out, frozen as it was said, and read again.

The same figures, day and decisions about the series give the same answer.
"""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from math import inf, isfinite, nan

from styrk.core.frozen import Json, as_json, digest_of, revived
from styrk.indicators import periods
from styrk.indicators.models import SeriesMark
from styrk.indicators.readings import usable
from styrk.indicators.readings.reading import WISHES
from styrk.indicators.series import Point, Series, Standing
from styrk.indicators.spc.effect import Caution, Effect, Verdict, effect
from styrk.indicators.states import Direction, Kind, MarkKind

# What happened earlier says little of how it was just before the action.
LOOKED_BACK = 36
# Another action may be behind the change where it came so many periods before this one, or after it.
BESIDE = 6


@dataclass(frozen=True)
class Seen:
    """A period as it stood: its first day, its figure if it has one that can be judged.

    `left_out`: by a person, or because the action came in the middle of it. `waiting`: it comes later.
    """

    period: str
    value: float | None
    left_out: bool = False
    waiting: bool = False


@dataclass(frozen=True)
class Observed:
    """All that the answer builds on. `split`: so many periods were over before the action."""

    indicator: str
    unit: int
    version: int
    rhythm: str
    direction: str
    carried_out: str
    split: int
    points: tuple[Seen, ...]


@dataclass(frozen=True)
class Answer:
    """An answer as it was said; numbers as in `spc.effect.Effect`, None where not known.

    `again_on`: when there should be enough points, where there are not. `beside` are the ids of other
    actions that may be behind the change. `name` and `place` are what indicator and unit were called.
    """

    observed: Observed
    digest: str
    asked_on: str
    name: str
    place: str
    measured_in: str
    decimals: int
    ceiling: float | None
    before: int
    after: int
    needed: int
    median_before: float | None
    median_after: float | None
    change: float | None
    low: float | None
    high: float | None
    p: float | None
    autocorrelation: float | None
    verdict: str
    cautions: tuple[str, ...]
    again_on: str | None = None
    beside: tuple[int, ...] = ()

    @property
    def holds(self) -> bool:
        """Whether what it builds on is still what was hashed."""
        return digest_of(self.observed) == self.digest

    def same_as(self, other: "Answer") -> bool:
        """The same said on the same grounds, whatever the day."""
        return replace(self, asked_on="", again_on=None) == replace(
            other, asked_on="", again_on=None
        )


def answered(
    series: Series,
    marks: tuple[SeriesMark, ...],
    carried_out: date,
    *,
    place: str,
    beside: tuple[int, ...] = (),
) -> Answer:
    """What the series says on its `upto` of an action carried out on a day; `place` is the unit's name.

    The period in which the action came belongs to neither side, unless it came on its first day.
    What a person has said is a new level begins the time before; what is left out, is.
    """
    definition = series.definition
    observed = _observed(series, marks, carried_out)
    found = _compared(observed)
    return Answer(
        observed=observed,
        digest=digest_of(observed),
        asked_on=series.upto.isoformat(),
        name=series.indicator.name,
        place=place,
        measured_in=definition.measured_in,
        decimals=definition.decimals,
        ceiling=float(definition.factor) if definition.kind == Kind.PROPORTION else None,
        before=found.before,
        after=found.after,
        needed=found.needed,
        median_before=_known(found.median_before),
        median_after=_known(found.median_after),
        change=_known(found.change),
        low=_known(found.low),
        high=_known(found.high),
        p=_known(found.p),
        autocorrelation=_known(found.autocorrelation),
        verdict=str(found.verdict),
        cautions=tuple(str(one) for one in found.cautions),
        again_on=_again_on(series, found, carried_out),
        beside=beside,
    )


def as_told(answer: Answer) -> Json:
    return as_json(answer)


def as_answer(told: Json) -> Answer:
    return revived(Answer, told)


def as_effect(answer: Answer) -> Effect:
    """As the control charts' own words and pictures take it."""
    return Effect(
        before=answer.before,
        after=answer.after,
        needed=answer.needed,
        median_before=_number(answer.median_before),
        median_after=_number(answer.median_after),
        change=_number(answer.change),
        low=-inf if answer.low is None else answer.low,
        high=inf if answer.high is None else answer.high,
        p=_number(answer.p),
        autocorrelation=_number(answer.autocorrelation),
        verdict=Verdict(answer.verdict),
        cautions=tuple(Caution(one) for one in answer.cautions),
    )


def window(rhythm: str, carried_out: date) -> date:
    """The first day on which another action would be beside this one."""
    return periods.moved(rhythm, periods.begins(rhythm, carried_out), -BESIDE)


def _observed(series: Series, marks: tuple[SeriesMark, ...], carried_out: date) -> Observed:
    definition = series.definition
    since = _since(series, marks, carried_out)
    points = [point for point in series.comparable if point.period >= since]
    excluded = {mark.period for mark in marks if mark.kind == MarkKind.EXCLUDE}
    seen = [_seen(series, point, excluded, carried_out) for point in points]
    return Observed(
        indicator=series.indicator.code,
        unit=series.unit_id,
        version=definition.number,
        rhythm=definition.rhythm,
        direction=definition.direction,
        carried_out=carried_out.isoformat(),
        split=sum(periods.ends(definition.rhythm, one.period) < carried_out for one in points),
        points=tuple(seen),
    )


def _since(series: Series, marks: tuple[SeriesMark, ...], carried_out: date) -> date:
    rhythm = series.definition.rhythm
    begun = periods.begins(rhythm, carried_out)
    levels = [m.period for m in marks if m.kind == MarkKind.SPLIT and m.period < begun]
    return max([periods.moved(rhythm, begun, -LOOKED_BACK), *levels])


def _seen(series: Series, point: Point, excluded: set[date], carried_out: date) -> Seen:
    ends = periods.ends(series.definition.rhythm, point.period)
    return Seen(
        period=point.period.isoformat(),
        value=point.value if usable(series, point) else None,
        left_out=point.period in excluded or point.period < carried_out <= ends,
        waiting=point.standing is Standing.WAITING,
    )


def _compared(observed: Observed) -> Effect:
    values = [nan if one.value is None else one.value for one in observed.points]
    out = [number for number, one in enumerate(observed.points, start=1) if one.left_out]
    # The engine wants a point to look at.
    return effect(
        values or [nan], observed.split, WISHES[Direction(observed.direction)], exclude=out
    )


def _again_on(series: Series, found: Effect, carried_out: date) -> str | None:
    """When the figures that are needed should have come, if no more of them are late or too small."""
    if found.verdict is not Verdict.TOO_EARLY:
        return None
    definition, retired = series.definition, series.indicator.retired_on
    known = {point.period for point in series.points if point.value is not None}
    needed, period, due = found.needed, _first_after(definition.rhythm, carried_out), series.upto
    while needed:
        ends = periods.ends(definition.rhythm, period)
        due = ends + timedelta(days=definition.lag_days + 1)
        needed -= period not in known and due > series.upto
        if retired and ends > retired:
            return None
        period = periods.moved(definition.rhythm, period, 1)
    return due.isoformat()


def _first_after(rhythm: str, carried_out: date) -> date:
    """The first period that is wholly after the action."""
    period = periods.begins(rhythm, carried_out)
    return period if period == carried_out else periods.moved(rhythm, period, 1)


def _known(value: float) -> float | None:
    return float(value) if isfinite(value) else None


def _number(value: float | None) -> float:
    return nan if value is None else value
