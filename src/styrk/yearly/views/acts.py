"""Beginning, writing and sending the yearly report, and what becomes of it: a page to each act."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from styrk.access.acting import ACT, attempt, data, draft
from styrk.access.decorators import signed_in
from styrk.access.meanwhile import STAND, Stand, of_fields
from styrk.access.requests import Request
from styrk.actions.queries import possible_owners
from styrk.core import clock
from styrk.ui.addresses import address_of
from styrk.yearly import commands, forms, queries, rules
from styrk.yearly.states import Part, State
from styrk.yearly.views.acting import DESK, REFUSALS, address
from styrk.yearly.views.reading import chosen, mark, years_for


@signed_in
@require_POST
def begin(request: Request) -> HttpResponse:
    """Begin the report of the kommune in the address, of the year that is chosen."""
    unit = chosen(request, queries.kommuner(request.standing))
    if unit is None or not rules.may_write(request.standing, unit.pk):
        raise Http404
    found = queries.reports_of(unit, request.standing)
    under_way = next((one for one in found if one.state == State.DRAFT), None)
    years = {str(year): year for year in years_for(request, found)}
    year = years.get(request.POST.get("year", ""))
    if year is None:
        raise Http404
    listed = f"{address_of('yearly:reports')}?{urlencode({'enhet': unit.code})}"
    return attempt(
        request,
        lambda: commands.begin_yearly(unit=unit, year=year, by=request.person, now=request.now),
        _("Rapporten er begynt, med det dataene viser i dag. Skriv det de ikke kan si."),
        refusals=REFUSALS,
        back=address,
        instead=address(under_way) if under_way else listed,
    )


@signed_in
@require_POST
def gather(request: Request, uuid: UUID) -> HttpResponse:
    found = DESK.for_act(request, uuid, "gather")
    return DESK.do(
        request,
        found,
        lambda: commands.gather_again(report=found, by=request.person, now=request.now),
        _("Dataene er hentet på nytt. Se om teksten fortsatt passer."),
    )


@signed_in
@ACT
def write(request: Request, uuid: UUID, part: str) -> HttpResponse:
    found = DESK.for_act(request, uuid, "write")
    if part not in Part.values:
        raise Http404
    words = next((one for one in found.words.all() if one.part == part), None)
    stands = {"text": words.text if words else ""}
    form = forms.PartForm(data(request), part=part, initial=stands | draft(request))
    return DESK.page(
        request,
        found,
        "write",
        form,
        lambda: commands.write_part(
            report=found, part=part, by=request.person, now=request.now, **form.cleaned_data
        ),
        title=str(Part(part).label),
        button=_("Lagre"),
        said=_("Teksten er lagret."),
        back=f"{address(found)}#{part}",
        stand=of_fields(
            form, stands, found.steps.filter(act="write", detail__part=part), kept=True
        ),
    )


@signed_in
@ACT
def send(request: Request, uuid: UUID) -> HttpResponse:
    """Send the report as it was read: `lest` in the address is the mark of that."""
    found = DESK.for_act(request, uuid, "send")
    read = {STAND: request.GET["lest"]} if "lest" in request.GET else {}
    today = clock.day(request.now)
    form = forms.SendForm(data(request), today=today, initial=draft(request) | read)
    then = _("Noe er endret siden du leste. Les rapporten igjen. Sender du, gjelder den nå.")
    return DESK.page(
        request,
        found,
        "send",
        form,
        lambda: commands.send_yearly(
            report=found, by=request.person, now=request.now, **form.cleaned_data
        ),
        title=_("Send rapporten til kommunestyret"),
        intro=_(
            "Den blir stående som den er, og alle i kommunen kan lese den. Det som kommer til senere,"
            " blir et tillegg."
        ),
        button=_("Send"),
        said=_("Rapporten er sendt til kommunestyret."),
        stand=Stand(mark(found), then=then),
    )


@signed_in
@ACT
def treat(request: Request, uuid: UUID) -> HttpResponse:
    found = DESK.for_act(request, uuid, "treat")
    today = clock.day(request.now)
    meeting_on = found.meeting_on or today
    form = forms.TreatForm(
        data(request),
        meeting_on=meeting_on,
        today=today,
        owners=possible_owners(found.unit, today),
        initial={"held_on": meeting_on} | draft(request),
    )
    return DESK.page(
        request,
        found,
        "treat",
        form,
        lambda: commands.note_treatment(
            report=found, treated=form.treated(), by=request.person, now=request.now
        ),
        title=_("Før inn hva kommunestyret vedtok"),
        button=_("Lagre vedtaket"),
        said=_("Vedtaket følger rapporten. Neste rapport begynner med det."),
    )


@signed_in
@ACT
def tell(request: Request, uuid: UUID) -> HttpResponse:
    return DESK.worded(
        request,
        uuid,
        "tell",
        forms.ToldForm,
        commands.tell_council,
        title=_("Meld tilbake til kommunestyret"),
        button=_("Meld tilbake"),
        said=_("Kommunestyret ser det på siden sin og på rapporten."),
    )


@signed_in
@ACT
def add(request: Request, uuid: UUID) -> HttpResponse:
    return DESK.worded(
        request,
        uuid,
        "add",
        forms.AddendumForm,
        commands.add_addendum,
        title=_("Legg til"),
        intro=_("Det som er sendt, blir stående som det er."),
        button=_("Legg til"),
        said=_("Tillegget står under rapporten."),
    )
