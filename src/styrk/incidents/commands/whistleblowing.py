"""A report that is varsling (aml. kap. 2 A): out of every line's sight, to those who receive it."""

from datetime import datetime, timedelta

from django.db import connection
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext as _

from styrk.access.commands import grant_to_post, throw_drafts_of
from styrk.access.models import Grant
from styrk.access.roles import WHISTLEBLOWING
from styrk.core import clock, guard, scope, states
from styrk.duties.commands import settle
from styrk.incidents import sent_on
from styrk.incidents.case_file import actions
from styrk.incidents.commands.aside import SomethingDecided
from styrk.incidents.commands.questions import end_questions
from styrk.incidents.models import Incident, Statement
from styrk.incidents.queries import recused_from
from styrk.incidents.record import step, tell, tell_reporter
from styrk.incidents.responsible import holders_of
from styrk.incidents.states import MOVES, Aside
from styrk.incidents.types import CASE_PART, EXAMINE, REPORT_PART, TAKE
from styrk.messages.commands import take_back
from styrk.organisation.models import Person
from styrk.trail.commands import command


class NoReception(ValueError):
    """Nobody receives varsling in the organisation, but for those who never see this one."""


@command
def send_as_whistleblowing(*, incident: Incident, note: str, by: Person, now: datetime) -> None:
    """Send it to those who receive varsling, with a word to them; from then on only they see it.

    The employer must look into what is told whatever the one who told called it (aml. § 2 A-3), and
    to be out of the line's sight protects (§ 2 A-4): so it is not asked for first, but told at once.
    It is not taken back by whoever sent it. Raises NoReception, SomethingDecided.
    """
    guard.refuse_identity(note)
    state = states.move(MOVES, incident.state, "whistleblow")
    if actions(incident):
        raise SomethingDecided
    incident.aside_as = Aside.WHISTLEBLOWING
    recused = recused_from(incident)
    receivers = [one for one in holders_of(incident, clock.day(now)) if one not in recused]
    if not receivers:
        raise NoReception
    for kind in (TAKE, EXAMINE):
        settle(kind=kind, subject_uuid=incident.uuid, by=by, now=now)
    # Without a word of why to those who were asked.
    end_questions(incident, "", by, now)
    if note:
        step(incident, "add", by, now, text="La til noe i saken", note=note)
    step(incident, "whistleblow", by, now, text="Sendte den videre som varsling", for_reporter=True)
    tell_reporter(incident, "whistleblow", lambda: str(sent_on.WHISTLEBLOWING), now=now)
    _out_of_sight(incident, now)
    incident.state, incident.handler, incident.past_line = state, None, True
    tell(
        receivers,
        incident,
        "whistleblow",
        lambda: _("En melding er sendt til varslingsmottaket"),
        reverse("incidents:incident", args=[incident.uuid]),
        now=now,
    )


def _out_of_sight(incident: Incident, now: datetime) -> None:
    """Also what tells of the same, and what earlier messages and drafts said of it.

    A function of the database's own, because an update may not take a row out of the sight of the one
    who makes it; the rest as the system.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT incidents_send_as_whistleblowing(%s)", [incident.pk])
        if not cursor.fetchone()[0]:
            raise states.NotNow(incident.state, "whistleblow")
    with scope.acting(scope.SYSTEM):
        for one in [incident, *incident.same.order_by("pk")]:
            _end_grants(one, now)
            grant_to_post(
                kind="incident",
                record_id=one.pk,
                part=CASE_PART,
                unit=one.trust,
                role=WHISTLEBLOWING.code,
                by=None,
                now=now,
                reason="Sendt som varsling",
            )
            _forget(one, now)


def _end_grants(incident: Incident, now: datetime) -> None:
    """All but the reporter's own."""
    # A grant ends after it is given, also where both happen in one moment.
    at_once = now + timedelta(seconds=1)
    given = Grant.objects.filter(kind="incident", record_id=incident.pk).exclude(part=REPORT_PART)
    given.filter(Q(until__isnull=True) | Q(until__gt=at_once)).update(until=at_once)


def _forget(incident: Incident, now: datetime) -> None:
    """What the pages of the case and of its questions made others' inboxes and drafts say."""
    asked = Statement.objects.filter(incident=incident).order_by("pk")
    for uuid in [incident.uuid, *asked.values_list("uuid", flat=True)]:
        own = reverse("incidents:own_report", args=[uuid])
        take_back(about=str(uuid), but=own, now=now)
        throw_drafts_of(about=str(uuid), but=own)
