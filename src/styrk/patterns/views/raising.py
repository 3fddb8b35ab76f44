"""Raising a samleavvik up the line, the page of the written case, and answering it."""

from typing import Any
from uuid import UUID

from django.conf import settings
from django.http import Http404, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from styrk.access import acting
from styrk.access.acting import ACT
from styrk.access.decorators import allowed
from styrk.access.permissions import Permission
from styrk.access.requests import Request
from styrk.core import clock
from styrk.core.papers import MEDIA
from styrk.patterns import commands, forms, papers, presenters, queries, rules
from styrk.patterns.models import IncidentGroup, Raising
from styrk.patterns.states import RaisedState
from styrk.patterns.views.acting import DESK, RAISED
from styrk.ui import pages
from styrk.ui.addresses import address_of

REPLIES = {
    RaisedState.AGREED: commands.agree_to_raised,
    RaisedState.DECLINED: commands.decline_raised,
}


@allowed(Permission.HANDLE_INCIDENTS)
@ACT
def raise_up(request: Request, uuid: UUID) -> HttpResponse:
    """With what was written the last time, and the count of now beside the one of then."""
    found = DESK.for_act(request, uuid, "raise")
    today = clock.day(request.now)
    above = queries.next_leader(found.unit, request.person, today)
    before = next(iter(queries.raisings(found)), None)
    form = forms.RaiseForm(
        acting.data(request), today=today, initial=_written(found, before) | acting.draft(request)
    )
    return DESK.page(
        request,
        found,
        "raise",
        form,
        lambda: commands.raise_group(
            group=found,
            case=form.case,
            due=form.cleaned_data["due"],
            by=request.person,
            now=request.now,
        ),
        title=_("Løft samleavviket"),
        intro=_intro(above),
        button=_("Løft"),
        said=_("Saken er løftet. Du får vite hva de svarer."),
        back=_page,
        template="patterns/raise.html",
        before=before,
        drawn=presenters.drawn(queries.counted(found, today)),
    )


def _written(group: IncidentGroup, before: Raising | None) -> dict[str, str]:
    if before is None:
        return {"happens": group.common}
    return {"happens": before.happens, "costs": before.costs, "asks": before.asks}


def _intro(above: queries.NextLeader | None) -> str:
    if above is None:
        return _("Ingen leder over kan svare, så dette kan ikke løftes herfra.")
    unit, leader = above
    return _("Neste leder i linjen svarer: %(person)s, %(unit)s.") % {
        "person": leader.name,
        "unit": unit.name,
    }


def _page(raised: Raising) -> str:
    return address_of("patterns:raised", raised.uuid)


@allowed(Permission.SEE_INCIDENTS)
@ACT
def raised(request: Request, uuid: UUID) -> HttpResponse:
    """The case as it was written and counted; with the form for whoever is to answer."""
    found = RAISED.found(request, uuid)
    values = _shown(request, found)
    if request.method != "POST" and not rules.may_with_raised(request.standing, found, "agree"):
        return pages.render(request, "patterns/raised.html", {"raised": found, **values})
    return _reply(request, RAISED.for_act(request, uuid, "agree"), values)


def _shown(request: Request, found: Raising) -> dict[str, Any]:
    others = [one for one in queries.raisings(found.group) if one != found]
    return {
        "standing": presenters.raised_mark(found),
        "drawn": presenters.drawn(queries.Counted.of(found.counted)),
        "now_total": queries.counted(found.group, clock.day(request.now)).total,
        "others": [(one, presenters.raised_mark(one)) for one in others],
        "may_withdraw": rules.may_with_raised(request.standing, found, "withdraw"),
    }


def _reply(request: Request, found: Raising, values: dict[str, Any]) -> HttpResponse:
    today = clock.day(request.now)
    above = queries.next_leader(found.to_unit, request.person, today)
    form = forms.ReplyForm(
        acting.data(request),
        above=above[0] if above else None,
        today=today,
        initial=acting.draft(request),
    )

    def answer() -> object:
        told = form.cleaned_data
        facts = {"answer": told["answer"], "by": request.person, "now": request.now}
        if told["reply"] == RaisedState.FURTHER:
            return commands.raise_further(raised=found, due=told["due"], **facts)
        return REPLIES[told["reply"]](raised=found, **facts)

    return RAISED.page(
        request,
        found,
        "agree",
        form,
        answer,
        title=found.group.title,
        button=_("Send svaret"),
        said=_("Svaret er sendt."),
        template="patterns/raised.html",
        **values,
    )


@allowed(Permission.HANDLE_INCIDENTS)
@ACT
def withdraw(request: Request, uuid: UUID) -> HttpResponse:
    return RAISED.worded(
        request,
        uuid,
        "withdraw",
        forms.WithdrawForm,
        commands.withdraw_raised,
        title=_("Trekk saken"),
        button=_("Trekk"),
        said=_("Saken er trukket."),
    )


@allowed(Permission.SEE_INCIDENTS)
@require_safe
def raised_file(request: Request, uuid: UUID, form: str) -> HttpResponse:
    """The case as a document for the budget and the long-term plan."""
    found = RAISED.found(request, uuid)
    if form not in papers.FORMS:
        raise Http404
    today = clock.day(request.now)
    paper = papers.case(
        found,
        queries.raisings(found.group),
        queries.counted(found.group, today).total,
        today,
        invented=settings.DEMO,
    )
    return HttpResponse(
        papers.written(paper, form),
        content_type=MEDIA[form],
        headers={"Content-Disposition": f'attachment; filename="{papers.file_name(found, form)}"'},
    )
