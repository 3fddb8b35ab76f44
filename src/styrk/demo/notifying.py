"""Serious events in the demo: answered, decided and sent, each as far as its case has come."""

from datetime import datetime, timedelta

from styrk.core import scope
from styrk.demo.people import World
from styrk.incidents import queries as incidents
from styrk.incidents.models import Incident
from styrk.incidents.states import SERIOUS, Harm
from styrk.organisation.models import Person
from styrk.serious import commands, queries, rules
from styrk.serious.evaluating import from_report
from styrk.serious.models import Event
from styrk.serious.states import State
from styrk.serious.types import Judged, Sent, Told

SINCE, MOST = timedelta(days=45), 8
ASSESSED = {"error": "yes", "unclear": "no", "complex": "no"}
WHY = "Utfallet var uventet, og vi kan ikke utelukke at det skyldes noe hos oss."
WHY_NOT = "Pasienten og de pårørende er tilbudt møte allerede, og det er journalført."


def settle_serious(world: World, now: datetime) -> None:
    """The newest of each: one is answered, one is decided, and of the rest something is sent."""
    for place, incident in enumerate(_found(now)):
        if incident.handler is None:
            continue
        leader, at = incident.handler, min(incident.reported_at + timedelta(hours=3), now)
        with scope.acting(world.acting(leader, now)):
            event = _answered(incident, leader, at, unexpected=place % 3 != 2)
            if event and place % 3:
                _decided(event, leader, min(at + timedelta(hours=4), now), send=place > 1)


def _found(now: datetime) -> list[Incident]:
    with scope.acting(scope.SYSTEM):
        found = Incident.objects.filter(
            harm_actual__in=SERIOUS,
            kind="patient",
            reported_at__gte=now - SINCE,
            past_line=False,
            handler__isnull=False,
        )
        return list(found.select_related("handler").order_by("-reported_at")[:MOST])


def _answered(
    incident: Incident, leader: Person, at: datetime, *, unexpected: bool
) -> Event | None:
    seen = incidents.incident(incident.uuid)
    if seen is None:
        return None
    told = from_report(seen)
    care = {"unexpected_outcome": unexpected, "caused_by_care": True, "patient_on_other": False}
    dead = {"unnatural_death": unexpected} if incident.harm_actual == Harm.DEATH else {}
    answered = Told(told.occurred_at, told.known_at, {**told.facts, **care, **dead})
    return commands.answer_questions(incident=seen, told=answered, by=leader, now=at)


def _decided(event: Event, leader: Person, at: datetime, *, send: bool) -> None:
    whole = queries.event(event.uuid)
    for one in whole.obligations.all() if whole else ():
        if rules.may_be_judged(one) and one.state == State.PROPOSED:
            decides = one.rule != "V05"
            judged = Judged(decides, WHY if decides else WHY_NOT, ASSESSED)
            commands.judge_obligation(obligation=one, judged=judged, by=leader, now=at)
    again = queries.event(event.uuid) if send else None
    for one in again.obligations.all() if again else ():
        for notice in one.notices.all():
            notice.event, notice.obligation = one.event, one
            if one.rule in {"V02", "V22"} and rules.may_be_sent(notice):
                sent = Sent(at, "melde.no", leader.name, f"M-{event.pk:05}")
                commands.mark_sent(notice=notice, sent=sent, by=leader, now=at)
