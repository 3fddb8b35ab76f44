"""Where one ought to look next, with the reasons, and from there to an audit in the plan."""

from django.http import Http404, HttpResponse
from django.views.decorators.http import require_safe

from styrk.access.decorators import allowed
from styrk.access.permissions import Permission
from styrk.access.requests import Request
from styrk.core import clock
from styrk.inspections import presenters, queries
from styrk.inspections.rules import may_keep
from styrk.ui import pages


@allowed(Permission.KEEP_INSPECTIONS)
@require_safe
def proposals(request: Request) -> HttpResponse:
    """The units right below one's own, those with most reasons first."""
    unit = queries.keeping_unit(request.standing)
    if unit is None:
        raise Http404
    today = clock.day(request.now)
    found = [
        one for one in queries.where_to_look(unit, today) if may_keep(request.standing, one.unit.pk)
    ]
    rows = [(one, presenters.reasons(one, today)) for one in found]
    values = {"unit": unit, "rows": rows, "today": today}
    return pages.render(request, "inspections/proposals.html", values)
