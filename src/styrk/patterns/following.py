"""What follows from an answer to a samleavvik that was raised, and from its end."""

from datetime import datetime

from styrk.core import states
from styrk.duties.commands import settle
from styrk.organisation.models import Person
from styrk.patterns import queries
from styrk.patterns.models import IncidentGroup, Raising
from styrk.patterns.record import step
from styrk.patterns.states import RAISED_MOVES, RaisedState
from styrk.patterns.types import ANSWER


def settle_raised(
    raised: Raising, act: str, answer: str, by: Person, now: datetime, text: str
) -> None:
    """It is answered, or taken back, and waits for nobody. `text` is the act in bokmål."""
    raised.state = RaisedState(states.move(RAISED_MOVES, raised.state, act))
    raised.answer, raised.answered_at, raised.answered_by = answer, now, by
    raised.save(update_fields=["state", "answer", "answered_at", "answered_by"])
    settle(kind=ANSWER, subject_uuid=raised.uuid, by=by, now=now)
    step(raised.group, act, by, now, text, answer)


def withdraw_open(group: IncidentGroup, why: str, by: Person, now: datetime) -> None:
    """A group that is ended waits for nobody's answer."""
    raised = queries.waiting(group)
    if raised:
        settle_raised(raised, "withdraw", why, by, now, "Trakk et samleavvik som var løftet")
