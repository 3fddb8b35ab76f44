"""Taking in what somebody tells us: by the open page, or written down by one who works here."""

import json
from datetime import datetime, timedelta

from django.db import connection

from styrk.core import clock, guard, ids
from styrk.feedback import rules, secret, themes
from styrk.feedback.models import PAST_LINE, Receipt, Voice
from styrk.feedback.record import step, trail, waits
from styrk.feedback.refusals import NobodyAbove, ReceivedLater, UnknownTheme, need
from styrk.feedback.states import Kind
from styrk.feedback.types import DAYS_TO_ANSWER, Above, Told
from styrk.organisation.models import Person
from styrk.trail.commands import already_done, command


@command
def tell_us(*, told: Told, key: str, by: Person | None, now: datetime, email: str = "") -> str:
    """Take in what is told, and give the secret word of the address where the answer comes.

    The same facts under the same key are one voice. `by` is nobody on the open page. `email` is for
    telling that there is an answer, and nothing else.
    Raises IdentityFound, NothingSaid, UnknownTheme, ReceivedLater, NobodyAbove.
    """
    _look_over(told, now)
    above = rules.above(told.unit, clock.day(now)) if told.about_leader else None
    if above is Above.NOBODY:
        raise NobodyAbove
    mark = secret.mark_of(key, _facts(told))
    word = secret.address_word(mark)
    voice = _voice(told, mark, by, now, above)
    # Nothing is asked back: whoever tells does not see the case.
    Voice.objects.bulk_create([voice], ignore_conflicts=True)
    if _number_of(mark) != voice.pk:
        already_done()
        return word
    receipt = Receipt(voice=voice, digest=secret.digest(word), email=email)
    receipt.email_due_at = now if email else None
    Receipt.objects.bulk_create([receipt], ignore_conflicts=True)
    _note(voice, by, now)
    waits(voice, voice.answer_due, now)
    return word


def _note(voice: Voice, by: Person | None, now: datetime) -> None:
    said = f"{Kind(voice.kind).name.lower()}"
    where = f"hos {voice.unit.name}"
    if by is None:
        trail(voice, "tell", None, now, text=f"Noen fortalte oss noe {where}", kind=said)
    else:
        step(voice, "tell", by, now, text=f"Skrev ned hva noen fortalte {where}", kind=said)


def _look_over(told: Told, now: datetime) -> None:
    guard.refuse_identity(told.text)
    need(told.text)
    if told.theme and not themes.known(told.theme):
        raise UnknownTheme
    if told.received_on > clock.day(now):
        raise ReceivedLater


def _voice(told: Told, mark: str, by: Person | None, now: datetime, above: Above | None) -> Voice:
    return Voice(
        pk=ids.next_in(PAST_LINE) if above is Above.CHAIR else ids.next_id(Voice),
        trust_id=told.unit.legal_id,
        unit=told.unit,
        # What is about a leader never goes to that leader, but one up, within the trust.
        held_by=(told.unit.parent if above is Above.LEADER else None) or told.unit,
        mark=mark,
        kind=told.kind,
        channel=told.channel,
        theme=told.theme,
        text=told.text,
        about_leader=told.about_leader,
        past_line=above is Above.CHAIR,
        received_on=told.received_on,
        told_at=now,
        told_by=by,
        answer_owed=told.answer_owed,
        answer_due=told.received_on + timedelta(days=DAYS_TO_ANSWER.value),
    )


def _facts(told: Told) -> str:
    facts = vars(told) | {"unit": told.unit.pk, "received_on": f"{told.received_on}"}
    return json.dumps(facts, sort_keys=True)


def taken_before(told: Told, key: str) -> bool:
    """Whether the same was taken in under this key."""
    return _number_of(secret.mark_of(key, _facts(told))) is not None


def _number_of(mark: str) -> int | None:
    """The number of what was sent under this mark, by whoever came first."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT feedback_number_of(%s)", [mark])
        number: int | None = cursor.fetchone()[0]
    return number
