"""What every act leaves behind: a step, a line in the trail, a duty."""

from datetime import date, datetime

from styrk.access.roles import BOARD_CHAIR
from styrk.duties.commands import require, settle
from styrk.feedback.models import Voice, VoiceStep
from styrk.feedback.types import ANSWER, READ
from styrk.organisation.models import Person
from styrk.organisation.rules import LEADER
from styrk.trail.commands import record


def step(
    voice: Voice,
    act: str,
    by: Person,
    now: datetime,
    *,
    text: str,
    note: str = "",
    **detail: object,
) -> None:
    """`text` is the act in bokmål, in the past tense, and says nothing of what was told."""
    # Whoever writes down what another tells does not see the case, and asks for nothing back.
    VoiceStep.objects.bulk_create(
        [VoiceStep(voice=voice, act=act, at=now, by=by, note=note, detail=detail)],
        ignore_conflicts=True,
    )
    trail(voice, act, by, now, text=text, **({"note": note} if note else {}), **detail)


def trail(
    voice: Voice, act: str, by: Person | None, now: datetime, *, text: str, **detail: object
) -> None:
    record(
        by=by,
        now=now,
        act=f"voice.{act}",
        subject="voice",
        subject_id=voice.pk,
        trust_id=voice.trust_id,
        text=text,
        **detail,
    )


def waits(voice: Voice, due: date, now: datetime) -> None:
    """The leader of the unit has it to answer, or to read; past the top leader the board's chair."""
    require(
        kind=ANSWER if voice.answer_owed else READ,
        subject_id=voice.pk,
        subject_uuid=voice.uuid,
        unit=voice.held_by,
        role=BOARD_CHAIR.code if voice.past_line else LEADER,
        due=due,
        now=now,
    )


def waits_no_more(voice: Voice, by: Person, now: datetime) -> None:
    kind = ANSWER if voice.answer_owed else READ
    settle(kind=kind, subject_uuid=voice.uuid, by=by, now=now)
