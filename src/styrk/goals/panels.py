"""What goals say on the page of a requirement: which of them it led to."""

from typing import Any

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from styrk.access.requests import Request
from styrk.core import clock
from styrk.goals import presenters, queries
from styrk.requirements.models import Placement, Requirement
from styrk.ui.addresses import address_of
from styrk.ui.boxes import Line, Panel, listing

SHOWN = 8


def on_requirement(requirement: Requirement, request: Request) -> Panel | None:
    return _panel(Q(placement__requirement=requirement), request)


def on_placement(placement: Placement, request: Request) -> Panel | None:
    return _panel(Q(placement=placement), request)


def _panel(placements: Q, request: Request) -> Panel | None:
    found, total = queries.goals_from(placements, request.standing, SHOWN)
    lines = [_line(goal, request) for goal in found]
    return listing(_("Mål som kommer fra kravet"), lines, total - len(lines), anchor="mal")


def _line(goal: Any, request: Request) -> Line:
    mark = presenters.standing_mark(goal, clock.day(request.now))
    bare = goal.state == "agreed" and not goal.acted
    tags = [mark, (_("Ingen tiltak"), "warning")] if bare else [mark]
    under = f"{goal.unit.name} · {presenters.target_in_words(goal)}"
    return Line(goal.title, address_of("goals:goal", goal.uuid), under, tags)


def on_stopped(requirement: Requirement, request: Request) -> Panel | None:
    """Where the requirement stopped because nobody made a goal of it."""
    found = queries.without_goal(requirement, request.standing, SHOWN)
    lines = [Line(one.unit.name, address_of("requirements:placement", one.uuid)) for one in found]
    total = found[0].total if found else 0  # type: ignore[attr-defined]
    return listing(_("Uten mål"), lines, total - len(lines))


PANELS = {"requirement": on_requirement, "placement": on_placement, "stopped": on_stopped}
