"""Beginning and ending a subscription, and giving its copies."""

from collections.abc import Sequence
from datetime import datetime

from styrk.access.commands import end_persons_grants, grant_to_person
from styrk.classification.models import Code
from styrk.core import guard, states
from styrk.core.rows import add
from styrk.incidents.models import Incident
from styrk.incidents.types import READING_PART
from styrk.organisation.models import Person, Unit
from styrk.subscriptions.models import Copy, Subscription
from styrk.subscriptions.refusals import OfAnother, There
from styrk.trail.commands import command, record


@command
def begin_subscription(
    *,
    unit: Unit,
    person: Person,
    why: str,
    by: Person,
    now: datetime,
    kind: str = "",
    code: Code | None = None,
) -> Subscription:
    """Give the person copies from now on of what is about the kind or the code. Raises OfAnother or There."""
    guard.refuse_identity(why)
    if person.home_unit is None or person.home_unit.legal_id != unit.legal_id:
        raise OfAnother
    same = {"unit": unit, "person": person, "kind": kind, "code": code}
    if Subscription.objects.filter(ended_at__isnull=True, **same).exists():
        raise There
    made = Subscription.objects.create(
        trust_id=unit.legal_id, why=why, begun_at=now, begun_by=by, **same
    )
    _noted(made, "begin", by, now, f"Ga {person} kopi av meldinger om {made.subject}")
    return made


@command
def end_subscription(*, subscription: Subscription, by: Person, now: datetime) -> None:
    """No more copies, and those that were given are closed."""
    if subscription.ended_at is not None:
        raise states.NotNow("ended", "end")
    subscription.ended_at, subscription.ended_by = now, by
    subscription.save(update_fields=["ended_at", "ended_by"])
    _close(subscription, list(subscription.copies.filter(ended_at__isnull=True)), now)
    text = f"Avsluttet kopi av meldinger om {subscription.subject} til {subscription.person}"
    _noted(subscription, "end", by, now, text)


@command
def give_copies(
    *, subscription: Subscription, incidents: Sequence[Incident], by: None, now: datetime
) -> None:
    """Open these cases to the one who subscribes."""
    add([Copy(subscription=subscription, incident=one, at=now) for one in incidents])
    for one in incidents:
        grant_to_person(
            kind="incident",
            record_id=one.pk,
            part=READING_PART,
            person=subscription.person,
            by=None,
            now=now,
            reason=_reason(subscription),
        )
    text = f"Ga {subscription.person} kopi av {len(incidents)} meldinger om {subscription.subject}"
    _noted(subscription, "give", by, now, text)


@command
def close_copies(
    *, subscription: Subscription, copies: Sequence[Copy], by: None, now: datetime
) -> None:
    """These are not about the subject any more."""
    _close(subscription, copies, now)
    text = f"Avsluttet {len(copies)} kopier til {subscription.person}"
    _noted(subscription, "close", by, now, text)


def _close(subscription: Subscription, copies: Sequence[Copy], now: datetime) -> None:
    Copy.objects.filter(pk__in=[one.pk for one in copies]).update(ended_at=now)
    end_persons_grants(
        kind="incident",
        record_ids=[one.incident_id for one in copies],
        person=subscription.person,
        reason=_reason(subscription),
        until=now,
    )


def _reason(subscription: Subscription) -> str:
    return f"subscription {subscription.uuid}"


def _noted(
    subscription: Subscription, act: str, by: Person | None, now: datetime, text: str
) -> None:
    record(
        by=by,
        now=now,
        act=f"subscription.{act}",
        subject="subscription",
        subject_id=subscription.pk,
        trust_id=subscription.trust_id,
        text=text,
    )
