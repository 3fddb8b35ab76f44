"""Adding to a case, and saying that a report is no case of its own."""

from uuid import UUID

from django.http import HttpResponse
from django.utils.translation import gettext as _

from styrk.access.acting import ACT, data, draft
from styrk.access.decorators import signed_in
from styrk.access.requests import Request
from styrk.incidents import commands, forms
from styrk.incidents.views.acting import DESK
from styrk.ui.addresses import address_of


@signed_in
@ACT
def set_aside(request: Request, uuid: UUID) -> HttpResponse:
    found = DESK.for_act(request, uuid, "set_aside")
    form = forms.AsideForm(data(request), initial=draft(request))
    return DESK.page(
        request,
        found,
        "set_aside",
        form,
        lambda: commands.set_aside(
            incident=found,
            why=form.cleaned_data["why"],
            note=form.cleaned_data["note"],
            same_as=form.same_as,
            by=request.person,
            now=request.now,
        ),
        title=_("Dette er ikke en egen avvikssak"),
        intro=_(
            "Meldingen blir tatt vare på, men teller ikke som avvik. Den som meldte, får vite hva som"
            " skjer. Du kan ta den opp igjen."
        ),
        button=_("Lagre og si fra"),
        said=_("Meldingen er ikke lenger en egen sak, og den som meldte, har fått vite det."),
    )


@signed_in
@ACT
def whistleblow(request: Request, uuid: UUID) -> HttpResponse:
    return DESK.worded(
        request,
        uuid,
        "whistleblow",
        forms.WhistleblowingForm,
        commands.send_as_whistleblowing,
        title=_("Send videre som varsling"),
        intro=_(
            "Er det meldt om lovbrudd, maktmisbruk, korrupsjon, uforsvarlig arbeidsmiljø eller annet"
            " kritikkverdig på arbeidsplassen, er det en varsling, også når den som meldte, ikke kalte"
            " det det. Saken går til varslingsmottaket. Du, de andre lederne og alle den er delt med,"
            " ser den ikke mer. Du kan ikke hente den tilbake. Den som meldte, får vite hva en"
            " varsling er, og hvem som følger den opp."
        ),
        button=_("Send som varsling"),
        said=_("Meldingen er sendt til varslingsmottaket."),
        back=address_of("overview:my_page"),
    )


@signed_in
@ACT
def add(request: Request, uuid: UUID) -> HttpResponse:
    return DESK.worded(
        request,
        uuid,
        "add",
        forms.AddForm,
        commands.add_to_case,
        title=_("Legg til eller rett opp"),
        intro=_("Den som behandler saken, og alle som ser den, kan lese det du legger til."),
        button=_("Legg til"),
        said=_("Det du la til, står i saken."),
    )
