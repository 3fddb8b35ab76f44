"""Laying a case before the committee, requiring one, and what the committee does with it."""

from uuid import UUID

from django.http import HttpResponse
from django.utils.translation import gettext as _

from styrk.access.acting import ACT, Subject, attempt, data, draft, show
from styrk.access.decorators import allowed, signed_in
from styrk.access.permissions import Permission
from styrk.access.requests import Request
from styrk.committee import commands, forms, queries
from styrk.committee.models import CommitteeCase
from styrk.committee.states import Way
from styrk.committee.views.acting import CASES, INCIDENT, REFUSALS
from styrk.core import clock
from styrk.ui.addresses import address_of


@allowed(Permission.HANDLE_INCIDENTS)
@ACT
def lay(request: Request, incident: UUID) -> HttpResponse:
    found = INCIDENT.for_act(request, incident, "lay")
    form = forms.LayForm(data(request), initial=draft(request))
    return INCIDENT.page(
        request,
        found,
        "lay",
        form,
        lambda: commands.lay_before(
            incident=found, by=request.person, now=request.now, **form.cleaned_data
        ),
        title=_("Legg fram for utvalget"),
        intro=_(
            "De som sitter i kvalitets- og pasientsikkerhetsutvalget, leser saken uten hinder av"
            " taushetsplikt (spesialisthelsetjenesteloven § 3-4), men ser ikke hvem som meldte."
        ),
        button=_("Legg fram"),
        said=_("Saken er lagt fram for utvalget."),
    )


@allowed(Permission.COMMITTEE)
@ACT
def require(request: Request) -> HttpResponse:
    form = forms.RequireForm(
        data(request), initial=draft(request), committees=queries.committees_of(request.standing)
    )
    home = address_of("committee:committee")
    subject = Subject(way=[(_("Pasientsikkerhetsutvalget"), home)])
    shown = {
        "title": _("Krev en sak"),
        "button": _("Krev saken"),
        "intro": _(
            "Utvalget kan uten hinder av taushetsplikt kreve opplysningene det trenger til arbeidet sitt"
            " (spesialisthelsetjenesteloven § 3-4). Det blir skrevet ned hvem som leser."
        ),
    }

    def again() -> HttpResponse:
        return show(request, form, subject, **shown)

    if not form.is_valid():
        return again()
    given = form.cleaned_data
    return attempt(
        request,
        lambda: commands.require_case(
            unit=form.committee,
            number=given["number"],
            why=given["why"],
            by=request.person,
            now=request.now,
        ),
        _("Saken er åpnet for utvalget."),
        refusals=REFUSALS,
        back=_page,
        instead=home,
        form=form,
        again=again,
    )


def _page(case: CommitteeCase) -> str:
    return address_of("committee:case", case.uuid)


@signed_in
@ACT
def withdraw(request: Request, uuid: UUID) -> HttpResponse:
    found = CASES.for_act(request, uuid, "withdraw")
    return CASES.worded(
        request,
        uuid,
        "withdraw",
        forms.WhyForm,
        commands.withdraw_case,
        title=_("Trekk saken fra utvalget"),
        button=_("Trekk"),
        said=_("Saken er trukket, og utvalget ser den ikke lenger."),
        back=address_of("incidents:incident", found.incident.uuid)
        if found.way == Way.LAID
        else address_of("committee:committee"),
    )


@signed_in
@ACT
def treat(request: Request, uuid: UUID) -> HttpResponse:
    found = CASES.for_act(request, uuid, "treat")
    today = clock.day(request.now)
    form = forms.TreatForm(
        data(request),
        laid_on=clock.day(found.laid_at),
        today=today,
        initial={"met_on": today} | draft(request),
    )
    return CASES.page(
        request,
        found,
        "treat",
        form,
        lambda: commands.treat_case(
            case=found, by=request.person, now=request.now, **form.cleaned_data
        ),
        title=_("Behandle saken"),
        intro=_("Den som følger opp saken, får lese det utvalget kom fram til."),
        button=_("Lagre"),
        said=_("Saken er behandlet. Gi råd hvis noen bør gjøre noe."),
    )


@signed_in
@ACT
def recuse(request: Request, uuid: UUID) -> HttpResponse:
    return CASES.worded(
        request,
        uuid,
        "recuse",
        forms.RecuseForm,
        commands.recuse_member,
        title=_("Jeg er inhabil"),
        button=_("Jeg er inhabil"),
        said=_("Du ser ikke saken mer."),
        back=address_of("committee:committee"),
    )
