"""What the board decided: writing it down, and telling what came of it."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from styrk.access.acting import ACT, data, draft
from styrk.access.decorators import signed_in
from styrk.access.requests import Request
from styrk.actions.presenters import standing_tag
from styrk.actions.queries import possible_owners
from styrk.actions.views.deciding import decide
from styrk.board import commands, forms, presenters, queries, rules, waiting, wording
from styrk.board.views.acting import DECISIONS, ITEMS, meeting_way
from styrk.core import clock
from styrk.ui import pages
from styrk.ui.addresses import address_of


@signed_in
@ACT
def resolve(request: Request, uuid: UUID) -> HttpResponse:
    found = ITEMS.for_act(request, uuid, "resolve")
    today = clock.day(request.now)
    form = forms.ResolutionForm(
        data(request),
        initial=draft(request),
        today=today,
        is_plan=waiting.waiting_plan(found) is not None,
        owners=possible_owners(found.meeting.unit, today),
    )
    return ITEMS.page(
        request,
        found,
        "resolve",
        form,
        lambda: commands.resolve(
            item=found, resolution=form.resolution(), by=request.person, now=request.now
        ),
        title=_("Før vedtaket"),
        intro=_(
            "Den som følger det opp, får det på Min side. Neste møte åpner med hva det ble av det."
        ),
        button=_("Lagre vedtaket"),
        said=_("Vedtaket er ført."),
    )


@signed_in
@require_safe
def decision(request: Request, uuid: UUID) -> HttpResponse:
    found = queries.decision(uuid, request.standing)
    if found is None:
        raise Http404
    reads = rules.may_read(request.standing, found.item.meeting.unit_id)
    values = {
        "decision": found,
        "words": wording,
        "standing": presenters.waits_mark(found),
        "crumbs": [*meeting_way(found.item.meeting), (_("Vedtak"), None)] if reads else [],
        "meeting": presenters.name_of(found.item.meeting),
        "actions": [(one, standing_tag(one)) for one in queries.actions_of(found)],
        "may": {
            act: rules.may_follow(request.standing, found, act)
            for act in ("tell", "add_action", "correct")
        },
        "beside": presenters.beside_decision(found) if reads else None,
    }
    return pages.render(request, "board/decision.html", values)


@signed_in
@ACT
def correct(request: Request, uuid: UUID) -> HttpResponse:
    """Write what the decision should have said beside it."""
    found = DECISIONS.for_act(request, uuid, "correct")
    today = clock.day(request.now)
    stands = {"text": found.text, "owner": str(found.owner.uuid), "due": max(found.due, today)}
    owners = [found.owner, *possible_owners(found.item.meeting.unit, today)]
    form = forms.CorrectionForm(
        data(request), initial=stands | draft(request), today=today, owners=dict.fromkeys(owners)
    )
    return DECISIONS.page(
        request,
        found,
        "correct",
        form,
        lambda: commands.correct_decision(
            decision=found,
            resolution=form.resolution(),
            why=form.cleaned_data["why"],
            by=request.person,
            now=request.now,
        ),
        title=_("Rett vedtaket"),
        intro=_(
            "Det som sto, blir stående. Rettelsen står ved siden av med dagens dato, og den som skal"
            " følge den opp, får den på Min side."
        ),
        button=_("Lagre rettelsen"),
        said=_("Rettelsen er ført."),
        back=lambda made: address_of("board:decision", (made or found).uuid),
    )


@signed_in
@ACT
def tell(request: Request, uuid: UUID) -> HttpResponse:
    return DECISIONS.worded(
        request,
        uuid,
        "tell",
        forms.ToldForm,
        commands.tell_board,
        title=str(wording.TELL),
        button=_("Meld tilbake"),
        said=str(wording.TOLD),
        back=address_of("board:decision", uuid),
    )


@signed_in
@ACT
def add_action(request: Request, uuid: UUID) -> HttpResponse:
    return decide(
        request,
        uuid,
        DECISIONS,
        lambda found: found.item.meeting.unit,
        lambda found, plan: commands.act_on_decision(
            decision=found, plan=plan, by=request.person, now=request.now
        ),
    )
