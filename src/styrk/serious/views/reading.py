"""The clocks that run, and one case with its duties."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_safe

from styrk.access.decorators import allowed, signed_in
from styrk.access.permissions import Permission
from styrk.access.requests import Request
from styrk.core import clock
from styrk.incidents.record import note_reading
from styrk.serious import presenters, queries, rules, told
from styrk.serious.models import Call, EventStep
from styrk.serious.views.acting import EVENT, NOTICE
from styrk.ui import pages


@allowed(Permission.SEE_INCIDENTS)
@require_safe
def events(request: Request) -> HttpResponse:
    """The clocks that run in sight, the first first, and the newest cases."""
    clocks = queries.running()
    values = {
        "clocks": [told.running(one, request.now) for one in clocks[: queries.MOST]],
        "more": len(clocks) > queries.MOST,
        "cases": queries.latest(),
        "today": clock.day(request.now),
    }
    return pages.render(request, "serious/events.html", values)


@signed_in
@require_safe
def event(request: Request, uuid: UUID) -> HttpResponse:
    """What applies, to whom, by when and why; what is decided and sent; and why the rest does not."""
    found = EVENT.found(request, uuid)
    note_reading(found.incident, request.person, request.now)
    may = rules.may_handle(request.standing, found)
    steps, calls = queries.happened(found)
    values = {
        "event": found,
        "incident": found.incident,
        "case": told.case(found, request.now, may=may),
        "may": may,
        "identifies": may and (rules.needs_identity(found) or _identified(steps)),
        "calls": [(one, presenters.call_mark(one)) for one in calls],
        "asked": _asked(calls, request),
        "entries": presenters.history(steps),
        "today": clock.day(request.now),
    }
    return pages.render(request, "serious/event.html", values)


def _identified(steps: list[EventStep]) -> bool:
    """Whether somebody has written who a patient is: then it is found, also when no duty needs it longer."""
    return any(one.act == "identify" for one in steps)


def _asked(calls: list[Call], request: Request) -> Call | None:
    """The reader's own call, until somebody has the case."""
    if any(one.answered_at for one in calls):
        return None
    return next((one for one in calls if rules.is_called(request.standing, one)), None)


@signed_in
@require_safe
def notice(request: Request, uuid: UUID) -> HttpResponse:
    """A notice stands on the page of its case."""
    found = NOTICE.found(request, uuid)
    home = NOTICE.subject(found).home
    return redirect(f"{home}#{found.obligation.rule.lower()}")
