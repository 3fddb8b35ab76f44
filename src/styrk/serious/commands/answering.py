"""Opening a case, and answering the questions: each time all duties are weighed anew."""

from datetime import datetime

from styrk.incidents.models import Incident
from styrk.organisation.models import Person
from styrk.serious.calling import call_first
from styrk.serious.evaluating import as_event, from_report, organisation_of
from styrk.serious.laying import lay
from styrk.serious.models import Answers, Event
from styrk.serious.record import step
from styrk.serious.refusals import KnownBefore, NotYet
from styrk.serious.types import Told
from styrk.serious.weighing import weigh
from styrk.trail.commands import already_done, command


@command
def open_event(*, incident: Incident, by: Person | None, now: datetime) -> Event:
    """Begin to assess an incident, from what its report says. Once for each incident."""
    event, is_new = Event.objects.get_or_create(
        incident=incident,
        defaults={
            "trust_id": incident.trust_id,
            "organisation": organisation_of(incident.trust),
            "opened_at": now,
            "opened_by": by,
        },
    )
    event.incident = incident
    if not is_new:
        already_done()
        return event
    step(event, "open", by, now, text="Begynte å vurdere om hendelsen skal meldes videre")
    _take_in(event, from_report(incident), None, now)
    lay(event, by, now)
    if by is None:
        # Whether anything is straks is for somebody to answer, at whatever hour.
        call_first(event, now)
    return event


@command
def answer_questions(*, incident: Incident, told: Told, by: Person, now: datetime) -> Event:
    """Answer, or answer anew; what was answered before is kept. Raises KnownBefore, NotYet or WrongEvent."""
    if told.known_at < told.occurred_at:
        raise KnownBefore
    if told.known_at > now:
        raise NotYet
    event = open_event(incident=incident, by=by, now=now)
    as_event(told, event.organisation)
    answers = _take_in(event, told, by, now)
    text = "Svarte på spørsmålene om meldeplikt"
    step(event, "answer", by, now, text=text, answers=answers.pk)
    lay(event, by, now)
    return event


def _take_in(event: Event, told: Told, by: Person | None, now: datetime) -> Answers:
    answers = Answers.objects.create(
        event=event,
        occurred_at=told.occurred_at,
        known_at=told.known_at,
        facts=dict(told.facts),
        at=now,
        by=by,
    )
    weigh(event, answers, by, now)
    return answers
