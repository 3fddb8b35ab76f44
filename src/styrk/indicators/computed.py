"""What Styrk itself counts: an app that knows how gives numbers, and they become values like others."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from styrk.actions.models import Action, EffectReview
from styrk.actions.states import Effect, State
from styrk.core import clock
from styrk.indicators import periods
from styrk.indicators.commands import record_values
from styrk.indicators.models import Definition, Figure, Indicator
from styrk.indicators.states import Of
from styrk.indicators.types import ACTIONS_LATE, EFFECT_KNOWN, Value

# The newest periods are counted again, because something may be said of them late.
AGAIN = 2
# How far back is counted for an indicator that is new.
BACK = 36
REASON = "Styrk regnet på nytt"
YEAR = timedelta(days=365)


@dataclass(frozen=True)
class Counted:
    """Numbers of one unit in one period."""

    unit_id: int
    numerator: Decimal
    denominator: Decimal | None = None


# Counts an indicator's units (those in its line) from a first to a last day, both included.
type Counting = Callable[[Indicator, date, date], Iterable[Counted]]


def record_counted(name: str, count: Counting, now: datetime) -> int:
    """Count what is named so wherever it is defined, and record what is new or another; gives how many.

    Runs with the sight of whoever calls it: a job counts with all of it.
    """
    return sum(_record(one, count, now) for one in _counted_as(name, clock.day(now)))


def _counted_as(name: str, on: date) -> list[Definition]:
    """The definitions in force on the day of the indicators that are counted so."""
    found = Definition.objects.filter(indicator__retired_on__isnull=True, valid_from__lte=on)
    newest = found.order_by("indicator_id", "-valid_from", "-number").distinct("indicator_id")
    return [one for one in newest.select_related("indicator__unit") if one.computed == name]


def _record(definition: Definition, count: Counting, now: datetime) -> int:
    due = _due(definition, clock.day(now))
    standing = _standing(definition, due)
    values = [
        value
        for period in due
        for value in _counted(definition, period, count, standing.get(period, ()))
    ]
    if not values:
        return 0
    told = record_values(values=values, by=None, now=now, accept_valid=True)
    return told.new + told.corrected


def _counted(
    definition: Definition, period: date, count: Counting, standing: Iterable[int]
) -> list[Value]:
    """What is counted in the period. A unit with a value and nothing to count any more has none left (0),
    or, of what is divided, no value: what it had may be counted at another unit now.
    """
    indicator = definition.indicator
    ends = periods.ends(definition.rhythm, period)
    found = {one.unit_id: one for one in count(indicator, period, ends)}
    nothing = None if definition.is_divided else Decimal(0)
    told = [(one.unit_id, one.numerator, one.denominator) for one in found.values()]
    gone = [(unit, nothing, None) for unit in standing if unit not in found]
    return [
        Value(
            indicator_id=indicator.pk,
            unit_id=unit,
            period=period,
            numerator=top,
            denominator=low,
            reason=REASON,
        )
        for unit, top, low in (*told, *gone)
    ]


def _standing(definition: Definition, due: Sequence[date]) -> dict[date, list[int]]:
    """The units that have a value of their own, by period."""
    figures = Figure.objects.filter(
        indicator=definition.indicator, period__in=due, of=Of.ACTUAL, own=True
    )
    found: dict[date, list[int]] = defaultdict(list)
    for period, unit in figures.order_by("unit_id").values_list("period", "unit_id"):
        found[period].append(unit)
    return found


def _due(definition: Definition, on: date) -> list[date]:
    """The periods that are over and have no figure, and the newest."""
    newest = periods.newest_over(definition.rhythm, on)
    first = max(definition.valid_from, periods.moved(definition.rhythm, newest, 1 - BACK))
    over = list(periods.between(definition.rhythm, first, newest))
    figures = Figure.objects.filter(indicator=definition.indicator, period__gte=first)
    known = set(figures.values_list("period", flat=True).distinct())
    return [period for period in over if period not in known or period in over[-AGAIN:]]


def effect_known(indicator: Indicator, _first: date, last: date) -> Iterable[Counted]:
    """Of the actions carried out in the year up to the last day: those whose effect was judged by then."""
    end = clock.start_of(last + timedelta(days=1))
    judged = EffectReview.objects.filter(action=OuterRef("pk"), at__lt=end)
    found = (
        _in_line(indicator)
        .filter(done_at__gte=end - YEAR, done_at__lt=end)
        .annotate(known=Exists(judged.exclude(effect=Effect.TOO_EARLY)))
        .values("unit_id")
        .annotate(number=Count("pk"), judged=Count("pk", filter=Q(known=True)))
    )
    for row in found.order_by("unit_id"):
        yield Counted(row["unit_id"], Decimal(row["judged"]), Decimal(row["number"]))


def actions_late(indicator: Indicator, _first: date, last: date) -> Iterable[Counted]:
    """Actions that should have been carried out by the last day, and were not. None is a number too."""
    end = clock.start_of(last + timedelta(days=1))
    waiting = Q(done_at__isnull=True) & ~Q(state=State.DROPPED) | Q(done_at__gte=end)
    found = (
        _in_line(indicator)
        .filter(raised_at__lt=end)
        .values("unit_id")
        .annotate(late=Count("pk", filter=waiting & Q(due__lte=last)))
    )
    for row in found.order_by("unit_id"):
        yield Counted(row["unit_id"], Decimal(row["late"]))


def _in_line(indicator: Indicator) -> QuerySet[Action]:
    return Action.objects.filter(unit__path__startswith=indicator.unit.path, closed=False)


OWN: dict[str, Counting] = {EFFECT_KNOWN: effect_known, ACTIONS_LATE: actions_late}
