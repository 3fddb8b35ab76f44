"""The receipt of whoever is asked to take a case at once, and going on to the next."""

from datetime import datetime

from styrk.core import scope
from styrk.duties.commands import settle
from styrk.organisation.models import Person
from styrk.serious.calling import ask_next, tell_all, tell_the_others
from styrk.serious.chain import is_pressing, rotas_of
from styrk.serious.models import Call
from styrk.serious.record import step
from styrk.serious.refusals import Taken
from styrk.serious.types import RECEIVE
from styrk.trail.commands import command


@command
def receive_call(*, call: Call, by: Person, now: datetime) -> None:
    """«Jeg har den»: nobody else is asked. Also when the next is asked already. Raises Taken."""
    event = call.event
    if event.calls.filter(answered_at__isnull=False).exists():
        raise Taken
    call.answered_at = now
    call.save(update_fields=["answered_at"])
    event.calls.filter(answered_at__isnull=True, passed_at__isnull=True).update(passed_at=now)
    settle(kind=RECEIVE, subject_uuid=event.uuid, by=by, now=now)
    step(event, "receipt", by, now, text="Kvitterte for å ha saken")
    tell_the_others(call, now)


@command
def decline_call(*, call: Call, by: Person, now: datetime) -> None:
    """«Jeg kan ikke»: the next is asked at once, and nobody waits for minutes to pass. Raises Taken."""
    event = call.event
    if event.calls.filter(answered_at__isnull=False).exists():
        raise Taken
    waited = call.passed_at is None
    call.passed_at = call.passed_at or now
    call.save(update_fields=["passed_at"])
    step(event, "decline", by, now, text="Sa fra om ikke å kunne ta saken")
    if waited:
        # Whoever is asked may be out of sight of one who is on call.
        with scope.acting(scope.SYSTEM):
            _ask_on(call, now)


@command
def go_on(*, call: Call, by: None, now: datetime) -> None:
    """No receipt came in time: the next is asked. When all are, everybody is told, as without a rota."""
    event = call.event
    call.passed_at = now
    call.save(update_fields=["passed_at"])
    if not is_pressing(event):
        settle(kind=RECEIVE, subject_uuid=event.uuid, by=by, now=now)
        step(event, "call_over", by, now, text="Det haster ikke lenger, og ingen flere ble spurt")
        return
    text = "Fikk ingen kvittering i tide"
    step(event, "no_receipt", by, now, text=text, told=call.person.name)
    _ask_on(call, now)


def _ask_on(call: Call, now: datetime) -> None:
    """By the rota as it was, where it has ended or the case has gone past the leader since."""
    event = call.event
    if not ask_next(event, rotas_of(event, now) or [call.rota], now):
        tell_all(event, now)
