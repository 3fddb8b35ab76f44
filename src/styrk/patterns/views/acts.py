"""Beginning a samleavvik, and a page for each act with it."""

from datetime import date
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from styrk.access import acting
from styrk.access.acting import ACT
from styrk.access.decorators import allowed
from styrk.access.permissions import Permission
from styrk.access.requests import Request
from styrk.core import clock
from styrk.incidents.models import Incident
from styrk.patterns import commands, forms, presenters, queries, rules
from styrk.patterns.models import IncidentGroup
from styrk.patterns.views.acting import DESK, REFUSALS, case_of
from styrk.ui import pages
from styrk.ui.addresses import address_of
from styrk.ui.forms import Described

LONGEST = 100
# In the address: the reports of a proposal, and its unit.
WITH, AT = "med", "enhet"
NEAREST = 3


@allowed(Permission.HANDLE_INCIDENTS)
@ACT
def begin(request: Request, incident: UUID) -> HttpResponse:
    """What was reported before that is like it, why, and one act to see them as one."""
    found = case_of(request, incident)
    given = _given(request)
    matches = [] if given else queries.earlier_like(found)
    near = [presenters.choice(one) for one in given if one.uuid != found.uuid]
    near += [presenters.choice(one.told, presenters.reason(one)) for one in matches]
    ticked = (
        [key for key, _told in near] if given else [str(m.told.uuid) for m in matches if m.ticked]
    )
    form = forms.BeginForm(
        acting.data(request),
        units=queries.units_for(found, request.standing),
        near=near,
        initial={"title": found.title[:120], "chosen": ticked, "unit": request.GET.get(AT, "")}
        | acting.draft(request),
    )
    home = address_of("incidents:incident", found.uuid)
    subject = acting.Subject([(found.reference, home)], found.title)
    groups = [one for one in queries.groups_with(matches, found) if _takes(request, one, found)]

    def again() -> HttpResponse:
        return acting.show(
            request,
            form,
            subject,
            title=_("Begynn et samleavvik"),
            intro=_(
                "Når det samme skjer igjen og igjen, ser du meldingene samlet og svarer alle på én"
                " gang. Hver melding er en sak som før."
            ),
            button=_("Begynn"),
            template="patterns/begin.html",
            incident=found,
            groups=groups,
            near=near,
        )

    if not form.is_valid():
        return again()
    return acting.attempt(
        request,
        lambda: commands.begin_group(
            incident=found,
            others=queries.chosen(form.others),
            unit=form.at,
            title=form.cleaned_data["title"],
            common=form.cleaned_data["common"],
            by=request.person,
            now=request.now,
        ),
        _("Samleavviket er begynt. Du kan legge til flere meldinger."),
        refusals=REFUSALS,
        back=_page,
        instead=home,
        form=form,
        again=again,
    )


def _given(request: Request) -> list[queries.Compared]:
    """The reports of a proposal, where one comes from there."""
    try:
        return queries.told_of([UUID(one) for one in request.GET.getlist(WITH)])
    except ValueError:
        raise Http404 from None


def _takes(request: Request, group: IncidentGroup, incident: Incident) -> bool:
    return rules.may(request.standing, group, "join") and rules.belongs(group, incident)


@allowed(Permission.HANDLE_INCIDENTS)
@require_safe
def near(request: Request, incident: UUID) -> HttpResponse:
    """What the page of a case fetches when it is open: those most like it. By itself it is no page."""
    found = case_of(request, incident)
    if not pages.wants_fragment(request):
        return redirect("patterns:begin", incident=found.uuid)
    matches = queries.earlier_like(found)[:NEAREST]
    rows = [(one.told, presenters.reason(one)) for one in matches]
    fits = [
        (one.theme, presenters.fit(one), forms.answer_of(one.theme))
        for one in queries.fitting(found)
    ]
    finishes = bool(fits) and queries.finished_by_theme(found)
    values = {"incident": found, "rows": rows, "fits": fits, "finishes": finishes}
    return pages.render(request, "patterns/near.html", values)


@allowed(Permission.HANDLE_INCIDENTS)
@require_POST
def take_in(request: Request, uuid: UUID, incident: UUID) -> HttpResponse:
    """One press: this case belongs to that group too."""
    found = DESK.for_act(request, uuid, "join")
    one = case_of(request, incident)
    return DESK.do(
        request,
        found,
        lambda: commands.join_group(
            group=found, incidents=[one], by=request.person, now=request.now
        ),
        _("Meldingen er lagt til."),
    )


def _page(group: IncidentGroup) -> str:
    return address_of("patterns:group", group.uuid)


@allowed(Permission.HANDLE_INCIDENTS)
@ACT
def join(request: Request, uuid: UUID) -> HttpResponse:
    found = DESK.for_act(request, uuid, "join")
    text = request.GET.get("q", "")[:LONGEST].strip()
    given = _given(request)
    near = [presenters.choice(one) for one in given] or _near(found, text, clock.day(request.now))
    form = forms.JoinForm(
        acting.data(request),
        near=near,
        initial={"chosen": [str(one.uuid) for one in given]} | acting.draft(request),
    )
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


def _near(group: IncidentGroup, text: str, on: date) -> list[tuple[str, Described]]:
    """What the words find; without words those most like it, and then the newest."""
    matches = [] if text else queries.like_members(group, NEAREST)
    alike = dict(presenters.choice(one.told, presenters.reason(one)) for one in matches)
    rest = dict(presenters.listed_choice(one) for one in queries.like(group, text, on))
    return list((alike | {key: one for key, one in rest.items() if key not in alike}).items())


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
        said=presenters.answered,
    )


@allowed(Permission.HANDLE_INCIDENTS)
@require_POST
def take(request: Request, uuid: UUID) -> HttpResponse:
    """The new ones in hand by one press; the rest is said."""
    found = DESK.for_act(request, uuid, "take")
    return DESK.do(
        request,
        found,
        lambda: commands.take_new(group=found, by=request.person, now=request.now),
        presenters.taken,
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
