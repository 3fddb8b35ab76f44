"""Handing on what came to the wrong unit."""

from datetime import datetime

from django.db import connection

from styrk.core import guard, states
from styrk.feedback.models import Voice
from styrk.feedback.record import step, waits, waits_no_more
from styrk.feedback.refusals import NotThere, need
from styrk.feedback.states import MOVES
from styrk.organisation.models import Person, Unit
from styrk.trail.commands import command


@command
def hand_over_voice(*, voice: Voice, unit: Unit, reason: str, by: Person, now: datetime) -> None:
    """Another unit of the trust answers it. The one who hands it on may see it no more."""
    guard.refuse_identity(reason)
    need(reason)
    states.move(MOVES, voice.state, "hand_over")
    own = voice.about_leader and unit.pk == voice.unit_id
    if own or voice.past_line or unit.pk == voice.held_by_id or unit.legal_id != voice.trust_id:
        raise NotThere
    step(voice, "hand_over", by, now, text=f"Ga {voice} videre til {unit.name}", note=reason)
    waits_no_more(voice, by, now)
    with connection.cursor() as cursor:
        cursor.execute("SELECT feedback_move_to(%s, %s)", [voice.pk, unit.pk])
        if not cursor.fetchone()[0]:
            raise states.NotNow(voice.state, "hand_over")
    voice.held_by = unit
    waits(voice, voice.answer_due, now)
