"""Hearing the users' council: what they are given, what they say, and what becomes of it (§ 7 e)."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta

from django.db import IntegrityError, transaction

from styrk.core import clock, guard, states
from styrk.duties.commands import require, settle
from styrk.feedback.models import Hearing
from styrk.feedback.refusals import LaidBefore, PeriodBackwards, ReceivedLater, need
from styrk.feedback.states import HEARING_MOVES
from styrk.feedback.types import COUNCIL, DAYS_TO_ANSWER
from styrk.organisation.models import Person, Unit
from styrk.organisation.rules import LEADER
from styrk.trail.commands import command, record


@command
def lay_before(
    *,
    unit: Unit,
    council: str,
    first_on: date,
    last_on: date,
    material: Mapping[str, object],
    by: Person,
    now: datetime,
) -> Hearing:
    """Give the council the list of a period. It stays as it was given."""
    guard.refuse_identity(council)
    need(council)
    if last_on < first_on or last_on > clock.day(now):
        raise PeriodBackwards
    try:
        with transaction.atomic():
            hearing = Hearing.objects.create(
                trust_id=unit.legal_id,
                unit=unit,
                council=council,
                first_on=first_on,
                last_on=last_on,
                material=dict(material),
                laid_at=now,
                laid_by=by,
            )
    except IntegrityError as there:
        raise LaidBefore from there
    _trail(hearing, "lay", by, now, f"La fram stemmene for {hearing}")
    return hearing


@command
def note_council(*, hearing: Hearing, said: str, said_on: date, by: Person, now: datetime) -> None:
    """What they said, and when. The leader has it to answer."""
    guard.refuse_identity(said)
    need(said)
    if said_on > clock.day(now):
        raise ReceivedLater
    hearing.state = states.move(HEARING_MOVES, hearing.state, "say")
    hearing.said, hearing.said_on = said, said_on
    hearing.save(update_fields=["state", "said", "said_on"])
    require(
        kind=COUNCIL,
        subject_id=hearing.pk,
        subject_uuid=hearing.uuid,
        unit=hearing.unit,
        role=LEADER,
        due=max(said_on + timedelta(days=DAYS_TO_ANSWER.value), clock.after(now, days=1)),
        now=now,
    )
    _trail(hearing, "say", by, now, f"Skrev ned hva {hearing.council} sa", note=said)


@command
def reply_to_council(
    *, hearing: Hearing, answer: str, changed: bool, by: Person, now: datetime
) -> None:
    """What becomes of what they said; `changed`: something is changed because of it."""
    guard.refuse_identity(answer)
    need(answer)
    hearing.state = states.move(HEARING_MOVES, hearing.state, "reply")
    hearing.answer, hearing.changed = answer, changed
    hearing.answered_at, hearing.answered_by = now, by
    hearing.save(update_fields=["state", "answer", "changed", "answered_at", "answered_by"])
    settle(kind=COUNCIL, subject_uuid=hearing.uuid, by=by, now=now)
    _trail(hearing, "reply", by, now, f"Svarte {hearing.council}", note=answer)


def _trail(
    hearing: Hearing, act: str, by: Person, now: datetime, text: str, **detail: object
) -> None:
    record(
        by=by,
        now=now,
        act=f"council.{act}",
        subject="voices",
        subject_id=hearing.pk,
        trust_id=hearing.trust_id,
        text=text,
        **detail,
    )
