"""Asking whoever is on call to take a case at once; and telling all where nobody answers."""

from datetime import datetime, timedelta

from django.utils.translation import gettext as _

from styrk.access.commands import grant_to_person
from styrk.core import clock
from styrk.duties.commands import require, settle
from styrk.incidents.record import tell
from styrk.incidents.types import CASE_PART
from styrk.serious.chain import Asked, chain, rotas_of, without_anyone
from styrk.serious.models import Call, Event, Rota
from styrk.serious.record import step
from styrk.serious.types import RECEIVE
from styrk.ui.addresses import address_of

# How long one who was called may read the case, where nothing else gives it.
READS = timedelta(days=3)


def call_first(event: Event, now: datetime) -> bool:
    """Ask whoever is on call, once for each case; False where no rota tells who, or it is taken already."""
    rotas = rotas_of(event, now)
    if not rotas:
        return False
    if event.calls.exists():
        return event.calls.filter(answered_at__isnull=True, passed_at__isnull=True).exists()
    for rota in without_anyone(rotas, now):
        step(event, "gap", None, now, text="Fant ingen på vaktlista nå", role=rota.role)
    return ask_next(event, rotas, now)


def ask_next(event: Event, rotas: list[Rota], now: datetime) -> bool:
    asked = set(event.calls.values_list("person", flat=True))
    for one in chain(event, rotas, now):
        if one.person.pk not in asked:
            _ask(event, one, rotas[0], now)
            return True
    return False


def _ask(event: Event, asked: Asked, rota: Rota, now: datetime) -> None:
    person, incident = asked.person, event.incident
    call = Call.objects.create(
        event=event,
        trust_id=event.trust_id,
        rota=rota,
        person=person,
        way=asked.way,
        at=now,
        waits_to=now + timedelta(minutes=rota.minutes),
    )
    grant_to_person(
        kind="incident",
        record_id=incident.pk,
        part=CASE_PART,
        person=person,
        by=None,
        now=now,
        reason="Ble spurt om å ta saken straks",
        until=now + READS,
    )
    require(
        kind=RECEIVE,
        subject_id=event.pk,
        subject_uuid=event.uuid,
        unit=incident.responsible_unit,
        person=person,
        due=clock.day(now),
        now=now,
    )
    tell(
        [person],
        incident,
        f"call:{call.uuid}",
        lambda: _("Haster: kvitter for at du har saken"),
        address_of("serious:receipt", call.uuid),
        now=now,
    )
    text = "Spurte én om å ta saken straks"
    step(event, "call", None, now, text=text, told=person.name, way=str(asked.way))


def tell_the_others(call: Call, now: datetime) -> None:
    """Those who were asked before hear that somebody has the case."""
    event, name = call.event, call.person.name
    asked = event.calls.exclude(person=call.person).select_related("person").order_by("pk")
    tell(
        [one.person for one in asked],
        event.incident,
        f"taken:{call.uuid}",
        lambda: _("%(name)s har saken. Du trenger ikke gjøre noe.") % {"name": name},
        address_of("serious:event", event.uuid),
        now=now,
    )


def tell_all(event: Event, now: datetime) -> None:
    settle(kind=RECEIVE, subject_uuid=event.uuid, by=None, now=now)
    people = [one.person for one in chain(event, [], now)]
    people += [one.person for one in event.calls.select_related("person").order_by("pk")]
    told = list(dict.fromkeys(people))
    tell(
        told,
        event.incident,
        f"calls_end:{event.uuid}",
        lambda: _("Haster: ingen har kvittert for saken"),
        address_of("serious:event", event.uuid),
        now=now,
    )
    names = ", ".join(one.name for one in told)
    step(event, "calls_end", None, now, text="Ingen kvitterte, og alle ble varslet", told=names)
