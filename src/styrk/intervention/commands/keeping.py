"""How a signal ends, and how long it is kept."""

from datetime import datetime, timedelta

from django.db import connection

from styrk.core import clock, states
from styrk.duties.commands import settle
from styrk.intervention import watched as told
from styrk.intervention.models import Signal
from styrk.intervention.record import step, tell_ended
from styrk.intervention.states import MOVES
from styrk.intervention.types import ANSWER, DECIDE, FOLLOW
from styrk.trail.commands import already_done, command, record


@command
def end_signal(*, signal: Signal, ending: str, by: None, now: datetime) -> None:
    """Nothing is left of it; all who had it are told so."""
    signal.state = states.move(MOVES, signal.state, "end")
    signal.ending, signal.ended_on = ending, clock.day(now)
    signal.keep_until = signal.ended_on + timedelta(days=told.terms().kept)
    signal.save(update_fields=["state", "ending", "ended_on", "keep_until"])
    for kind in (ANSWER, DECIDE, FOLLOW):
        settle(kind=kind, subject_uuid=signal.uuid, by=by, now=now)
    step(signal, "end", by, now, text="Signalet er avsluttet", ending=ending)
    tell_ended(signal, now)


@command
def lock_signals(*, then: str, by: None, now: datetime) -> int:
    """Let nobody open what has been kept long enough, or delete it, as the terms say; how many."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT intervention_forget(%s, %s)", [clock.day(now), then == "delete"])
        number = int(cursor.fetchone()[0])
    if not number:
        already_done()
        return 0
    done = "Slettet" if then == "delete" else "Sperret"
    record(
        by=by,
        now=now,
        act="signal_rule.forget",
        subject="signal_rule",
        subject_id=0,
        text=f"{done} signaler som var gamle nok",
        number=number,
    )
    return number
