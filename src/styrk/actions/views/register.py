"""The register of actions, a page at a time."""

from django.http import Http404, HttpResponse
from django.views.decorators.http import require_safe

from styrk.access.decorators import allowed
from styrk.access.permissions import Permission
from styrk.access.requests import Request
from styrk.actions import forms, presenters, queries
from styrk.actions.models import Action
from styrk.actions.states import Listing
from styrk.core import clock
from styrk.organisation.models import Unit
from styrk.organisation.queries import unit_by_code
from styrk.ui import pages, paging


@allowed(Permission.SEE_ACTIONS)
@require_safe
def actions(request: Request) -> HttpResponse:
    asked, code = request.GET.get("vis", ""), request.GET.get("enhet", "")
    filters = queries.Filters(asked if asked in Listing else "", _unit(code) if code else None)
    today = clock.day(request.now)
    found = queries.actions_for(request.standing, filters, today, paging.before(request))
    shown = found[: queries.PAGE]
    return pages.render(
        request,
        "actions/actions.html",
        {
            "actions": [(action, presenters.standing_tag(action)) for action in shown],
            "filter": forms.FilterForm({"vis": filters.listing}),
            "chosen": filters.listing,
            "unit": filters.unit,
            "older": _older(request, shown[-1]) if len(found) > queries.PAGE else None,
            "today": today,
        },
        fragment="list",
    )


def _unit(code: str) -> Unit:
    unit = unit_by_code(code)
    if unit is None:
        raise Http404
    return unit


def _older(request: Request, last: Action) -> str:
    return paging.older(request, last.raised_at, last.pk)
