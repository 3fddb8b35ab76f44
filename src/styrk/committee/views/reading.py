"""The committee's workplace, one of its cases, and one advice."""

from uuid import UUID

from django.http import HttpResponse
from django.views.decorators.http import require_safe

from styrk.access.decorators import allowed, signed_in
from styrk.access.permissions import Permission
from styrk.access.requests import Request
from styrk.actions.presenters import standing_tag
from styrk.committee import presenters, queries, rules
from styrk.committee.states import ADVICE_MOVES, MOVES
from styrk.committee.views.acting import ADVICE, CASES
from styrk.core import clock
from styrk.ui import pages, paging

ACTS = sorted({act for _state, act in MOVES})
ADVICE_ACTS = sorted({act for _state, act in ADVICE_MOVES})


@allowed(Permission.COMMITTEE)
@require_safe
def committee(request: Request) -> HttpResponse:
    units = queries.committees_of(request.standing)
    ids, today = [one.pk for one in units], clock.day(request.now)
    waiting = queries.waiting(ids)
    advice = queries.advice_waiting(ids)
    treated = queries.treated(ids, paging.before(request))
    shown = treated[: queries.PAGE]
    last = shown[-1] if len(treated) > queries.PAGE else None
    values = {
        "units": units,
        "laid": [(one, presenters.way(one)) for one in waiting[: queries.PAGE]],
        "advice": [(one, presenters.advice_mark(one, today)) for one in advice[: queries.PAGE]],
        "more": len(waiting) > queries.PAGE or len(advice) > queries.PAGE,
        "treated": shown,
        "older": paging.older(request, last.ended_at, last.pk) if last and last.ended_at else None,
        "first_page": paging.OLDER not in request.GET,
    }
    return pages.render(request, "committee/committee.html", values)


@signed_in
@require_safe
def case(request: Request, uuid: UUID) -> HttpResponse:
    found = CASES.found(request, uuid)
    today = clock.day(request.now)
    values = {
        "case": found,
        "standing": presenters.mark(found),
        "way": presenters.way(found),
        "advice": [(one, presenters.advice_mark(one, today)) for one in queries.advice_of(found)],
        "sits": rules.sits(request.standing, found.unit_id),
        "may": {act: rules.may(request.standing, found, act) for act in ACTS},
    }
    return pages.render(request, "committee/case.html", values)


@signed_in
@require_safe
def advice(request: Request, uuid: UUID) -> HttpResponse:
    found = ADVICE.found(request, uuid)
    values = {
        "advice": found,
        "standing": presenters.advice_mark(found, clock.day(request.now)),
        "actions": [(one, standing_tag(one)) for one in queries.actions_of(found)],
        "may": {act: rules.may_with_advice(request.standing, found, act) for act in ADVICE_ACTS},
    }
    return pages.render(request, "committee/advice.html", values)
