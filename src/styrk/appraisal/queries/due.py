"""When the next review is due, and what of it waits for whom."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Exists, F, Max, OuterRef, Q

from styrk.appraisal.models import Appraisal
from styrk.appraisal.queries.extent import led_below
from styrk.appraisal.rules import YEAR
from styrk.appraisal.types import ASKED, HOLD, HOLD_OWN, OVERDUE, OVERDUE_OWN
from styrk.core import clock
from styrk.core.asking import Ask
from styrk.duties.models import Duty
from styrk.organisation.models import Appointment, Unit
from styrk.organisation.rules import LEADER, in_force


@dataclass(frozen=True)
class Latest:
    """The last signed review of the organisation of a unit; None and empty where there is none.

    `letters` is how many letters were judged in it, `age` the days its data had been kept when it
    was signed, `whole` what was said of the system as a whole.
    """

    uuid: UUID | None
    signed_on: date | None
    age: int | None
    whole: str | None
    letters: int


_LATEST = """
    SELECT a.uuid, a.signed_on, a.age, w.works,
        (SELECT count(*) FROM appraisal_verdict v WHERE v.appraisal_id = a.id AND v.item ~ '^[6-9]')
    FROM organisation_unit u
    LEFT JOIN LATERAL (
        SELECT s.id, s.uuid, (s.signed_at AT TIME ZONE 'Europe/Oslo')::date AS signed_on,
            (s.signed_at AT TIME ZONE 'Europe/Oslo')::date
                - (s.gathered_at AT TIME ZONE 'Europe/Oslo')::date AS age
        FROM appraisal_appraisal s
        WHERE s.unit_id = coalesce(u.trust_id, u.id) AND s.state = 'signed'
            AND (s.signed_at AT TIME ZONE 'Europe/Oslo')::date <= %(on)s
        ORDER BY s.signed_at DESC LIMIT 1
    ) a ON true
    LEFT JOIN appraisal_verdict w ON w.appraisal_id = a.id AND w.item = 'whole'
    WHERE u.id = %(unit)s"""


def latest_on(unit_id: int, on: date) -> Ask[Latest]:
    """The last one that was signed on the day or before it."""
    return Ask(_LATEST, {"unit": unit_id, "on": on}, Latest)


@dataclass(frozen=True)
class Due:
    """An organisation, and the day by which its next review is to be signed; None: it never was."""

    unit: Unit
    by: date | None


def organisations_due(on: date) -> list[Due]:
    """Every organisation that somebody leads, with the day of its next review."""
    led = Appointment.objects.filter(in_force(on), role=LEADER, unit=OuterRef("pk"))
    top = Q(trust=F("pk")) | Q(trust__isnull=True)
    return _due(list(Unit.objects.filter(Exists(led), top).order_by("pk")))


def _due(units: list[Unit]) -> list[Due]:
    signed = Appraisal.objects.filter(
        unit__one_of=[one.pk for one in units], signed_at__isnull=False
    )
    last = dict(signed.values_list("unit").annotate(last=Max("signed_at")))
    return [Due(one, clock.day(last[one.pk]) + YEAR if one.pk in last else None) for one in units]


def below_due(on: date) -> list[Due]:
    """The same of every unit below the top that holds its own."""
    return _due(led_below(on))


def asked_for(kind: str) -> dict[UUID, date]:
    """The organisations that such a duty waits at, with its day."""
    waiting = Duty.objects.filter(kind=kind, settled_at__isnull=True)
    return dict(waiting.values_list("subject_uuid", "due"))


def due_at(unit: Unit) -> tuple[date | None, bool]:
    """The day by which the review is asked for, where it is; and whether the one above is told too."""
    waiting = Duty.objects.filter(subject_uuid=unit.uuid, kind__in=ASKED, settled_at__isnull=True)
    found = dict(waiting.values_list("kind", "due"))
    due = found.get(HOLD) or found.get(HOLD_OWN)
    return due, OVERDUE in found or OVERDUE_OWN in found


def units_named(uuids: Collection[UUID]) -> Mapping[UUID, str]:
    return dict(Unit.objects.filter(uuid__in=uuids).values_list("uuid", "name"))
