"""Reading the trail: always as much as the reader may see of the records it is about."""

from datetime import datetime

from django.db.models import QuerySet

from styrk.trail.models import Entry, Reading

PAGE = 50
WHOLE_HISTORY = 500


def history_of(subject: str, subject_id: int, *, limit: int = WHOLE_HISTORY) -> list[Entry]:
    """What has been done to a record, newest first."""
    entries = Entry.objects.filter(subject=subject, subject_id=subject_id)
    return list(entries.order_by("-pk")[:limit])


def acts_by(person_id: int, *, limit: int = PAGE, before: int | None = None) -> list[Entry]:
    """What a person has done, newest first; `before` is the id of the last one already read."""
    entries = Entry.objects.filter(person_id=person_id)
    if before is not None:
        entries = entries.filter(pk__lt=before)
    return list(entries.order_by("-pk")[:limit])


def readings_of(subject: str, subject_id: int, *, limit: int = PAGE) -> list[Reading]:
    """Who has opened a record, newest first."""
    readings = Reading.objects.filter(subject=subject, subject_id=subject_id)
    return _newest(readings, limit)


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
