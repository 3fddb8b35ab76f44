"""The shifts of a week, and who holds them: in Oslo, also across midnight and where the clock is moved."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime, time, timedelta
from itertools import pairwise

from styrk.core.clock import OSLO
from styrk.organisation.models import Person
from styrk.serious.models import Shift

WEEK = timedelta(days=7)
type Slot = tuple[datetime, datetime]


def monday_of(on: date) -> date:
    return on - timedelta(days=on.weekday())


def slots(monday: date, changes: Sequence[time]) -> list[Slot]:
    """From the first change of the Monday to the same of the next."""
    days = (monday + timedelta(days=n) for n in range(7))
    starts = [datetime.combine(on, at, OSLO) for on in days for at in sorted(changes)]
    return list(pairwise([*starts, datetime.combine(monday + WEEK, min(changes), OSLO)]))


def holder(shifts: Iterable[Shift], at: datetime) -> Person | None:
    """Who is on call at a moment: what was written last holds."""
    found = [one for one in shifts if one.starts_at <= at < one.ends_at]
    return max(found, key=lambda one: one.pk).person if found else None


def following(shifts: Sequence[Shift], at: datetime) -> Iterator[Person]:
    """Who comes on after this moment, the first first."""
    for start in sorted({one.starts_at for one in shifts if one.starts_at > at}):
        person = holder(shifts, start)
        if person is not None:
            yield person
