"""When others are told of a clock: when it is soon, and when it is late.

Where the law has a date these are before it and at it. Where it has none they are ours, and said so.
"""

from datetime import UTC, datetime, timedelta
from typing import NamedTuple

from styrk.incidents.notices.clocks import Unit
from styrk.incidents.notices.duty import Step

# How long before the law's date; a clock in hours a third of it.
BEFORE = {
    Unit.WORKING_DAYS: timedelta(days=1),
    Unit.DAYS: timedelta(days=3),
    Unit.MONTHS: timedelta(days=14),
}
# Where the law has no figure: a straks-duty is known to all at once, and late in an hour.
AT_ONCE = timedelta(hours=1)
A_DAY, LATEST = timedelta(days=1), timedelta(days=3)


class Marks(NamedTuple):
    soon_at: datetime
    late_at: datetime


def marks(step: Step, begun: datetime, due_at: datetime | None) -> Marks:
    """`begun` is when the duty was known to us."""
    if due_at is not None:
        return Marks(due_at.astimezone(UTC) - _before(step), due_at)
    if step.urgent:
        return Marks(begun, begun + AT_ONCE)
    return Marks(begun + A_DAY, begun + LATEST)


def _before(step: Step) -> timedelta:
    if step.clock.unit is Unit.HOURS:
        return timedelta(hours=step.clock.number) / 3
    return BEFORE.get(step.clock.unit, A_DAY)
