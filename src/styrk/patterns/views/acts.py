"""Beginning a samleavvik, and a page for each act with it."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from styrk.access import acting
from styrk.access.acting import ACT
from styrk.access.decorators import allowed
from styrk.access.permissions import Permission
from styrk.access.requests import Request
from styrk.core import clock
from styrk.incidents import rules as incident_rules
from styrk.incidents.queries import incident as case
from styrk.incidents.states import State
from styrk.patterns import commands, forms, queries
from styrk.patterns.models import IncidentGroup
from styrk.patterns.views.acting import DESK, REFUSALS
from styrk.ui.addresses import address_of

LONGEST = 100


@allowed(Permission.HANDLE_INCIDENTS)
@ACT
def begin(request: Request, incident: UUID) -> HttpResponse:
    found = case(incident)
    if (
        found is None
        or not incident_rules.may_handle(request.standing, found)
        or not incident_rules.in_line(request.standing.scope, found)
        or found.state == State.ASIDE
    ):
        raise Http404
    form = forms.BeginForm(
        acting.data(request),
        units=queries.units_for(found, request.standing),
        initial=acting.draft(request),
    )
    home = address_of("incidents:incident", found.uuid)
    subject = acting.Subject([(found.reference, home)], found.title)

    def again() -> HttpResponse:
        return acting.show(
            request,
            form,
            subject,
            title=_("Begynn et samleavvik"),
            intro=_(
                "Når det samme skjer igjen og igjen, ser du meldingene samlet og svarer alle på én"
                " gang. Hver melding er en sak som før. Du legger til flere etterpå."
            ),
            button=_("Begynn"),
        )

    if not form.is_valid():
        return again()
    return acting.attempt(
        request,
        lambda: commands.begin_group(
            incident=found,
            unit=form.chosen,
            title=form.cleaned_data["title"],
            common=form.cleaned_data["common"],
            by=request.person,
            now=request.now,
        ),
        _("Samleavviket er begynt. Legg til meldingene som hører til."),
        refusals=REFUSALS,
        back=_page,
        instead=home,
        form=form,
        again=again,
    )


def _page(group: IncidentGroup) -> str:
    return address_of("patterns:group", group.uuid)


@allowed(Permission.HANDLE_INCIDENTS)
@ACT
def join(request: Request, uuid: UUID) -> HttpResponse:
    found = DESK.for_act(request, uuid, "join")
    text = request.GET.get("q", "")[:LONGEST].strip()
    near = queries.like(found, text, clock.day(request.now))
    form = forms.JoinForm(acting.data(request), found=near, initial=acting.draft(request))
    return DESK.page(
        request,
        found,
        "join",
        form,
        lambda: commands.join_group(
            group=found,
            incidents=queries.chosen(form.cleaned_data["chosen"]),
            by=request.person,
            now=request.now,
        ),
        title=_("Legg til meldinger"),
        intro=_("Kryss av for dem som forteller om det samme."),
        button=_("Legg til"),
        said=_("Meldingene er lagt til."),
        template="patterns/join.html",
        q=text,
        near=near,
    )


@allowed(Permission.HANDLE_INCIDENTS)
@ACT
def leave(request: Request, uuid: UUID, incident: UUID) -> HttpResponse:
    found = DESK.for_act(request, uuid, "leave")
    member = queries.member(found, incident)
    if member is None:
        raise Http404
    form = forms.LeaveForm(acting.data(request), initial=acting.draft(request))
    return DESK.page(
        request,
        found,
        "leave",
        form,
        lambda: commands.leave_group(
            group=found, member=member, by=request.person, now=request.now, **form.cleaned_data
        ),
        title=_("Ta meldingen ut"),
        intro=str(member.incident),
        button=_("Ta ut"),
        said=_("Meldingen hører ikke til lenger. Du kan legge den til igjen."),
    )


@allowed(Permission.HANDLE_INCIDENTS)
@ACT
def answer(request: Request, uuid: UUID) -> HttpResponse:
    return DESK.worded(
        request,
        uuid,
        "answer",
        forms.SayForm,
        commands.answer_reporters,
        title=_("Svar alle som meldte"),
        intro=_(
            "Svaret går til dem som meldte det som nå hører til og ligger der du følger opp avvik."
        ),
        button=_("Send svaret"),
        said=_("Svaret er sendt til dem som meldte."),
    )


@allowed(Permission.HANDLE_INCIDENTS)
@ACT
def end(request: Request, uuid: UUID) -> HttpResponse:
    return DESK.worded(
        request,
        uuid,
        "end",
        forms.EndForm,
        commands.end_group,
        title=_("Avslutt samleavviket"),
        button=_("Avslutt"),
        said=_("Samleavviket er avsluttet. Du kan ta det opp igjen."),
    )


@allowed(Permission.HANDLE_INCIDENTS)
@require_POST
def go_on(request: Request, uuid: UUID) -> HttpResponse:
    found = DESK.for_act(request, uuid, "go_on")
    return DESK.do(
        request,
        found,
        lambda: commands.go_on(group=found, by=request.person, now=request.now),
        _("Samleavviket er tatt opp igjen."),
    )
