"""What the one who reported can do with the own report: tell more, and take it back."""

from uuid import UUID

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from styrk.access.acting import ACT, NOT_NOW, Desk, Subject
from styrk.access.decorators import signed_in
from styrk.access.queries import Standing
from styrk.access.requests import Request
from styrk.core import states
from styrk.incidents import commands, forms, queries
from styrk.incidents.models import Incident
from styrk.incidents.states import MOVES
from styrk.ui.addresses import address_of


def _own(uuid: UUID, standing: Standing) -> Incident | None:
    return queries.own_report(standing.person_id, uuid)


def _fits(_standing: Standing, incident: Incident, act: str) -> bool:
    return states.may(MOVES, incident.state, act)


def _subject(incident: Incident) -> Subject:
    return Subject(
        way=[
            (_("Mine meldinger"), address_of("incidents:own_reports")),
            (incident.reference, address_of("incidents:own_report", incident.uuid)),
        ],
        line=incident.title,
    )


OWN = Desk(
    name="incident",
    find=_own,
    # Whoever reported may not change the case, so not hold it either; what is done asks again.
    hold=lambda _uuid: None,
    is_for=lambda _standing, _incident, _act: True,
    may=_fits,
    subject=_subject,
    misfit=gettext_lazy(
        "Noen har tatt imot meldingen, så den kan ikke trekkes. Legg til noe i stedet."
    ),
    refusals=NOT_NOW,
)


@signed_in
@ACT
def add(request: Request, uuid: UUID) -> HttpResponse:
    return OWN.worded(
        request,
        uuid,
        "add_to_report",
        forms.AddForm,
        commands.add_to_report,
        title=_("Legg til noe"),
        intro=_("Den som ser på meldingen, får vite at du har lagt til noe."),
        button=_("Legg til"),
        said=_("Det du la til, er sendt."),
    )


@signed_in
@ACT
def withdraw(request: Request, uuid: UUID) -> HttpResponse:
    return OWN.worded(
        request,
        uuid,
        "withdraw",
        forms.ReasonForm,
        commands.withdraw_report,
        title=_("Trekk meldingen"),
        intro=_(
            "Meldingen teller ikke lenger. Den blir tatt vare på, og lederen kan lese hvorfor du trakk den."
        ),
        button=_("Trekk meldingen"),
        said=_("Du har trukket meldingen."),
    )
