"""What somebody outside sees of one audit, and what the trust sees of them."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from typing import NamedTuple
from uuid import UUID

from django.db import connection
from django.db.models import Prefetch, Q, QuerySet

from styrk.access.models import Guest
from styrk.compliance.pictures import as_of
from styrk.compliance.queries import Row, keys_for, said_of, weighed
from styrk.inspections.models import Audit, AuditCriterion, AuditStep, AuditUnit, Document, Finding
from styrk.inspections.types import LOOKED
from styrk.organisation.models import Unit
from styrk.regulation.maps import LAW, Item
from styrk.trail.models import Reading

UNITS = 100
READINGS = 100


class Deed(NamedTuple):
    """An action because of a finding, as it is told to somebody outside."""

    finding: int
    title: str
    change: str
    unit: str
    due: date
    state: str
    effect: str


@dataclass(frozen=True)
class Held:
    """A map of a unit as it stood on a day: `taken` is the night whose pictures they are."""

    taken: date
    rows: list[Row]


def scope_of(guest: Guest) -> Audit | None:
    """The audit with what it covers: its units and requirements. Nothing of what was found."""
    criteria = AuditCriterion.objects.filter(removed_at__isnull=True)
    places = AuditUnit.objects.filter(removed_at__isnull=True).select_related("unit__trust")
    return (
        Audit.objects.filter(pk=guest.record_id)
        .select_related("authority", "leader", "unit")
        .prefetch_related(
            Prefetch("places", places.order_by("unit__path")),
            Prefetch("criteria", criteria.select_related("requirement__edition__source")),
        )
        .first()
    )


def _within(audit: Audit) -> QuerySet[Unit]:
    below = Q(pk__in=())
    for place in audit.places.all():
        below |= Q(path__startswith=place.unit.path)
    return Unit.objects.filter(below).order_by("path")


def units_of(audit: Audit) -> list[Unit]:
    """All the units that it looks at, with all below them, in the order of the line."""
    return list(_within(audit))


def units_called(audit: Audit, words: str, page: int) -> tuple[list[Unit], bool]:
    """Those of them whose name or code holds the words, a page of them, and whether there are more."""
    found = _within(audit)
    if words:
        found = found.filter(Q(name__icontains=words) | Q(code__icontains=words))
    first = page * UNITS
    rows = list(found[first : first + UNITS + 1])
    return rows[:UNITS], len(rows) > UNITS


def unit_of(audit: Audit, uuid: UUID) -> Unit | None:
    return _within(audit).filter(uuid=uuid).first()


def letters_of(audit: Audit) -> tuple[Item, ...]:
    """The letters that its requirements bear on, in the order of the map; none where they bear on none."""
    now = [one for one in audit.criteria.all() if one.removed_at is None]
    asked = {letter for one in now for letter in one.requirement.letters}
    return tuple(item for item in LAW.items if item.key in asked)


def letters_for(guest: Guest, audit: Audit) -> tuple[Item, ...]:
    """The letters that whoever let them in chose; else those the requirements bear on, or all."""
    chosen = tuple(item for item in LAW.items if item.key in guest.parts)
    return chosen or letters_of(audit) or tuple(LAW.items)


def map_of(unit: Unit, on: date, items: Collection[Item]) -> Held | None:
    """The letters as the pictures of the day show them; None before the first night. Never live data."""
    then = as_of(unit, on)
    if then is None:
        return None
    said = said_of(unit, keys_for(items), on)
    return Held(then.taken, weighed(items, then.evidence, said, unit.pk))


def findings_of(audit: Audit) -> list[Finding]:
    """What was found, with the letters that confirm it, once it is said."""
    found = Finding.objects.filter(audit=audit).exclude(state="withdrawn")
    papers = Prefetch("documents", Document.objects.order_by("pk"))
    rows = found.select_related("unit", "requirement__edition__source", "audit")
    return list(rows.prefetch_related(papers).order_by("number"))


def deeds_of() -> dict[int, list[Deed]]:
    """The actions of each finding of the one audit that whoever asks is let in to."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM inspections_guest_actions()")
        deeds = [Deed(*row) for row in cursor.fetchall()]
    told: dict[int, list[Deed]] = {}
    for one in deeds:
        told.setdefault(one.finding, []).append(one)
    return told


def given_to(audit: Audit) -> list[Document]:
    """The papers of the audit itself, the newest first."""
    return list(Document.objects.filter(audit=audit, finding=None).order_by("-pk"))


def statements_of(audit: Audit) -> list[AuditStep]:
    """What the units said of the draft."""
    return list(AuditStep.objects.filter(audit=audit, act="comment").order_by("pk"))


def guest(uuid: UUID) -> Guest | None:
    """One who has been let in, for those who see the audit."""
    return Guest.objects.filter(kind="audit", uuid=uuid).first()


def locked_guest(uuid: UUID) -> Guest | None:
    held = Guest.objects.select_for_update(no_key=True, of=("self",))
    return held.filter(kind="audit", uuid=uuid).first()


def audit_of(guest: Guest) -> UUID:
    return Audit.objects.values_list("uuid", flat=True).get(pk=guest.record_id)


class Seen(NamedTuple):
    """That somebody outside has opened something."""

    at: datetime
    who: str
    what: str


def seen_of(audit: Audit) -> list[Seen]:
    """What those outside have opened, the newest first."""
    found = Reading.objects.filter(subject=LOOKED, subject_id=audit.pk).order_by("-at", "-id")
    return [Seen(*row) for row in found.values_list("at", "person_name", "reference")[:READINGS]]
