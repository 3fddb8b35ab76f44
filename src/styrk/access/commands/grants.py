"""Grants: access to one record beside what the unit tree gives. The act that gives one records it."""

from collections.abc import Collection
from datetime import datetime, timedelta

from django.db.models import F, QuerySet, Value
from django.db.models.functions import Greatest

from styrk.access.models import Grant
from styrk.core import scope
from styrk.core.rows import add
from styrk.organisation.models import Person, Unit

# How long one may read what one has had to do with, when one has no more to do with it.
LOOK_BACK = timedelta(days=30)


def grant_to_person(
    *,
    kind: str,
    record_id: int,
    part: str,
    person: Person,
    by: Person | None,
    now: datetime,
    reason: str,
    until: datetime | None = None,
) -> None:
    """Give a person access to one record (or a part of it). The act that does so records it."""
    add(
        [
            Grant(
                kind=kind,
                record_id=record_id,
                part=part,
                person=person,
                granted_by=by,
                granted_at=now,
                until=until,
                reason=reason,
            )
        ]
    )


def grant_to_post(
    *,
    kind: str,
    record_id: int,
    part: str,
    unit: Unit,
    by: Person | None,
    now: datetime,
    reason: str,
    role: str = "",
) -> None:
    """Give whoever holds the post at a unit access to one record (or a part of it).

    The post is the leader's, unless `role` is that of the board's chair, of those who receive
    varsling, or of the quality and patient safety committee.
    """
    add(
        [
            Grant(
                kind=kind,
                record_id=record_id,
                part=part,
                unit=unit,
                role=role,
                granted_by=by,
                granted_at=now,
                reason=reason,
            )
        ]
    )


def end_grants(
    *,
    kind: str,
    record_id: int,
    part: str,
    until: datetime,
    unit: Unit | None = None,
    role: str = "",
) -> None:
    """Give those posts' grants that have no end an end: of one unit, or of all. The leaders', or the role's.

    Done as the system, since whoever acts does not see every grant. The act that does so records it.
    """
    posts = {"unit": unit} if unit else {"unit__isnull": False}
    with scope.acting(scope.SYSTEM):
        found = Grant.objects.filter(kind=kind, record_id=record_id, part=part, role=role, **posts)
        _end(found, until)


def end_all_grants(*, kind: str, record_id: int, part: str, until: datetime) -> None:
    """The same for whoever they were given to."""
    with scope.acting(scope.SYSTEM):
        _end(Grant.objects.filter(kind=kind, record_id=record_id, part=part), until)


def end_persons_grants(
    *, kind: str, record_ids: Collection[int], person: Person, reason: str, until: datetime
) -> None:
    """End what a person was given of these records for that reason; what was given otherwise stands.

    Done in that person's sight: nobody else sees what one was given. The act that does so records it.
    """
    with scope.acting(scope.Scope(person_id=person.pk)):
        found = Grant.objects.filter(kind=kind, person=person, reason=reason)
        _end(found.filter(record_id__in=record_ids), until)


def _end(grants: QuerySet[Grant], until: datetime) -> None:
    """A grant ends after it is given, also where both happen in one moment."""
    after = Greatest(Value(until), F("granted_at") + timedelta(microseconds=1))
    grants.filter(until__isnull=True).update(until=after)
