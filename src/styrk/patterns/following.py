"""What follows from an answer to a samleavvik that was raised, from its end, from what goes again, and from a tema."""

from datetime import datetime

from styrk.core import clock, states
from styrk.duties.commands import require, require_of, settle
from styrk.organisation.models import Person, Unit
from styrk.organisation.rules import LEADER
from styrk.patterns import queries
from styrk.patterns.models import IncidentGroup, Raising, Theme
from styrk.patterns.record import step
from styrk.patterns.states import RAISED_MOVES, RaisedState
from styrk.patterns.types import ANSWER, DAYS_TO_LOOK, LOOK, REVIEW


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


def look(unit: Unit, now: datetime) -> None:
    """Its leader is to look at what goes again, once until it is done; asked in that leader's sight."""
    waits = queries.waits_for_a_look(unit)
    there = bool(queries.worth_telling(unit, clock.day(now)))
    if there and not waits:
        require(
            kind=LOOK,
            subject_id=unit.pk,
            subject_uuid=unit.uuid,
            unit=unit,
            role=LEADER,
            due=clock.after(now, days=DAYS_TO_LOOK),
            now=now,
        )
    if waits and not there:
        settle(kind=LOOK, subject_uuid=unit.uuid, by=None, now=now)


def settle_looked(unit: Unit, by: Person, now: datetime) -> None:
    """One who was to look has done so, when there is nothing left to say anything of."""
    if queries.waits_for_a_look(unit) and not queries.worth_telling(unit, clock.day(now)):
        settle(kind=LOOK, subject_uuid=unit.uuid, by=by, now=now)


def lay_review(theme: Theme, now: datetime) -> None:
    """Its owner goes through it on the day of the next review."""
    require_of(
        owner=theme.owner,
        unit=theme.unit,
        kind=REVIEW,
        subject=theme,
        due=theme.review_on,
        now=now,
    )


def settle_review(theme: Theme, by: Person, now: datetime) -> None:
    settle(kind=REVIEW, subject_uuid=theme.uuid, by=by, now=now)
