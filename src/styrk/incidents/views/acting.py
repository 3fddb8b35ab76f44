"""Where one acts on a case: what is said of it on the page of every act, and searching for a unit."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext_lazy as _

from styrk.access.acting import Desk, Refusals, Subject, data, draft
from styrk.access.commands import keep_draft
from styrk.access.queries import Standing
from styrk.access.requests import Request
from styrk.access.typed import last, typed_in
from styrk.core import clock, states
from styrk.incidents import commands, presenters, queries, rules
from styrk.incidents.models import Incident
from styrk.incidents.record import note_reading
from styrk.organisation.models import Unit
from styrk.organisation.queries import find_units, unit_by_uuid
from styrk.ui.addresses import address_of

FIND = "find"  # the button that searches, and sends nothing
FOUND = "treff"  # where on the page one sees what is found
REFUSALS: Refusals = {
    states.NotNow: _("Noen har gjort dette allerede. Her ser du hvordan saken står nå."),
    commands.NothingDecided: _("Bestem minst ett tiltak først, eller avslutt med en grunn."),
    commands.Unanswered: _("En enhet har ikke svart ennå. Skriv hvorfor du ikke venter på svaret."),
    commands.NotLater: _("Den nye fristen må være senere enn den som står."),
    commands.EffectUnknown: _("Vent til effekten av alle tiltakene er vurdert."),
    commands.AskedIsRecused: _("Lederen der er inhabil i denne saken. Spør lederen over i stedet."),
    commands.AskedIsSelf: _("Saken ligger hos lederen der allerede. Spør en annen enhet."),
    commands.OtherTrust: _("Du kan bare sende den til en enhet i egen virksomhet."),
    commands.OutOfLine: _("Risikoen følges ikke lenger, eller hører til en annen linje."),
    commands.NobodyElse: _("Det er ingen leder over deg som kan ta saken."),
    commands.MayBeStatutory: _(
        "Loven kan kreve at hendelsen meldes videre, eller den er meldt. Da er den en sak. Avgjør det først,"
        " under «Skal hendelsen meldes videre?»."
    ),
    commands.NoticeUndecided: _(
        "Noen må først avgjøre om hendelsen skal meldes videre. Gjør det under «Skal hendelsen meldes"
        " videre?»."
    ),
    commands.TooSerious: _(
        "Hendelsen er så alvorlig at noen må se på den. Legg til det som er feil, så leser de det først."
    ),
    commands.NoReception: _(
        "Virksomheten har ingen som tar imot varsling, og som ikke selv er inhabil. Be administratoren"
        " gi noen rollen «Varslingsmottak» for hele virksomheten, uten å si hva saken gjelder."
    ),
    commands.NotTheSame: _("Det er ikke en sak som denne kan høre til. Velg en annen."),
    commands.SomethingDecided: _(
        "Et tiltak er bestemt på grunn av meldingen, så den er en sak. Avslutt den på vanlig måte."
    ),
}


class CaseDesk(Desk[Incident]):
    """Also the page of an act shows of the case, so that it is opened is noted."""

    def found(self, request: Request, uuid: UUID) -> Incident:
        incident = super().found(request, uuid)
        if request.method != "POST":
            note_reading(incident, request.person, request.now)
        return incident

    def page(self, request: Request, *args: Any, **shown: Any) -> HttpResponse:
        """Where one only searched, what is typed is kept, and the form shown with what is found: a
        page that one can come back to, whose address says nothing of the case."""
        if FIND not in request.POST:
            return super().page(request, *args, **shown)
        typed = {name: words for name, words in typed_in(request).items() if name != FIND}
        keep_draft(person=request.person, path=request.path, fields=typed, now=request.now)
        return redirect(f"{request.get_full_path()}#{FOUND}")


def seen(uuid: UUID, standing: Standing) -> Incident | None:
    incident = queries.incident(uuid)
    return incident if incident and rules.sees_case(standing, incident) else None


def handled(standing: Standing, incident: Incident, _act: str) -> bool:
    return rules.may_handle(standing, incident)


def subject(incident: Incident) -> Subject:
    return Subject(
        way=[
            presenters.list_of(incident),
            (incident.reference, address_of("incidents:incident", incident.uuid)),
        ],
        line=incident.title,
    )


DESK = CaseDesk(
    name="incident",
    find=seen,
    hold=lambda uuid: queries.incident(uuid, hold=True),
    is_for=handled,
    may=rules.may,
    subject=subject,
    misfit=_("Dette er gjort allerede, eller passer ikke slik saken står nå."),
    refusals=REFUSALS,
)


def units(request: Request, incident: Incident) -> list[Unit]:
    """The units that match what is searched for, and the one chosen among them before."""
    given = data(request) or draft(request)
    matches: list[Unit] = []
    if wanted := last(given.get("search", ""))[:100].strip():
        matches = find_units(
            wanted, trust_ids={incident.trust_id}, on=clock.day(request.now), limit=10
        )
    if chosen := _chosen(last(given.get("unit", "")), incident):
        matches = [chosen, *(unit for unit in matches if unit != chosen)]
    return [unit for unit in matches if unit.pk != incident.responsible_unit_id]


def _chosen(uuid: str, incident: Incident) -> Unit | None:
    try:
        unit = unit_by_uuid(UUID(uuid))
    except ValueError:
        return None
    return unit if unit and unit.trust_id == incident.trust_id else None
