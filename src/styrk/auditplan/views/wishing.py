"""The wishes for a revisjonsplan: giving one, and answering it."""

from uuid import UUID

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from styrk.access.acting import ACT, data, draft
from styrk.access.decorators import signed_in
from styrk.access.requests import Request
from styrk.auditplan import commands, forms, presenters, queries, rules
from styrk.auditplan.states import LineState, Party
from styrk.auditplan.views.acting import DESK, WISHES, way
from styrk.auditplan.views.lines import asked, own_kind
from styrk.ui import pages
from styrk.ui.addresses import address_of


@signed_in
@require_safe
def wishes(request: Request, uuid: UUID) -> HttpResponse:
    """All of them for those who make the plan, with the answers; for others their own."""
    plan = DESK.found(request, uuid)
    found = queries.wishes_seen(plan, request.standing)
    values = {
        "plan": plan,
        "crumbs": [*way(plan), (_("Innspill"), None)],
        "whole": rules.reads_all(request.standing, plan),
        "rows": [
            (
                one,
                presenters.wished_by(one),
                presenters.wish_mark(one),
                rules.may_wish(request.standing, one, "answer"),
            )
            for one in found
        ],
        "may_wish": rules.may(request.standing, plan, "wish"),
        "has_lines": any(one.state != LineState.OUT for one in plan.lines.all()),
    }
    return pages.render(request, "auditplan/wishes.html", values)


@signed_in
@ACT
def new(request: Request, uuid: UUID) -> HttpResponse:
    plan = DESK.for_act(request, uuid, "wish")
    voices = [
        (one, presenters.voice_name(one)) for one in queries.voices_for(plan, request.standing)
    ]
    form = forms.WishForm(data(request), voices=voices, initial=draft(request))
    return DESK.page(
        request,
        plan,
        "wish",
        form,
        lambda: commands.wish_for(plan=plan, by=request.person, now=request.now, **form.said()),
        title=_("Gi innspill til revisjonsplanen"),
        intro=_("Du får svar: tatt inn i planen, eller hvorfor ikke."),
        button=_("Send innspillet"),
        said=_("Takk. Dere får svar på innspillet."),
        back=address_of("auditplan:wishes", plan.uuid),
    )


@signed_in
@ACT
def take_in(request: Request, uuid: UUID) -> HttpResponse:
    wish = WISHES.for_act(request, uuid, "take_in")
    begun = {
        "kind": own_kind(wish.plan.unit),
        "title": wish.title,
        "about": wish.text,
        "why": _("Innspill fra %(whom)s.")
        % {"whom": presenters.from_whom(wish.party, wish.unit.name)},
        "places": "" if wish.party == Party.COMMITTEE else wish.unit.code,
    }
    form = forms.TakeInForm(
        data(request), initial=begun | draft(request), **asked(request, wish.plan)
    )
    return WISHES.page(
        request,
        wish,
        "take_in",
        form,
        lambda: commands.take_in_wish(
            wish=wish,
            scope=form.scope(),
            answer=form.cleaned_data["answer"],
            by=request.person,
            now=request.now,
        ),
        title=_("Ta innspillet inn i planen"),
        button=_("Ta inn og svar"),
        said=_("Innspillet er tatt inn, og de som ga det, har fått svar."),
    )


@signed_in
@ACT
def cover(request: Request, uuid: UUID) -> HttpResponse:
    wish = WISHES.for_act(request, uuid, "cover")
    lines = [one for one in wish.plan.lines.order_by("pk") if one.state != LineState.OUT]
    form = forms.CoverForm(data(request), lines=lines, initial=draft(request))
    return WISHES.page(
        request,
        wish,
        "cover",
        form,
        lambda: commands.cover_wish(wish=wish, by=request.person, now=request.now, **form.said()),
        title=_("Planen dekker innspillet"),
        button=_("Svar"),
        said=_("De som ga innspillet, har fått svar."),
    )


@signed_in
@ACT
def answer(request: Request, uuid: UUID) -> HttpResponse:
    return WISHES.worded(
        request,
        uuid,
        "answer",
        forms.AnswerForm,
        commands.answer_wish,
        title=_("Svar på innspillet uten å ta det inn"),
        button=_("Send svaret"),
        said=_("De som ga innspillet, har fått svar."),
    )
