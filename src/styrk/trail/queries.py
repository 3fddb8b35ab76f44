"""Reading the trail: always as much as the reader may see of the records it is about."""

from datetime import date, datetime
from typing import NamedTuple

from django.db.models import Count, Max, Q, QuerySet
from django.db.models.functions import TruncDate

from styrk.core.clock import OSLO
from styrk.trail.models import Entry, Reading

PAGE = 50
WHOLE_HISTORY = 500
READERS = 50


class Reader(NamedTuple):
    """That a person opened a record on a day: how many times, and `at` when last."""

    person_id: int
    person_name: str
    day: date
    at: datetime
    times: int


def history_of(subject: str, subject_id: int, *, limit: int = WHOLE_HISTORY) -> list[Entry]:
    """What has been done to a record, newest first."""
    entries = Entry.objects.filter(subject=subject, subject_id=subject_id)
    return list(entries.order_by("-pk")[:limit])


def newest(*among: Q, limit: int = WHOLE_HISTORY) -> list[Entry]:
    """What fits one of the conditions, newest first. One query, each condition by its own index."""
    first, *rest = (Entry.objects.filter(one).order_by("-pk")[:limit] for one in among)
    return list(first.union(*rest, all=True).order_by("-pk")[:limit] if rest else first)


def acts_by(person_id: int, *, limit: int = PAGE, before: int | None = None) -> list[Entry]:
    """What a person has done, newest first; `before` is the id of the last one already read."""
    entries = Entry.objects.filter(person_id=person_id)
    if before is not None:
        entries = entries.filter(pk__lt=before)
    return list(entries.order_by("-pk")[:limit])


def acts_on(subject: str, subject_id: int, *, limit: int, before: int | None = None) -> list[Entry]:
    """What others have done to a person's record, newest first; `before` as for `acts_by`."""
    entries = Entry.objects.filter(subject=subject, subject_id=subject_id)
    others = entries.exclude(person_id=subject_id)
    if before is not None:
        others = others.filter(pk__lt=before)
    return list(others.order_by("-pk")[:limit])


def readers_of(
    subject: str, subject_id: int, *, before: tuple[datetime, int] | None = None
) -> list[Reader]:
    """Who has opened a record, once for each day, newest first: a page and one to know of more.

    `before` is the time and the person of the last one already read.
    """
    found = Reading.objects.filter(subject=subject, subject_id=subject_id)
    days = found.values("person_id", "person_name", day=TruncDate("at", tzinfo=OSLO))
    readers = days.annotate(last=Max("at"), times=Count("id"))
    if before is not None:
        at, person_id = before
        readers = readers.filter(Q(last__lt=at) | Q(last=at, person_id__lt=person_id))
    rows = readers.order_by("-last", "-person_id")[: READERS + 1]
    fields = ("person_id", "person_name", "day", "last", "times")
    return [Reader(*row) for row in rows.values_list(*fields)]


def readings_by(
    person_id: int, *, limit: int = PAGE, before: datetime | None = None
) -> list[Reading]:
    """What a person has opened, newest first; `before` is the time of the last one already read."""
    readings = Reading.objects.filter(person_id=person_id)
    if before is not None:
        readings = readings.filter(at__lt=before)
    return _newest(readings, limit)


def _newest(readings: QuerySet[Reading], limit: int) -> list[Reading]:
    return list(readings.order_by("-at", "-id")[:limit])
