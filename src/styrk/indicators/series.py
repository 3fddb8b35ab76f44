"""A series as one looks at it: every period that has come, with its figure or why there is none."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from functools import cached_property

from styrk.indicators import periods
from styrk.indicators.models import Definition, Indicator
from styrk.indicators.states import Along

# The figures of so many periods before tell how many units use to be in a sum.
LOOKED_BACK = 3


class Standing(StrEnum):
    """What stands in a period."""

    KNOWN = "known"
    TOO_FEW = "too_few"  # the denominator is smaller than the definition wants
    WAITING = "waiting"  # expected later: the source is behind by so many days
    MISSING = "missing"


@dataclass(frozen=True, slots=True)
class Kept:
    """A figure as it is kept: numerator, denominator, and where it is from."""

    numerator: float
    denominator: float | None
    own: bool
    reporting: int


@dataclass(frozen=True, slots=True)
class Point:
    """One period. `value` is None unless something stands; also where it is too few to judge.

    `reporting` of `expected` units' own values are in the sum. `expected_on`: the day it should be there.
    """

    period: date
    standing: Standing
    numerator: float | None
    denominator: float | None
    value: float | None
    own: bool
    reporting: int
    expected: int
    expected_on: date
    version: int

    @property
    def is_partial(self) -> bool:
        return self.value is not None and self.reporting < self.expected


@dataclass(frozen=True)
class Series:
    """The figures of one indicator at one unit, oldest first.

    `definitions` are all versions in the order they came into force. `targets` are (first day, value) in order. `of` actual, budget or forecast. `upto`: the day one looks.
    """

    indicator: Indicator
    unit_id: int
    of: str
    upto: date
    definitions: tuple[Definition, ...]
    points: tuple[Point, ...]
    targets: tuple[tuple[date, float | None], ...] = ()

    @cached_property
    def definition(self) -> Definition:
        """The one that is in force in the newest period."""
        if not self.points:
            return self.definitions[-1]
        return in_force(self.definitions, self.points[-1].period)

    @property
    def latest(self) -> Point | None:
        """The newest figure that can be judged."""
        return next((p for p in reversed(self.points) if p.standing is Standing.KNOWN), None)

    @property
    def target(self) -> float | None:
        """What one wants now."""
        return self._wanted(self.upto)

    def target_on(self, period: date) -> float | None:
        """What one wanted of the period, on its last day."""
        return self._wanted(periods.ends(self.definition.rhythm, period))

    def _wanted(self, on: date) -> float | None:
        return next((value for since, value in reversed(self.targets) if since <= on), None)

    @property
    def comparable(self) -> tuple[Point, ...]:
        """The points that are counted as the newest are: the others cannot stand in one chart."""
        last, first = self.definition, self.definition.valid_from
        for one in reversed(self.definitions):
            if (one.kind, one.rhythm, one.factor) != (last.kind, last.rhythm, last.factor):
                break
            first = one.valid_from
        return tuple(point for point in self.points if point.period >= first)


def laid_out(
    definitions: Sequence[Definition], kept: Mapping[date, Kept], upto: date, *, planned: bool
) -> Iterator[Point]:
    """Every period from the first figure to the newest that is over on the day.

    `definitions` in the order they came into force; for equal first days the last version last.

    `planned`: figures of the future (budget, forecast) come along, and nothing is waited for.
    """
    if not kept:
        return
    lately: list[int] = []
    for period, definition in _periods(definitions, min(kept), max(kept), upto, planned=planned):
        yield _point(period, definition, kept.get(period), upto, lately)


def _periods(
    definitions: Sequence[Definition], first: date, newest: date, upto: date, *, planned: bool
) -> Iterator[tuple[date, Definition]]:
    period = first
    while True:
        definition = in_force(definitions, period)
        if period > newest and (planned or periods.ends(definition.rhythm, period) > upto):
            return
        yield period, definition
        period = following(definitions, period)


def following(definitions: Sequence[Definition], period: date) -> date:
    """The period after, which begins earlier than usual where another definition does."""
    if len(definitions) == 1:
        return periods.moved(definitions[0].rhythm, period, 1)
    usual = periods.moved(in_force(definitions, period).rhythm, period, 1)
    changes = (one.valid_from for one in definitions if period < one.valid_from)
    return min([usual, *changes])


def in_force(definitions: Sequence[Definition], period: date) -> Definition:
    """The newest that is valid from the period or before; the first for what is older."""
    if len(definitions) == 1:
        return definitions[0]
    valid = [one for one in definitions if one.valid_from <= period]
    return valid[-1] if valid else definitions[0]


def _point(
    period: date, definition: Definition, kept: Kept | None, upto: date, lately: list[int]
) -> Point:
    due = periods.ends(definition.rhythm, period) + timedelta(days=definition.lag_days + 1)
    if kept is None:
        standing = Standing.WAITING if due > upto else Standing.MISSING
        return Point(period, standing, None, None, None, False, 0, 0, due, definition.number)  # noqa: FBT003
    few = kept.denominator is not None and kept.denominator < definition.least
    expected = 1 if kept.own else max([kept.reporting, *lately[-LOOKED_BACK:]])
    lately.append(kept.reporting)
    return Point(
        period=period,
        standing=Standing.TOO_FEW if few else Standing.KNOWN,
        numerator=kept.numerator,
        denominator=kept.denominator,
        value=None if few else figure(definition, kept.numerator, kept.denominator),
        own=kept.own,
        reporting=kept.reporting,
        expected=expected,
        expected_on=due,
        version=definition.number,
    )


def figure(definition: Definition, numerator: float, denominator: float | None) -> float | None:
    """numerator / denominator x factor, in the definition's measure; None where that cannot be told."""
    if not definition.is_divided:
        return numerator * float(definition.factor)
    return numerator / denominator * float(definition.factor) if denominator else None


def together(definition: Definition, points: Sequence[Point]) -> float | None:
    """One figure of several periods, oldest first, as the definition says that they go together.

    Sums of what is divided are divided; the mean is of the figures; the last is the newest known.
    """
    known = [point for point in points if point.numerator is not None]
    if not known:
        return None
    match definition.joined:
        case Along.LAST:
            return figure(definition, known[-1].numerator or 0.0, known[-1].denominator)
        case Along.MEAN:
            each = [figure(definition, p.numerator or 0.0, p.denominator) for p in known]
            told = [one for one in each if one is not None]
            return sum(told) / len(told) if told else None
        case _:
            return figure(definition, *summed(known))


def summed(known: Sequence[Point]) -> tuple[float, float]:
    """What is counted above and below the line in several periods."""
    return (
        sum(point.numerator or 0.0 for point in known),
        sum(point.denominator or 0.0 for point in known),
    )
