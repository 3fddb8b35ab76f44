"""The golden thread: what a goal comes from, the goals made from it, and what is done to reach it."""

from collections.abc import Collection
from datetime import date
from functools import partial
from typing import Any
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from styrk.access.queries import Standing
from styrk.actions import thread as actions
from styrk.core.trips import each
from styrk.goals import presenters, queries
from styrk.goals.states import State
from styrk.organisation.rules import has_left
from styrk.requirements import thread as requirements
from styrk.requirements.queries import strands
from styrk.requirements.queries.placements import sight
from styrk.ui.addresses import address_of
from styrk.ui.strands import Ask, Mark, Node, Spread, Strand, hung

KINDS = ("goal",)
# What an action that came from here says of its origin: only then is this app asked.
ORIGIN = "goal"


def find(_kind: str, uuid: UUID, standing: Standing, on: date) -> Node | None:
    found = queries.goal_with(uuid, standing)
    return drawn(found, on) if found else None


def upstream(kind: str, ids: Collection[int], standing: Standing, on: date) -> list[Strand]:
    """The goals above, and the requirement that the first of them came from."""
    if kind == "goal":
        return _line(ids, standing, on)
    if kind != "action":
        return []
    links = queries.behind_actions(ids)
    found = {one.pk: one for one in queries.goals_over([pk for _, pk in links], standing)}
    behind = [(action, found[pk]) for action, pk in links if pk in found]
    return [
        *(Strand(("action", action), drawn(goal, on)) for action, goal in behind),
        *_above(found, standing, on),
    ]


def _line(ids: Collection[int], standing: Standing, on: date) -> list[Strand]:
    return _above({one.pk: one for one in queries.goals_over(ids, standing)}, standing, on)


def _above(goals: dict[int, Any], standing: Standing, on: date) -> list[Strand]:
    asked = {one.placement_id for one in goals.values() if one.placement_id}
    placed = strands.line_of(asked, standing) if asked else []
    origins = {one.pk: requirements.drawn(one, on) for one in placed}
    found = []
    for one in goals.values():
        if one.above_id in goals:
            found.append(Strand(("goal", one.pk), drawn(goals[one.above_id], on)))
        elif one.placement_id in origins:
            found.append(Strand(("goal", one.pk), origins[one.placement_id]))
    return found


def downstream(kind: str, ids: Collection[int], standing: Standing, ask: Ask) -> Spread:
    """The goals of placed requirements, those made from goals, and what is done to reach them."""
    found = Spread()
    if kind == "placement":
        draw = partial(drawn, on=ask.on)
        found.add(hung(queries.FROM_PLACEMENTS, ids, draw, "goal", ask, **sight(standing)))
        asked = found.ids("goal")
    elif kind == "goal":
        asked = list(ids)
    else:
        return found
    if asked and not ask.near:
        _further(found, kind, asked, standing, ask)
    return found


def _further(found: Spread, kind: str, asked: list[int], standing: Standing, ask: Ask) -> None:
    """From goals on: the goals made from them, and the actions of them all."""
    own = kind == "goal"
    rest = ask if own else ask.less(len(found.strands))
    if rest.about("goal"):
        # Where none was made from them, these are all whose actions are asked for.
        each(
            lambda: queries.goals_under(asked, standing),
            lambda: queries.ACTION_LINKS.ask(asked, rest.after),
        )
        under = queries.goals_under(asked, standing)[: rest.limit]
        found.strands += [Strand(("goal", one.above_id), drawn(one, ask.on)) for one in under]
        asked = [*(asked if rest.about("action") else ()), *(one.pk for one in under)]
        rest = rest.less(len(under)) if under else rest
    found.add(hung(queries.ACTION_LINKS, asked, actions.behind(ask.on), "action", rest))


def drawn(goal: Any, on: date) -> Node:
    """A goal as it hangs on the thread, with `acted` on it."""
    return Node(
        kind="goal",
        id=goal.pk,
        uuid=goal.uuid,
        title=goal.title,
        where=goal.unit.name,
        href=address_of("goals:goal", goal.uuid),
        mark=presenters.standing_mark(goal, on),
        notes=(goal.owner.name, presenters.target_in_words(goal)),
        gaps=tuple(_gaps(goal, on)),
    )


def _gaps(goal: Any, on: date) -> list[Mark]:
    if goal.state != State.AGREED:
        return []
    said: list[tuple[bool, Mark]] = [
        (goal.target_on is not None and goal.target_on < on, (_("Fristen er gått ut"), "danger")),
        (not goal.acted, (_("Ingen tiltak"), "warning")),
        (has_left(goal.owner, on), (_("Uten eier"), "danger")),
    ]
    return [mark for holds, mark in said if holds]
