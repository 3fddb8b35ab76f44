"""A unit's goals, and one of them."""

from uuid import UUID

from django.http import HttpResponse
from django.views.decorators.http import require_safe

from styrk.access.decorators import allowed, signed_in
from styrk.access.permissions import Permission
from styrk.access.requests import Request
from styrk.actions.models import Objection
from styrk.actions.presenters import standing_tag
from styrk.core import clock
from styrk.goals import forms, presenters, queries, rules
from styrk.goals.states import MOVES, State
from styrk.goals.views import where
from styrk.goals.views.acting import DESK
from styrk.organisation.models import Unit
from styrk.ui import pages
from styrk.ui.addresses import address_of
from styrk.ui.boxes import panels_on

ACTS = tuple(dict.fromkeys(act for _state, act in MOVES))


@allowed(Permission.SEE_REQUIREMENTS)
@require_safe
def goals(request: Request) -> HttpResponse:
    """What a unit wants to reach in a year: one's own, or another in sight."""
    unit, year = where.unit_of(request), where.year_of(request)
    form = forms.FilterForm(request.GET or None)
    state = form.cleaned_data.get("vis", "") if form.is_valid() else ""
    today = clock.day(request.now)
    found = queries.goals_at(request.standing, unit, year, state) if unit else []
    values = {
        "unit": unit,
        "year": year,
        "this_year": today.year,
        "others": where.near(request, unit),
        "filter": form,
        "filtered": bool(state),
        "rows": [
            (one, presenters.standing_mark(one, today), presenters.target_in_words(one))
            for one in found
        ],
        **_to_take_up(request, unit, year),
    }
    return pages.render(request, "goals/goals.html", values, fragment="list")


def _to_take_up(request: Request, unit: Unit | None, year: int) -> dict[str, object]:
    """What stands at the unit or above it, and that no goal answers yet."""
    if unit is None:
        return {"may_set": False, "uncaught": [], "inheritable": []}
    may_set = rules.may_set(request.standing, unit.pk)
    return {
        "may_set": may_set,
        "uncaught": queries.uncaught(request.standing, unit),
        "inheritable": queries.inheritable(unit, year) if may_set else [],
    }


@signed_in
@require_safe
def goal(request: Request, uuid: UUID) -> HttpResponse:
    """What is to be reached, where it stands, what is done about it, and what people say of it."""
    found = DESK.found(request, uuid)
    today = clock.day(request.now)
    values = {
        "goal": found,
        "standing": presenters.standing_mark(found, today),
        "target": presenters.target_in_words(found),
        "years": presenters.years(found),
        "origin": presenters.origin(found),
        "actions": [(one, standing_tag(one)) for one in queries.visible_actions(found)],
        "objections": [(one, _answering(request, one)) for one in queries.objections_to(found)],
        "below": [
            (one, presenters.standing_mark(one, today))
            for one in found.below.all()
            if one.state != State.DROPPED
        ],
        "may": {act: rules.may(request.standing, found, act) for act in ACTS},
        "entries": presenters.history(found.steps.all()),
        "panels": panels_on("goal", found, request),
        "today": today,
    }
    return pages.render(request, "goals/goal.html", values)


def _answering(request: Request, objection: Objection) -> str:
    """Where it is answered, by one who may."""
    may = rules.may_answer(request.standing, objection)
    return address_of("goals:answer", objection.uuid) if may else ""
