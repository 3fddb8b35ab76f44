"""When a report is no case of its own: told before, taken back, or something else than an avvik."""

from datetime import datetime

from django.db import connection
from django.utils.translation import gettext as _

from styrk.core import clock, guard, scope, states
from styrk.duties.commands import settle
from styrk.feedback.commands import tell_us
from styrk.feedback.states import Channel
from styrk.feedback.states import Kind as VoiceKind
from styrk.feedback.types import LONGEST_TEXT, Told
from styrk.incidents.case_file import actions
from styrk.incidents.commands.questions import end_questions
from styrk.incidents.models import Incident
from styrk.incidents.record import step, tell, tell_reporter
from styrk.incidents.responsible import holders_of
from styrk.incidents.states import MOVES, Aside, State
from styrk.incidents.types import EXAMINE, TAKE
from styrk.organisation.models import Person
from styrk.trail.commands import command

SAID = {
    Aside.SAME: "Det samme er meldt fra før",
    Aside.COMPLAINT: "Sendte den videre som klage eller erfaring",
    Aside.BUILDING: "Følges opp av bygg og eiendom",
    Aside.ICT: "Følges opp av IKT",
    Aside.OTHER: "Ikke et avvik",
}


class NotTheSame(ValueError):
    """The other case is this one, is no case of its own, or belongs to another organisation."""


class MayBeStatutory(ValueError):
    """The law may demand that it is told further, or does: then it is a case."""


class TooSerious(ValueError):
    """The same to the one who reported, who takes nothing back then."""


class SomethingDecided(ValueError):
    """An action is decided because of it: then it is a case."""


@command
def set_aside(
    *,
    incident: Incident,
    why: str,
    note: str,
    by: Person,
    now: datetime,
    same_as: Incident | None = None,
) -> None:
    """Say that this is no case of its own, and what becomes of it. The reporter is told, and where the
    same was reported before, of all that comes of that one too.

    It is in no number from now on, and can be taken up again. Raises NotTheSame, SomethingDecided or
    MayBeStatutory.
    """
    guard.refuse_identity(note)
    state = states.move(MOVES, incident.state, "set_aside")
    if (why == Aside.SAME) != (same_as is not None):
        raise NotTheSame
    if same_as is not None and not _may_be_the_same(incident, same_as):
        raise NotTheSame
    if actions(incident):
        raise SomethingDecided
    if incident.statutory:
        raise MayBeStatutory
    if why == Aside.COMPLAINT:
        _pass_on_voice(incident, by, now)
    incident.state, incident.aside_as, incident.same_as = state, why, same_as
    incident.handler = incident.handler or by
    incident.save(update_fields=["state", "aside_as", "same_as", "handler"])
    for kind in (TAKE, EXAMINE):
        settle(kind=kind, subject_uuid=incident.uuid, by=by, now=now)
    end_questions(incident, note, by, now)
    step(
        incident,
        "set_aside",
        by,
        now,
        text=SAID[Aside(why)],
        note=note,
        for_reporter=True,
        why=why,
        same=same_as.reference if same_as else "",
    )
    tell_reporter(incident, f"aside:{now.isoformat()}", lambda: f"{_told(why)} {note}", now=now)
    if same_as is not None:
        with scope.acting(scope.SYSTEM):
            Incident.objects.filter(same_as=incident).update(same_as=same_as)


def _may_be_the_same(incident: Incident, other: Incident) -> bool:
    return (
        other.pk != incident.pk
        and other.trust_id == incident.trust_id
        and other.state != State.ASIDE
        and other.past_line == incident.past_line
    )


def _pass_on_voice(incident: Incident, by: Person, now: datetime) -> None:
    """What was said by a patient or next of kin lies among what others told of the unit, from now on."""
    told = Told(
        unit=incident.unit,
        kind=VoiceKind.EXPERIENCE,
        channel=Channel.OTHER,
        text=incident.description[:LONGEST_TEXT],
        received_on=clock.day(incident.reported_at),
        answer_owed=False,
        about_leader=incident.about_leader,
    )
    tell_us(told=told, key=f"incident:{incident.uuid}", by=by, now=now)


def _told(why: str) -> str:
    """What the reporter hears, in the reporter's language."""
    return {
        Aside.SAME: _(
            "Det du meldte, var meldt fra før. Vi følger det opp der, og du får vite hva som skjer."
        ),
        Aside.COMPLAINT: _(
            "Det du meldte, ligger nå blant det pasienter, brukere og pårørende har fortalt oss."
        ),
        Aside.BUILDING: _("Det du meldte, følges opp av bygg og eiendom."),
        Aside.ICT: _("Det du meldte, følges opp av IKT."),
        Aside.OTHER: _("Det du meldte, følges ikke opp som et avvik."),
    }[Aside(why)]


@command
def withdraw_report(*, incident: Incident, reason: str, by: Person, now: datetime) -> None:
    """The one who reported takes the report back, as long as nobody has taken it in hand.

    Raises TooSerious.
    """
    guard.refuse_identity(reason)
    if incident.statutory:
        raise TooSerious
    state = states.move(MOVES, incident.state, "withdraw")
    with connection.cursor() as cursor:
        cursor.execute("SELECT incidents_withdraw(%s)", [incident.pk])
        if not cursor.fetchone()[0]:
            raise states.NotNow(incident.state, "withdraw")
    incident.state, incident.aside_as = state, Aside.WITHDRAWN
    settle(kind=TAKE, subject_uuid=incident.uuid, by=by, now=now)
    step(
        incident,
        "withdraw",
        by,
        now,
        text="Trakk meldingen",
        note=reason,
        for_reporter=True,
        unnamed=True,
    )
    tell(
        holders_of(incident, clock.day(now)),
        incident,
        f"withdrawn:{now.isoformat()}",
        lambda: _("En melding er trukket tilbake"),
        "",
        now=now,
    )
