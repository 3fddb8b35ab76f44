"""One's own signals, those that have come up to one, and one of them."""

from uuid import UUID

from django.http import HttpResponse
from django.views.decorators.http import require_safe

from styrk.access.decorators import signed_in
from styrk.access.requests import Request
from styrk.access.roles import BOARD_CHAIR
from styrk.core import clock
from styrk.intervention import presenters, queries, rules
from styrk.intervention import watched as told
from styrk.intervention.models import Signal
from styrk.intervention.states import MOVES
from styrk.intervention.views.acting import DESK
from styrk.trail.commands import record_reading
from styrk.ui import pages

ACTS = tuple(dict.fromkeys(act for _state, act in MOVES))


@signed_in
@require_safe
def signals(request: Request) -> HttpResponse:
    """«Signaler til deg», and those that have gone up to a post one holds."""
    values = {
        "mine": _rows(queries.signals_about(request.standing)),
        "above": _rows(queries.signals_above(request.standing)),
        "leads": any(
            post.role.code in ("leader", BOARD_CHAIR.code) for post in request.standing.posts
        ),
        "terms": told.terms(),
        "today": clock.day(request.now),
    }
    return pages.render(request, "intervention/signals.html", values)


def _rows(found: list[Signal]) -> list[tuple[object, ...]]:
    return [
        (one, presenters.heading(one), presenters.state_mark(one), rules.is_over(one))
        for one in found
    ]


@signed_in
@require_safe
def signal(request: Request, uuid: UUID) -> HttpResponse:
    """What was looked at, what the leader says of it, and what was decided."""
    found = DESK.found(request, uuid)
    record_reading(
        by=request.person,
        now=request.now,
        subject="signal",
        subject_id=found.pk,
        reference=f"{found.pk}",
    )
    is_mine = rules.is_about(request.standing, found)
    values = {
        "signal": found,
        "heading": presenters.heading(found),
        "rule": told.rules().get(found.rule),
        "mine": is_mine,
        "standing": presenters.state_mark(found),
        "seen": presenters.looked_at(found),
        "way": presenters.way_to(found) if is_mine or found.above_role != BOARD_CHAIR.code else "",
        "whom": presenters.whom(found),
        "stance": presenters.stance(found),
        "ending": presenters.ending(found),
        "may": {act: rules.may(request.standing, found, act) for act in ACTS},
        "entries": presenters.history(found.steps.all()),
        "goes_on": rules.last_day(found) if found.told_back and rules.stands(found) else None,
        "terms": told.terms(),
        "today": clock.day(request.now),
    }
    return pages.render(request, "intervention/signal.html", values)
