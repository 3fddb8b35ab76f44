"""Making known (§ 6 c): who needs to know, told when, seen by how many."""

from collections.abc import Collection
from datetime import datetime

from django.urls import reverse
from django.utils.translation import gettext as _

from styrk.core import clock, guard
from styrk.messages.commands import Letter, send
from styrk.organisation.models import Person, Unit
from styrk.organisation.queries import holders_below
from styrk.requirements.commands.refusals import NobodyToTell
from styrk.requirements.models import Announcement, Edition, Requirement, Told
from styrk.trail.commands import command, record


@command
def make_known(
    *,
    edition: Edition,
    unit: Unit,
    roles: Collection[str],
    text: str,
    by: Person,
    now: datetime,
    requirement: Requirement | None = None,
) -> Announcement:
    """Tell everyone who holds one of the roles in the unit or below it. Raises NobodyToTell."""
    guard.refuse_identity(text)
    people = holders_below(unit, roles, clock.day(now))
    if not people:
        raise NobodyToTell
    announcement = Announcement.objects.create(
        edition=edition,
        requirement=requirement,
        unit=unit,
        roles=sorted(roles),
        text=text,
        told_at=now,
        told_by=by,
    )
    _tell(announcement, people, now)
    record(
        by=by,
        now=now,
        act="announcement.make_known",
        subject="edition",
        subject_id=edition.pk,
        trust_id=unit.legal_id,
        text=f"Gjorde «{_about(announcement)}» kjent for {len(people)} i {unit.name}",
    )
    return announcement


@command
def tell_newcomers(
    *, announcement: Announcement, people: Collection[Person], by: Person | None, now: datetime
) -> None:
    """Those who have come since to a post it was told to, hear it too. `by` is None in the sweep."""
    _tell(announcement, people, now)
    record(
        by=by,
        now=now,
        act="announcement.tell_newcomers",
        subject="edition",
        subject_id=announcement.edition_id,
        trust_id=announcement.unit.legal_id,
        text=f"Gjorde «{_about(announcement)}» kjent for {len(people)} nye i {announcement.unit.name}",
    )


def _tell(announcement: Announcement, people: Collection[Person], now: datetime) -> None:
    Told.objects.bulk_create(
        [Told(announcement=announcement, person=one) for one in people], ignore_conflicts=True
    )
    send([_letter(announcement, one) for one in people], now=now)


def _about(announcement: Announcement) -> Requirement | Edition:
    return announcement.requirement or announcement.edition


def _letter(announcement: Announcement, person: Person) -> Letter:
    return Letter(
        recipient=person,
        key=f"announcement:{announcement.uuid}:{person.pk}",
        subject=lambda: _("Gjør deg kjent med: %(title)s") % {"title": _about(announcement)},
        text=lambda: announcement.text,
        path=reverse("requirements:announcement", args=[announcement.uuid]),
    )


def mark_seen(*, announcement: Announcement, person: Person, now: datetime) -> None:
    """The person has opened what was made known; the first time counts."""
    Told.objects.filter(announcement=announcement, person=person, seen_at__isnull=True).update(
        seen_at=now
    )
