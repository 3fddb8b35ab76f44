"""Where one acts in a case: what is said of it on the page of every act."""

from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from styrk.access.acting import NOT_NOW, Desk, Refusals, Subject
from styrk.access.queries import Standing
from styrk.incidents import queries as incidents
from styrk.incidents import rules as of_incidents
from styrk.incidents.models import Incident
from styrk.serious import presenters, queries, refusals, rules
from styrk.serious.models import Event, Notice, Obligation
from styrk.ui.addresses import address_of

REFUSALS: Refusals = {
    **NOT_NOW,
    refusals.NothingSaid: gettext_lazy("Skriv noe først."),
    refusals.KnownBefore: gettext_lazy("Ingen kunne vite om det før det skjedde."),
    refusals.NotYet: gettext_lazy("Tidspunktet er fram i tid."),
    refusals.QuestionsUnanswered: gettext_lazy("Svar på de tre spørsmålene først."),
    refusals.DecidedWithAnother: gettext_lazy("Rapporten avgjøres sammen med meldingen."),
    refusals.AlreadySent: gettext_lazy("Noe er alt sendt. Rett det først, hvis det er feil."),
    refusals.NotBegun: gettext_lazy(
        "Det er ikke bestemt at dette skal meldes, eller det er sendt."
    ),
}
MISFIT = gettext_lazy("Dette er gjort allerede, eller passer ikke slik saken står nå.")


def way_to(event: Event) -> list[tuple[object, str]]:
    return [
        (_("Alvorlige hendelser"), address_of("serious:events")),
        (event.incident.reference, address_of("serious:event", event.uuid)),
    ]


def _seen(uuid: UUID, standing: Standing) -> Incident | None:
    found = incidents.incident(uuid)
    return found if found and of_incidents.sees_case(standing, found) else None


def _about_incident(incident: Incident) -> Subject:
    home = address_of("incidents:incident", incident.uuid)
    return Subject(way=[(incident.reference, home)], line=incident.title)


def _event(uuid: UUID, standing: Standing) -> Event | None:
    found = queries.event(uuid)
    return found if found and rules.sees(standing, found) else None


def _about_event(event: Event) -> Subject:
    return Subject(way=way_to(event), line=event.incident.title)


def _obligation(uuid: UUID, standing: Standing) -> Obligation | None:
    found = queries.obligation(uuid)
    return found if found and rules.sees(standing, found.event) else None


def _about_obligation(obligation: Obligation) -> Subject:
    case = f"{presenters.title(obligation.rule)} ({obligation.event.incident.title})"
    return Subject(way=way_to(obligation.event), line=case)


def _notice(uuid: UUID, standing: Standing) -> Notice | None:
    found = queries.notice(uuid)
    return found if found and rules.sees(standing, found.event) else None


def _about_notice(notice: Notice) -> Subject:
    case = f"{presenters.title(notice.obligation.rule)} ({notice.event.incident.title})"
    return Subject(way=way_to(notice.event), line=case)


# An incident that somebody begins to assess, or assesses anew.
INCIDENT = Desk(
    name="incident",
    find=_seen,
    hold=lambda uuid: incidents.incident(uuid, hold=True),
    is_for=lambda standing, incident, _act: of_incidents.may_handle(standing, incident),
    may=lambda standing, incident, _act: of_incidents.may_handle(standing, incident),
    subject=_about_incident,
    misfit=MISFIT,
    refusals=REFUSALS,
)
EVENT = Desk(
    name="event",
    find=_event,
    hold=queries.locked,
    is_for=lambda standing, event, _act: rules.may_handle(standing, event),
    may=lambda standing, event, _act: rules.may_handle(standing, event),
    subject=_about_event,
    misfit=MISFIT,
    refusals=REFUSALS,
)
OBLIGATION = Desk(
    name="obligation",
    find=_obligation,
    hold=queries.locked,
    is_for=lambda standing, one, _act: rules.may_handle(standing, one.event),
    may=lambda _standing, one, _act: rules.may_be_judged(one),
    subject=_about_obligation,
    misfit=MISFIT,
    refusals=REFUSALS,
)


def _may_notice(_standing: Standing, notice: Notice, act: str) -> bool:
    return rules.may_be_sent(notice) if act == "sent" else notice.sent_at is not None


NOTICE = Desk(
    name="notice",
    find=_notice,
    hold=queries.locked,
    is_for=lambda standing, notice, _act: rules.may_handle(standing, notice.event),
    may=_may_notice,
    subject=_about_notice,
    misfit=MISFIT,
    refusals=REFUSALS,
)
