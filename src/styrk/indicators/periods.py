"""Periods: days, weeks, months, tertials, quarters, half years and years, named by their first day."""

from collections.abc import Iterator
from datetime import date, timedelta
from functools import lru_cache

from styrk.indicators.states import Rhythm

MONTHS = {
    Rhythm.MONTH: 1,
    Rhythm.QUARTER: 3,
    Rhythm.TERTIAL: 4,
    Rhythm.HALF: 6,
    Rhythm.YEAR: 12,
}
DAYS = {Rhythm.DAY: 1, Rhythm.WEEK: 7}
# What an address may name. Far inside what a calendar can count, so that there is always one before.
YEARS = range(1900, 2200)


def begins(rhythm: str, on: date) -> date:
    """The first day of the period that holds the day."""
    if rhythm == Rhythm.DAY:
        return on
    if rhythm == Rhythm.WEEK:
        return on - timedelta(days=on.weekday())
    months = MONTHS[Rhythm(rhythm)]
    return date(on.year, (on.month - 1) // months * months + 1, 1)


def named(rhythm: str, text: str) -> date | None:
    """The period that a text names by its first day, as an address does; None where it names none."""
    try:
        period = date.fromisoformat(text)
    except ValueError:
        return None
    return period if period.year in YEARS and begins(rhythm, period) == period else None


# Thousands of series ask for the same few periods.
@lru_cache(maxsize=20_000)
def moved(rhythm: str, period: date, steps: int) -> date:
    """The first day of the period so many periods later, or earlier where `steps` is negative."""
    one = Rhythm(rhythm)
    if one in DAYS:
        return period + timedelta(days=steps * DAYS[one])
    months = period.year * 12 + period.month - 1 + steps * MONTHS[one]
    return date(months // 12, months % 12 + 1, 1)


@lru_cache(maxsize=20_000)
def ends(rhythm: str, period: date) -> date:
    """The last day of the period."""
    return moved(rhythm, period, 1) - timedelta(days=1)


def between(rhythm: str, first: date, last: date) -> Iterator[date]:
    """Every period from the first to the last, both included."""
    period = first
    while period <= last:
        yield period
        period = moved(rhythm, period, 1)


def newest_over(rhythm: str, on: date) -> date:
    """The newest period whose last day is not after the day."""
    period = begins(rhythm, on)
    return period if ends(rhythm, period) <= on else moved(rhythm, period, -1)


def number(rhythm: str, period: date) -> int:
    """Which period of its year it is, from 1; for weeks the ISO week."""
    if rhythm == Rhythm.WEEK:
        return period.isocalendar().week
    if rhythm == Rhythm.DAY:
        return period.timetuple().tm_yday
    return (period.month - 1) // MONTHS[Rhythm(rhythm)] + 1


def a_year_before(rhythm: str, period: date) -> date:
    """The same period of the year before; the same weekday for days, the same week number for weeks."""
    if rhythm == Rhythm.DAY:
        return period - timedelta(days=364)
    if rhythm == Rhythm.WEEK:
        year, week, _day = (period + timedelta(days=3)).isocalendar()
        return date.fromisocalendar(year - 1, min(week, 52), 1)
    return date(period.year - 1, period.month, 1)
