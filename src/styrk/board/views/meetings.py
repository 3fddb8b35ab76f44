"""Meetings of the board: planning them, their agenda, and what was held."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from styrk.access.acting import ACT, Subject, attempt, data, draft, show
from styrk.access.decorators import signed_in
from styrk.access.meanwhile import of_fields
from styrk.access.requests import Request
from styrk.auditplan.presenters import name_of
from styrk.board import commands, forms, gathering, presenters, queries, rules, waiting, wording
from styrk.board.sources import sources_for
from styrk.board.states import MEETING
from styrk.board.views.acting import ITEMS, MEETINGS, REFUSALS, chosen_by, home, meeting_way, way
from styrk.core import clock
from styrk.ui import pages
from styrk.ui.addresses import address_of

ACTS = tuple(dict.fromkeys(act for _state, act in MEETING))


@signed_in
@ACT
def plan(request: Request) -> HttpResponse:
    unit = chosen_by(request, "keep")
    form = forms.MeetingForm(data(request), initial=draft(request), today=clock.day(request.now))

    def again() -> HttpResponse:
        return show(
            request,
            form,
            Subject(way=way(unit), line=unit.name),
            title=str(wording.PLAN),
            button=_("Planlegg møtet"),
        )

    if not form.is_valid():
        return again()
    return attempt(
        request,
        lambda: commands.plan_meeting(
            unit=unit, by=request.person, now=request.now, **form.cleaned_data
        ),
        str(wording.PLANNED),
        refusals=REFUSALS,
        back=lambda made: address_of("board:meeting", made.uuid),
        instead=home(unit),
        form=form,
        again=again,
    )


@signed_in
@require_safe
def meeting(request: Request, uuid: UUID) -> HttpResponse:
    """The meeting: its agenda, what it was shown, and what was decided."""
    found = queries.meeting(uuid, request.standing)
    if found is None:
        raise Http404
    inside = rules.belongs(request.standing, found.unit_id)
    items = [one for one in found.items.all() if inside or not one.closed]
    may = {act: rules.may_meeting(request.standing, found, act) for act in ACTS}
    packs = found.packs.all()
    frozen = bool(packs)
    values = {
        "meeting": found,
        "reports": waiting.reports_for(found) if may["add_item"] else [],
        "plans": [(one, name_of(one)) for one in waiting.plans_for(found)]
        if may["add_item"]
        else [],
        "words": wording,
        "name": presenters.name_of(found),
        "standing": presenters.meeting_mark(found),
        "crumbs": [*meeting_way(found)[:-1], (presenters.name_of(found), None)],
        "items": items,
        "hidden": len(found.items.all()) - len(items),
        "packs": [(one, presenters.pack_name(one)) for one in packs],
        "is_changed": may["make_pack"]
        and frozen
        and not gathering.is_agenda_of(queries.content_of(packs[0]), found.items.all()),
        "is_undecided": any(not one.decisions.all() for one in items),
        "state_of": presenters.waits_mark,
        "may": may | {act: may[act] and not frozen for act in ("change_item", "move_up")},
        "today": clock.day(request.now),
        "has_come": found.on <= clock.day(request.now),
    }
    return pages.render(request, "board/meeting.html", values)


@signed_in
@ACT
def move(request: Request, uuid: UUID) -> HttpResponse:
    found = MEETINGS.for_act(request, uuid, "move")
    stands = {"on": found.on, "place": found.place}
    form = forms.MeetingForm(
        data(request), initial=stands | draft(request), today=clock.day(request.now)
    )
    return MEETINGS.page(
        request,
        found,
        "move",
        form,
        lambda: commands.move_meeting(
            meeting=found, by=request.person, now=request.now, **form.cleaned_data
        ),
        title=_("Flytt møtet"),
        button=_("Lagre"),
        said=_("Møtet er flyttet."),
        stand=of_fields(form, stands),
    )


@signed_in
@ACT
def call_off(request: Request, uuid: UUID) -> HttpResponse:
    return MEETINGS.worded(
        request,
        uuid,
        "call_off",
        forms.ReasonForm,
        commands.call_off_meeting,
        title=_("Avlys møtet"),
        intro=_("Sakene blir stående her. Sett dem på sakslisten til et annet møte."),
        button=_("Avlys"),
        said=_("Møtet er avlyst."),
    )


@signed_in
@ACT
def add_item(request: Request, uuid: UUID) -> HttpResponse:
    found = MEETINGS.for_act(request, uuid, "add_item")
    form = forms.TopicForm(
        data(request),
        initial=draft(request),
        sources=sources_for(found.unit, request.standing, clock.day(request.now)),
    )
    return MEETINGS.page(
        request,
        found,
        "add_item",
        form,
        lambda: commands.add_item(
            meeting=found, topic=form.topic(), by=request.person, now=request.now
        ),
        title=_("Meld en sak"),
        button=_("Sett på sakslisten"),
        said=_("Saken står på sakslisten."),
    )


@signed_in
@require_POST
def add_report(request: Request, uuid: UUID, audit: UUID) -> HttpResponse:
    """A report that waits for the board, on the agenda by one press."""
    found = MEETINGS.for_act(request, uuid, "add_item")
    treatment = next((one for one in waiting.reports_for(found) if one.audit.uuid == audit), None)
    if treatment is None:
        raise Http404
    return MEETINGS.do(
        request,
        found,
        lambda: commands.put_report_on_agenda(
            meeting=found, treatment=treatment, by=request.person, now=request.now
        ),
        _("Rapporten står på sakslisten. Vedtaket dere fører, føres inn på rapporten også."),
    )


@signed_in
@require_POST
def add_plan(request: Request, uuid: UUID, plan: UUID) -> HttpResponse:
    """A revisjonsplan that waits for the board, on the agenda by one press."""
    found = MEETINGS.for_act(request, uuid, "add_item")
    wanted = next((one for one in waiting.plans_for(found) if one.uuid == plan), None)
    if wanted is None:
        raise Http404
    return MEETINGS.do(
        request,
        found,
        lambda: commands.put_plan_on_agenda(
            meeting=found, plan=wanted, by=request.person, now=request.now
        ),
        _(
            "Planen står på sakslisten slik den er nå. Når dere fører vedtaket, sier dere om den er vedtatt."
        ),
    )


@signed_in
@ACT
def change_item(request: Request, uuid: UUID) -> HttpResponse:
    found = ITEMS.for_act(request, uuid, "change_item")
    sources = sources_for(found.meeting.unit, request.standing, clock.day(request.now))
    own = (found.source, found.source_title, found.source_path)
    stands = {
        "title": found.title,
        "text": found.text,
        "source": found.source_path,
        "closed": found.closed,
    }
    form = forms.TopicForm(
        data(request),
        initial=stands | draft(request),
        sources=list(dict.fromkeys([*sources, *([own] if found.source_path else [])])),
    )
    return ITEMS.page(
        request,
        found,
        "change_item",
        form,
        lambda: commands.change_item(
            item=found, topic=form.topic(), by=request.person, now=request.now
        ),
        title=_("Endre saken"),
        button=_("Lagre saken"),
        said=_("Saken er endret."),
        stand=of_fields(form, stands),
    )


@signed_in
@require_POST
def move_up(request: Request, uuid: UUID) -> HttpResponse:
    found = ITEMS.for_act(request, uuid, "move_up")
    return ITEMS.do(
        request,
        found,
        lambda: commands.move_item_up(item=found, by=request.person, now=request.now),
        _("Saken er flyttet fram."),
    )


@signed_in
@ACT
def withdraw(request: Request, uuid: UUID) -> HttpResponse:
    return ITEMS.worded(
        request,
        uuid,
        "withdraw",
        forms.ReasonForm,
        commands.withdraw_item,
        title=_("Ta saken av sakslisten"),
        button=_("Ta den av"),
        said=str(wording.TAKEN_OFF),
    )


@signed_in
@require_POST
def hold(request: Request, uuid: UUID) -> HttpResponse:
    found = MEETINGS.for_act(request, uuid, "hold")
    return MEETINGS.do(
        request,
        found,
        lambda: commands.hold_meeting(meeting=found, by=request.person, now=request.now),
        _("Møtet er holdt. Før vedtakene under hver sak."),
    )
