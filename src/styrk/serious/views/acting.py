"""Where one acts in a case: what is said of it on the page of every act."""

from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from styrk.access.acting import NOT_NOW, Desk, Refusals, Subject
from styrk.access.queries import Standing
from styrk.core import sealing
from styrk.incidents import queries as incidents
from styrk.incidents import rules as of_incidents
from styrk.incidents.models import Incident
from styrk.incidents.notices.events import WrongEvent
from styrk.organisation.models import Unit
from styrk.organisation.queries import unit_by_uuid
from styrk.serious import naming, queries, refusals, rules
from styrk.serious.models import Call, Entry, Event, Notice, Obligation, Report, Rota
from styrk.ui.addresses import address_of

REFUSALS: Refusals = {
    **NOT_NOW,
    WrongEvent: gettext_lazy("Se på årstallet: reglene gjelder ikke hendelser så langt tilbake."),
    refusals.NothingSaid: gettext_lazy("Skriv noe først."),
    refusals.KnownBefore: gettext_lazy("Ingen kunne vite om det før det skjedde."),
    refusals.NotYet: gettext_lazy("Tidspunktet er fram i tid."),
    refusals.BeforeItHappened: gettext_lazy(
        "Hendelsen hadde ikke skjedd da. Se på dagen og klokka."
    ),
    refusals.QuestionsUnanswered: gettext_lazy("Svar på de tre spørsmålene først."),
    refusals.DecidedWithAnother: gettext_lazy("Rapporten avgjøres sammen med meldingen."),
    refusals.AlreadySent: gettext_lazy("Noe er alt sendt. Rett det først, hvis det er feil."),
    refusals.NotBegun: gettext_lazy(
        "Det er ikke bestemt at dette skal meldes, eller det er sendt."
    ),
    refusals.Corrected: gettext_lazy("Dette er alt rettet. Rett det nyeste i stedet."),
    refusals.RotaThere: gettext_lazy("Enheten har alt en vaktliste med det navnet."),
    refusals.Taken: gettext_lazy("En annen har alt kvittert for saken."),
    refusals.NotNeeded: gettext_lazy(
        "Ingen av pliktene i saken trenger å vite hvem pasienten er. Da skal det ikke stå her."
    ),
    refusals.Deleted: gettext_lazy("Dette er slettet eller rettet imens. Her ser du det nyeste."),
    sealing.KeysMissing: gettext_lazy(
        "Styrk har ingen nøkkel å kryptere med, så ingenting er lagret. Be den som drifter Styrk, om hjelp."
    ),
    sealing.WrongKeys: gettext_lazy(
        "Nøkkelen er ikke den som dette er kryptert med. Be den som drifter Styrk, om hjelp."
    ),
    refusals.Lacking: gettext_lazy("Forklar det som mangler, eller skriv det inn først."),
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
    case = f"{naming.title(obligation.rule)} ({obligation.event.incident.title})"
    return Subject(way=way_to(obligation.event), line=case)


def _notice(uuid: UUID, standing: Standing) -> Notice | None:
    found = queries.notice(uuid)
    return found if found and rules.sees(standing, found.event) else None


def _about_notice(notice: Notice) -> Subject:
    case = f"{naming.title(notice.obligation.rule)} ({notice.event.incident.title})"
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


def _file(uuid: UUID, standing: Standing) -> Event | None:
    found = queries.file(uuid)
    return found if found and rules.sees(standing, found) else None


def _drafted(uuid: UUID, standing: Standing) -> Event | None:
    found = queries.drafted(uuid)
    return found if found and rules.sees(standing, found) else None


def _about_file(event: Event) -> Subject:
    home = address_of("serious:file", event.uuid)
    return Subject(way=[*way_to(event), (_("Saksmappa"), home)], line=event.incident.title)


def _about_draft(event: Event) -> Subject:
    home = address_of("serious:draft", event.uuid)
    return Subject(way=[*way_to(event), (_("Rapporten"), home)], line=event.incident.title)


def _report(uuid: UUID, standing: Standing) -> Report | None:
    found = queries.report(uuid)
    return found if found and rules.sees(standing, found.event) else None


def _about_report(report: Report) -> Subject:
    home = address_of("serious:report", report.uuid)
    return Subject(way=[*way_to(report.event), (_("Rapporten"), home)])


def _entry(uuid: UUID, standing: Standing) -> Entry | None:
    found = queries.entry(uuid)
    return found if found and rules.sees(standing, found.event) else None


def _about_entry(entry: Entry) -> Subject:
    return _about_file(entry.event)


FILE = Desk(
    name="event",
    find=_file,
    hold=queries.locked,
    is_for=lambda standing, event, _act: rules.may_handle(standing, event),
    may=lambda standing, event, _act: rules.may_handle(standing, event),
    subject=_about_file,
    misfit=MISFIT,
    refusals=REFUSALS,
)
DRAFT = Desk(
    name="event",
    find=_drafted,
    hold=queries.locked,
    is_for=lambda standing, event, _act: rules.may_handle(standing, event),
    may=lambda standing, event, _act: rules.may_handle(standing, event),
    subject=_about_draft,
    misfit=MISFIT,
    refusals=REFUSALS,
)
REPORT = Desk(
    name="report",
    find=_report,
    hold=queries.locked,
    is_for=lambda standing, report, _act: rules.may_handle(standing, report.event),
    may=lambda standing, report, _act: rules.may_handle(standing, report.event),
    subject=_about_report,
    misfit=MISFIT,
    refusals=REFUSALS,
)
ENTRY = Desk(
    name="entry",
    find=_entry,
    hold=queries.locked,
    is_for=lambda standing, entry, _act: rules.may_handle(standing, entry.event),
    may=lambda standing, entry, _act: rules.may_handle(standing, entry.event),
    subject=_about_entry,
    misfit=MISFIT,
    refusals=REFUSALS,
)


def _call(uuid: UUID, standing: Standing) -> Call | None:
    found = queries.call(uuid)
    return found if found and rules.sees(standing, found.event) else None


def _about_call(call: Call) -> Subject:
    return Subject(way=way_to(call.event), line=call.event.incident.title)


def _rotas() -> list[tuple[object, str]]:
    return [
        (_("Alvorlige hendelser"), address_of("serious:events")),
        (_("Hvem har vakt"), address_of("serious:rotas")),
    ]


def _about_rota(rota: Rota) -> Subject:
    return Subject(way=_rotas(), line=f"{rota.role}, {rota.unit.name}")


def _about_unit(unit: Unit) -> Subject:
    return Subject(way=_rotas(), line=unit.name)


# Whoever was asked may take it until somebody has.
CALL = Desk(
    name="call",
    find=_call,
    hold=queries.locked,
    is_for=lambda standing, call, _act: rules.is_called(standing, call),
    may=lambda _standing, call, _act: call.answered_at is None,
    subject=_about_call,
    misfit=gettext_lazy("Du har alt kvittert for saken."),
    refusals=REFUSALS,
)
ROTA = Desk(
    name="rota",
    find=lambda uuid, _standing: queries.rota(uuid),
    hold=lambda uuid: queries.rota(uuid, hold=True),
    is_for=lambda standing, rota, _act: rules.may_keep_rota(standing, rota.unit_id),
    may=lambda _standing, _rota, _act: True,
    subject=_about_rota,
    misfit=MISFIT,
    refusals=REFUSALS,
)
# Where a rota is begun.
UNIT = Desk(
    name="unit",
    find=lambda uuid, _standing: unit_by_uuid(uuid),
    hold=unit_by_uuid,
    is_for=lambda standing, unit, _act: rules.may_keep_rota(standing, unit.pk),
    may=lambda _standing, _unit, _act: True,
    subject=_about_unit,
    misfit=MISFIT,
    refusals=REFUSALS,
)
