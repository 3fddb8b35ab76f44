"""Who took part in a review or was heard, put right while it is a draft."""

from datetime import datetime
from typing import Any

from styrk.appraisal.models import Appraisal, Participant
from styrk.appraisal.record import step
from styrk.appraisal.refusals import NotYet, need
from styrk.appraisal.states import MOVES
from styrk.appraisal.types import Taking
from styrk.core import clock, guard, states
from styrk.organisation.models import Person
from styrk.trail.changes import changed, fields
from styrk.trail.commands import command

TOLD = ("party", "who", "held_on", "said")


@command
def note_participant(
    *, appraisal: Appraisal, taking: Taking, by: Person, now: datetime
) -> Participant:
    """Note who took part or was heard, when, and what they said. Raises ReasonMissing or NotYet."""
    _check(taking, now)
    states.move(MOVES, appraisal.state, "take_part")
    noted = Participant.objects.create(
        appraisal=appraisal, **fields(taking, TOLD), noted_at=now, noted_by=by
    )
    step(appraisal, "take_part", by, now, text=f"Noterte at {taking.who} var med", who=taking.who)
    return noted


@command
def correct_participant(
    *, participant: Participant, taking: Taking, by: Person, now: datetime
) -> None:
    """Say it right; what stood stays in the history. Raises ReasonMissing or NotYet."""
    _check(taking, now)
    appraisal, before = participant.appraisal, fields(participant, TOLD)
    states.move(MOVES, appraisal.state, "correct_participant")
    for name in TOLD:
        setattr(participant, name, getattr(taking, name))
    participant.save(update_fields=TOLD)
    text = f"Rettet det som var notert om {before['who']}"
    other = changed(before, fields(participant, TOLD))
    step(
        appraisal, "correct_participant", by, now, text=text, **_which(participant, before), **other
    )


@command
def remove_participant(*, participant: Participant, reason: str, by: Person, now: datetime) -> None:
    """It was not so; what stood stays in the history, with why. Raises ReasonMissing."""
    guard.refuse_identity(reason)
    need(reason)
    appraisal, before = participant.appraisal, fields(participant, TOLD)
    states.move(MOVES, appraisal.state, "remove_participant")
    which = _which(participant, before)
    participant.delete()
    text = f"Fjernet det som var notert om {before['who']}"
    other = changed(before, dict.fromkeys(TOLD, ""))
    step(appraisal, "remove_participant", by, now, text=text, note=reason, **which, **other)


def _check(taking: Taking, now: datetime) -> None:
    guard.refuse_identity(taking.who, taking.said)
    need(taking.who, taking.said)
    if taking.held_on > clock.day(now):
        raise NotYet


def _which(participant: Participant, before: dict[str, Any]) -> dict[str, Any]:
    return {"who": before["who"], "participant": str(participant.uuid)}
