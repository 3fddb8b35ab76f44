"""How often each code is set, the cases behind a number, and the schemes."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.views.decorators.http import require_safe

from styrk.access.decorators import allowed
from styrk.access.permissions import Permission
from styrk.access.requests import Request
from styrk.classification import presenters, queries, rules
from styrk.classification.views.acting import DESK
from styrk.core import clock
from styrk.incidents import presenters as incidents
from styrk.ui import pages, paging


@allowed(Permission.SEE_INCIDENTS)
@require_safe
def codes(request: Request) -> HttpResponse:
    """What the incidents in sight were about the last twelve months, by each axis of the schemes in use."""
    found = queries.schemes(request.standing.trusts)
    axes = queries.axes_of(one for one in found if not one.ended_at)
    counts = queries.counts(axes, clock.day(request.now))
    values = {
        "schemes": [one for one in found if not one.ended_at],
        "axes": [(axis, counts[axis.pk]) for axis in axes if counts[axis.pk]],
        "keeps": _keeps(request),
    }
    return pages.render(request, "classification/codes.html", values)


def _keeps(request: Request) -> bool:
    return any(rules.may_keep(request.standing, trust) for trust in request.standing.trusts)


@allowed(Permission.SEE_INCIDENTS)
@require_safe
def code(request: Request, uuid: UUID) -> HttpResponse:
    """The cases behind the number of a code."""
    found = queries.code(uuid, request.standing)
    if found is None:
        raise Http404
    rows = queries.cases_with(found, clock.day(request.now), paging.before(request))
    shown = rows[: queries.PAGE]
    last = shown[-1] if len(rows) > queries.PAGE else None
    values = {
        "code": found,
        "rows": [
            (one, incidents.state_tag(one), incidents.harm_tag(one.harm_actual)) for one in shown
        ],
        "older": paging.older(request, last.reported_at, last.pk) if last else None,
        "first_page": paging.OLDER not in request.GET,
    }
    return pages.render(request, "classification/code.html", values)


@allowed(Permission.SEE_INCIDENTS)
@require_safe
def schemes(request: Request) -> HttpResponse:
    found = queries.schemes(request.standing.trusts)
    values = {
        "rows": [(one, presenters.scheme_mark(one)) for one in found],
        "keeps": _keeps(request),
    }
    return pages.render(request, "classification/schemes.html", values)


@allowed(Permission.SEE_INCIDENTS)
@require_safe
def scheme(request: Request, uuid: UUID) -> HttpResponse:
    """A scheme with all its axes and codes."""
    found = DESK.found(request, uuid)
    axes = queries.axes_of([found])
    values = {
        "scheme": found,
        "standing": presenters.scheme_mark(found),
        "axes": axes,
        "number": sum(len(axis.codes.all()) for axis in axes),
        "may": {act: rules.may(request.standing, found, act) for act in ("end", "reopen")},
    }
    return pages.render(request, "classification/scheme.html", values)
