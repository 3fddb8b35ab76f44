"""Time: stored in UTC, thought of in Oslo. `now` is an argument everywhere above this module."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

OSLO = ZoneInfo("Europe/Oslo")


def now() -> datetime:
    return datetime.now(UTC)


def oslo(at: datetime) -> datetime:
    return at.astimezone(OSLO)


def day(at: datetime) -> date:
    """The calendar day in Norway."""
    return at.astimezone(OSLO).date()


def start_of(on: date) -> datetime:
    return datetime.combine(on, time.min, OSLO)


def noon_of(on: date) -> datetime:
    """The day as a moment, and the same day in UTC: of what is true of a day, whenever in it one asks."""
    return datetime.combine(on, time(12), OSLO)


def after(at: datetime, *, days: int) -> date:
    return day(at) + timedelta(days=days)
