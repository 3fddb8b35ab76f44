"""The unit's open page, and what a leader makes of all that was told in a period."""

from datetime import date, datetime

from styrk.core import clock, guard
from styrk.feedback.models import Entrance, Judgement
from styrk.feedback.refusals import PeriodBackwards, need
from styrk.organisation.models import Person, Unit
from styrk.trail.commands import command, record


@command
def set_entrance(
    *, unit: Unit, greeting: str, is_open: bool, by: Person, now: datetime
) -> Entrance:
    """Open the unit's page «Fortell oss», greet otherwise, or take in no more by it."""
    guard.refuse_identity(greeting)
    facts = {"greeting": greeting, "is_open": is_open, "at": now, "by": by}
    entrance, _new = Entrance.objects.update_or_create(unit=unit, defaults=facts)
    record(
        by=by,
        now=now,
        act="entrance.set",
        subject="entrance",
        subject_id=entrance.pk,
        trust_id=unit.legal_id,
        text=f"{'Åpnet' if is_open else 'Stengte'} siden «Fortell oss» for {unit.name}",
        greeting=greeting,
    )
    return entrance


@command
def judge_voices(
    *,
    unit: Unit,
    first_on: date,
    last_on: date,
    voices: int,
    good: str,
    better: str,
    by: Person,
    now: datetime,
) -> Judgement:
    """What the unit makes of what was told in the period (§ 8 d); `voices` is how many there were."""
    guard.refuse_identity(good, better)
    need(good, better)
    if last_on < first_on or last_on > clock.day(now):
        raise PeriodBackwards
    judgement = Judgement.objects.create(
        unit=unit,
        first_on=first_on,
        last_on=last_on,
        voices=voices,
        good=good,
        better=better,
        at=now,
        by=by,
    )
    record(
        by=by,
        now=now,
        act="voices.judge",
        subject="voices",
        subject_id=judgement.pk,
        trust_id=unit.legal_id,
        text=f"Vurderte det som er fortalt {unit.name} {first_on:%d.%m.%Y}–{last_on:%d.%m.%Y}",
        voices=voices,
    )
    return judgement
