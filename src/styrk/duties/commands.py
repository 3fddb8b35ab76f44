"""Making and settling duties: part of another act, which records itself in the trail."""

from datetime import date, datetime
from uuid import UUID

from styrk.core import clock
from styrk.core.fields import Identified
from styrk.duties.models import Duty
from styrk.organisation.models import Person, Unit
from styrk.organisation.queries import led_by
from styrk.organisation.rules import LEADER


def require(
    *,
    kind: str,
    subject_id: int,
    subject_uuid: UUID,
    unit: Unit,
    due: date,
    now: datetime,
    person: Person | None = None,
    role: str = "",
    each: Unit | None = None,
) -> None:
    """Lay a duty on a person, or on whoever holds `role` at the unit. Said again, it is renewed.

    `each`: the unit whose own it is, where the same is asked of many units about one subject.
    """
    Duty.objects.bulk_create(
        [
            Duty(
                key=key(kind, subject_uuid, each),
                kind=kind,
                subject_id=subject_id,
                subject_uuid=subject_uuid,
                unit=unit,
                role=role,
                person=person,
                due=due,
                created_at=now,
            )
        ],
        update_conflicts=True,
        unique_fields=["key"],
        update_fields=[
            "unit",
            "role",
            "person",
            "due",
            "created_at",
            "settled_at",
            "settled_by",
            "reminded_on",
        ],
    )


def require_of(
    *, owner: Person, unit: Unit, kind: str, subject: Identified, due: date, now: datetime
) -> None:
    """On the post where the owner leads the unit, so that a deputy sees it too; else on the owner."""
    post = led_by(owner, unit, clock.day(now))
    require(
        kind=kind,
        subject_id=subject.pk,
        subject_uuid=subject.uuid,
        unit=post or unit,
        role=LEADER if post else "",
        person=None if post else owner,
        due=due,
        now=now,
    )


def settle(
    *, kind: str, subject_uuid: UUID, by: Person | None, now: datetime, each: Unit | None = None
) -> None:
    """The duty is done, or waits for nobody any more. `each` as it was laid."""
    Duty.objects.filter(key=key(kind, subject_uuid, each), settled_at__isnull=True).update(
        settled_at=now, settled_by=by
    )


def mark_reminded(*, duties: list[int], now: datetime) -> None:
    Duty.objects.filter(pk__in=duties).update(reminded_on=clock.day(now))


def key(kind: str, subject_uuid: UUID, each: Unit | None = None) -> str:
    return f"{kind}:{subject_uuid}" + (f":{each.uuid}" if each else "")
