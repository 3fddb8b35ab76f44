"""Clocks: from a start event to a deadline, in Norway's time, with Norway's holidays.

A clock in days or months ends at the last second of that local day, and the day of the start event
is not counted. Hours are hours that pass: 72 of them run through weekends and the change to summer
time.
"""

import calendar
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum

from styrk.core.clock import OSLO, day
from styrk.core.workdays import SATURDAY, holidays, working_day

LAST_SECOND = time(23, 59, 59)
DECEMBER = 12


class Unit(StrEnum):
    AT_ONCE = "at_once"
    HOURS = "hours"
    WORKING_DAYS = "working_days"
    DAYS = "days"
    MONTHS = "months"


class Start(StrEnum):
    EVENT = "event"
    KNOWN = "known"
    SENT = "sent"


@dataclass(frozen=True)
class Clock:
    """`AT_ONCE` also where the law gives no figure."""

    unit: Unit
    start: Start
    number: int = 0


def due(clock: Clock, start: datetime) -> datetime | None:
    """When it runs out, or None where the law has no figure."""
    on = day(start)
    match clock.unit:
        case Unit.HOURS:
            return (start.astimezone(UTC) + timedelta(hours=clock.number)).astimezone(OSLO)
        case Unit.WORKING_DAYS:
            return end_of(virkedag(on, clock.number))
        case Unit.DAYS:
            return end_of(on + timedelta(days=clock.number))
        case Unit.MONTHS:
            return end_of(_months_after(on, clock.number))
        case Unit.AT_ONCE:
            return None


def end_of(on: date) -> datetime:
    return datetime.combine(on, LAST_SECOND, OSLO)


def virkedag(after: date, number: int) -> date:
    """So many days later, where Saturdays and the eves count: the earlier date of the two readings."""
    on = after
    for _one in range(number):
        on += timedelta(days=1)
        while on.weekday() > SATURDAY or on in holidays(on.year):
            on += timedelta(days=1)
    return on


def without_saturdays(after: date, number: int) -> date:
    """The later reading, to be shown beside the earlier."""
    return working_day(after, number)


def _months_after(on: date, number: int) -> date:
    """The same date so many months later, or that month's last day where it has no such date."""
    years, month = divmod(on.month - 1 + number, DECEMBER)
    year, month = on.year + years, month + 1
    return date(year, month, min(on.day, calendar.monthrange(year, month)[1]))
