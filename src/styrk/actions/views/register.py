"""The register of actions, a page at a time."""

from django.http import HttpResponse
from django.views.decorators.http import require_safe

from styrk.access.decorators import allowed
from styrk.access.permissions import Permission
from styrk.access.requests import Request
from styrk.actions import forms, presenters, queries
from styrk.actions.models import Action
from styrk.actions.states import State
from styrk.core import clock
from styrk.ui import pages, paging

FILTERS = {
    "": queries.Filters(),
    "mine": queries.Filters(mine=True),
    "planned": queries.Filters(state=State.PLANNED),
    "late": queries.Filters(late=True),
    "unknown": queries.Filters(unknown_effect=True),
    "done": queries.Filters(state=State.DONE),
    "finished": queries.Filters(state=State.FINISHED),
}


@allowed(Permission.SEE_ACTIONS)
@require_safe
def actions(request: Request) -> HttpResponse:
    chosen = request.GET.get("vis", "")
    today = clock.day(request.now)
    found = queries.actions_for(
        request.standing, FILTERS.get(chosen, FILTERS[""]), today, paging.before(request)
    )
    shown = found[: queries.PAGE]
    return pages.render(
        request,
        "actions/actions.html",
        {
            "actions": [(action, presenters.standing_tag(action)) for action in shown],
            "filter": forms.FilterForm({"vis": chosen if chosen in FILTERS else ""}),
            "chosen": chosen if chosen in FILTERS else "",
            "older": _older(request, shown[-1]) if len(found) > queries.PAGE else None,
            "today": today,
        },
        fragment="list",
    )


def _older(request: Request, last: Action) -> str:
    return paging.older(request, last.raised_at, last.pk)
