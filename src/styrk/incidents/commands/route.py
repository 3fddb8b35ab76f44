"""Sending an incident to the right place: another unit, or past a leader who cannot handle it."""

from datetime import date, datetime

from django.db import connection
from django.urls import reverse
from django.utils.translation import gettext as _

from styrk.access.roles import LEADER
from styrk.core import clock, guard, states
from styrk.duties.commands import settle
from styrk.incidents import chair
from styrk.incidents.commands.questions import end_questions_to
from styrk.incidents.models import Incident
from styrk.incidents.queries import recused_from
from styrk.incidents.record import step, tell, tell_reporter
from styrk.incidents.responsible import (
    Responsible,
    lay_duty,
    pass_on_actions,
    post_of,
    recuse,
    responsible_for,
    share_with,
)
from styrk.incidents.states import MOVES, Aside, State
from styrk.incidents.types import EXAMINE
from styrk.organisation.models import Person, Unit
from styrk.organisation.queries import holder_of, who_led
from styrk.trail.commands import command


class OtherTrust(ValueError):
    """An incident is handed over inside the organisation only."""


class NobodyElse(ValueError):
    """There is nobody above to handle it."""


@command
def hand_over_incident(
    *, incident: Incident, to: Unit, reason: str, by: Person, now: datetime
) -> None:
    """Give the incident to the unit it belongs to, past its leader where that one is recused.

    Raises OtherTrust, or NobodyElse where it is to be followed and nobody leads there.
    """
    guard.refuse_identity(reason)
    if to.trust_id != incident.trust_id:
        raise OtherTrust
    state = states.move(MOVES, incident.state, "hand_over")
    responsible = responsible_for(to, clock.day(now), recused=recused_from(incident))
    place, to_chair = responsible.unit.name, responsible.is_chair
    step(
        incident,
        "hand_over",
        by,
        now,
        text=f"Sendte meldingen til {chair.IN_TRAIL if to_chair else place}",
        note=reason,
        for_reporter=True,
        unit=place,
        to_role=responsible.role,
    )
    _move(incident, responsible, state, by, now)
    tell_reporter(
        incident,
        f"hand_over:{now.isoformat()}",
        lambda: (
            str(chair.SENT)
            if to_chair
            else _("Meldingen din er sendt til %(unit)s, som ser på den videre.") % {"unit": place}
        ),
        now=now,
    )


@command
def recuse_from_incident(*, incident: Incident, reason: str, by: Person, now: datetime) -> None:
    """A person says to be inhabil, and never sees the incident again.

    Where it is the leader of the unit, the case goes past, to the next above, because the deputies
    are inhabil too; else it stays where it is, and waits there to be taken. Raises NobodyElse.
    """
    guard.refuse_identity(reason)
    if incident.aside_as == Aside.WHISTLEBLOWING:
        raise states.NotNow(incident.state, "recuse")
    state = states.move(MOVES, incident.state, "recuse")
    on = clock.day(now)
    inhabil = _inhabil_with(by, incident, on)
    recused = [*inhabil, *recused_from(incident)]
    responsible = responsible_for(incident.responsible_unit, on, recused=recused)
    if not responsible.holders:
        raise NobodyElse
    # Also past the top leader, where it stays at the unit and goes to another post there.
    away, to_chair = bool(responsible.recused), responsible.is_chair
    step(incident, "recuse", by, now, text="Meldte seg inhabil", note=reason)
    if away or incident.handler == by:
        if away:
            step(
                incident,
                "pass_on",
                by,
                now,
                text=f"Saken gikk videre til {chair.IN_TRAIL}" if to_chair else "Saken gikk videre",
                for_reporter=True,
                to_role=responsible.role,
                to_unit=responsible.unit.name,
            )
        _move(incident, responsible, state, by, now)
    pass_on_actions(incident, inhabil, responsible.holders[0], by, now)
    recuse(incident, inhabil, reason, now)
    if away:
        tell_reporter(
            incident,
            f"recuse:{now.isoformat()}",
            lambda: _passed_on(to_chair=to_chair, is_concluded=state == State.CONCLUDED),
            now=now,
        )


def _passed_on(*, to_chair: bool, is_concluded: bool) -> str:
    if is_concluded:
        return (
            str(chair.LIES_THERE)
            if to_chair
            else _("Meldingen din, som er fulgt helt opp, ligger nå hos en annen leder.")
        )
    if to_chair:
        return str(chair.SENT_ON)
    return _("Meldingen din er sendt videre til en annen leder, som ser på den.")


def _inhabil_with(by: Person, incident: Incident, on: date) -> list[Person]:
    """The person, and where it is the leader of the post, the deputies with the leader."""
    post = post_of(incident.responsible_unit, on)
    if by not in who_led(post, on).leaders:
        return [by]
    return [by, *(other for other in holder_of(post, LEADER.code, on) if other != by)]


def _move(
    incident: Incident, responsible: Responsible, state: str, by: Person, now: datetime
) -> None:
    """Out of this line and into another; a function of the database's own, because an update may not
    take a row out of the sight of the one who makes it.

    It waits there to be taken, but where it is decided already what to do: then whoever leads there
    follows it from now on.
    """
    past, waits = responsible.is_chair, state == State.RECEIVED
    if not (waits or responsible.holders):
        raise NobodyElse
    if not past:
        end_questions_to(responsible.post, incident, by, now)
    incident.handler = None if waits else next(iter(responsible.holders), None)
    if not waits:
        incident.save(update_fields=["handler"])
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT incidents_move_to(%s, %s, %s, %s)",
            [incident.pk, responsible.unit.pk, state, past],
        )
        if not cursor.fetchone()[0]:
            raise Incident.DoesNotExist
    incident.responsible_unit, incident.state = responsible.unit, state
    incident.past_line = incident.past_line or past
    settle(kind=EXAMINE, subject_uuid=incident.uuid, by=by, now=now)
    share_with(incident, responsible, by, now)
    if waits:
        lay_duty(incident, responsible, now)
    tell(
        responsible.holders,
        incident,
        f"received:{responsible.unit.pk}:{now.isoformat()}",
        lambda: _("En melding er sendt videre til deg"),
        reverse("incidents:incident", args=[incident.uuid]),
        now=now,
    )
