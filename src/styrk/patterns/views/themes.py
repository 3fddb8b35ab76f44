"""The list of temas, and one of them with all it counts, what is done, and what reviews have said."""

from uuid import UUID

from django.http import HttpResponse
from django.views.decorators.http import require_safe

from styrk.access.decorators import allowed, signed_in
from styrk.access.permissions import Permission
from styrk.access.requests import Request
from styrk.actions.presenters import standing_tag
from styrk.core import clock
from styrk.incidents import presenters as incidents
from styrk.patterns import presenters, queries, rules
from styrk.patterns.states import THEME_MOVES
from styrk.patterns.views.acting import THEMES, case_of
from styrk.ui import pages, paging

RESTING = "hviler"
ACTS = sorted({act for _state, act in THEME_MOVES})


@allowed(Permission.SEE_INCIDENTS)
@require_safe
def themes(request: Request) -> HttpResponse:
    resting = request.GET.get("vis") == RESTING
    today = clock.day(request.now)
    found = queries.themes(resting=resting)
    values = {
        "rows": [(one, presenters.theme_mark(one, today)) for one in found],
        "resting": resting,
        "most": queries.PAGE,
        "may_begin": bool(queries.units_handled(request.standing)),
    }
    return pages.render(request, "patterns/themes.html", values)


@signed_in
@require_safe
def theme(request: Request, uuid: UUID) -> HttpResponse:
    found = THEMES.found(request, uuid)
    today = clock.day(request.now)
    counted = queries.theme_counted(found, today)
    actions = queries.measures(found)
    members = queries.theme_members(found, paging.before(request))
    shown = [one.incident for one in members[: queries.PAGE]]
    last = shown[-1] if len(members) > queries.PAGE else None
    values = {
        "theme": found,
        "standing": presenters.theme_mark(found, today),
        "drawn": presenters.drawn(counted),
        "charted": presenters.charted(counted, actions),
        "this_month": counted.months[-1][1],
        "rows": [
            (one, incidents.state_tag(one), incidents.harm_tag(one.harm_actual)) for one in shown
        ],
        "older": paging.older(request, last.reported_at, last.pk) if last else None,
        "first_page": paging.OLDER not in request.GET,
        "actions": [(one, standing_tag(one)) for one in actions],
        "reviews": queries.reviews(found),
        "entries": presenters.theme_history(queries.theme_history(found)),
        "may": {act: rules.may_with_theme(request.standing, found, act) for act in ACTS},
    }
    return pages.render(request, "patterns/theme.html", values)


@allowed(Permission.HANDLE_INCIDENTS)
@require_safe
def choose(request: Request, incident: UUID) -> HttpResponse:
    """Which tema a case belongs to: those that fit, why, and the others there are."""
    found = case_of(request, incident)
    fits = queries.fitting(found)
    near = {one.theme.pk for one in fits}
    values = {
        "incident": found,
        "fits": [(one.theme, presenters.fit(one)) for one in fits],
        "others": [one for one in queries.themes_for(found) if one.pk not in near],
    }
    return pages.render(request, "patterns/choose_theme.html", values)
