"""The list of samleavvik, and one of them with all it counts."""

from uuid import UUID

from django.http import HttpResponse
from django.views.decorators.http import require_safe

from styrk.access.decorators import allowed
from styrk.access.permissions import Permission
from styrk.access.requests import Request
from styrk.core import clock
from styrk.incidents import presenters as incidents
from styrk.patterns import presenters, queries, rules
from styrk.patterns.states import MOVES, RaisedState
from styrk.patterns.views.acting import DESK
from styrk.ui import pages, paging

ENDED = "avsluttet"
ACTS = sorted({act for _state, act in MOVES})


@allowed(Permission.SEE_INCIDENTS)
@require_safe
def groups(request: Request) -> HttpResponse:
    ended = request.GET.get("vis") == ENDED
    handles = request.standing.allows(Permission.HANDLE_INCIDENTS)
    values = {
        "groups": queries.groups(ended=ended),
        "ended": ended,
        "most": queries.PAGE,
        "handles": handles,
    }
    return pages.render(request, "patterns/groups.html", values)


@allowed(Permission.SEE_INCIDENTS)
@require_safe
def group(request: Request, uuid: UUID) -> HttpResponse:
    """What the reports have in common, how many there are, when and where, and each of them."""
    found = DESK.found(request, uuid)
    counted = queries.counted(found, clock.day(request.now))
    raisings = queries.raisings(found)
    waits = any(one.state == RaisedState.ASKED for one in raisings)
    members = queries.members(found, paging.before(request))
    shown = [one.incident for one in members[: queries.PAGE]]
    last = shown[-1] if len(members) > queries.PAGE else None
    values = {
        "group": found,
        "standing": presenters.state_mark(found),
        "drawn": presenters.drawn(counted),
        "rows": [
            (one, incidents.state_tag(one), incidents.harm_tag(one.harm_actual)) for one in shown
        ],
        "older": paging.older(request, last.reported_at, last.pk) if last else None,
        "first_page": paging.OLDER not in request.GET,
        "entries": presenters.history(queries.history(found)),
        "raisings": [(one, presenters.raised_mark(one)) for one in raisings],
        "waits": waits,
        "new": queries.number_new(found),
        "may": {act: rules.may(request.standing, found, act) for act in ACTS},
    }
    return pages.render(request, "patterns/group.html", values)
