"""The golden thread: a samleavvik and a tema, the reports in them, what was raised, and what is done."""

from collections.abc import Callable, Collection
from datetime import date
from typing import Any
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from styrk.access.queries import Standing
from styrk.actions import thread as actions
from styrk.incidents import thread as incidents
from styrk.organisation.rules import has_left
from styrk.patterns import presenters
from styrk.patterns.models import IncidentGroup, Raising, Theme
from styrk.patterns.queries import strands
from styrk.patterns.states import RaisedState, ThemeState
from styrk.patterns.types import ORIGIN as FROM_HERE
from styrk.ui.addresses import address_of
from styrk.ui.strands import Ask, Links, Mark, Node, Spread, Strand, hung
from styrk.ui.words import spoken_day

KINDS = ("incident_group", "theme", "raising")
# What an action that came from here says of its origin: only then is this app asked.
ORIGIN = FROM_HERE


def find(kind: str, uuid: UUID, _standing: Standing, on: date) -> Node | None:
    if kind == "theme":
        theme = strands.strand_of_theme(uuid)
        return theme_drawn(theme, on) if theme else None
    if kind == "raising":
        raised = strands.strand_of_raising(uuid)
        return raised_drawn(raised, on) if raised else None
    group = strands.strand_of_group(uuid)
    return group_drawn(group) if group else None


def upstream(kind: str, ids: Collection[int], _standing: Standing, on: date) -> list[Strand]:
    """What reports belong to, the tema behind actions, the samleavvik that was raised or became a tema."""
    match kind:
        case "incident":
            groups, themes = strands.above_incidents(ids)
            return [
                *(Strand((kind, pk), group_drawn(one)) for pk, one in groups),
                *(Strand((kind, pk), theme_drawn(one, on)) for pk, one in themes),
            ]
        case "action":
            found = strands.behind_actions(ids)
            return [Strand((kind, pk), theme_drawn(one, on)) for pk, one in found]
        case "theme":
            return [Strand((kind, pk), group_drawn(one)) for pk, one in strands.begun_from(ids)]
        case "raising":
            return [Strand((kind, pk), group_drawn(one)) for pk, one in strands.raised_groups(ids)]
    return []


def downstream(kind: str, ids: Collection[int], _standing: Standing, ask: Ask) -> Spread:
    """The reports that belong to it, each time it was raised, the tema it became, and what is done."""
    by_kind: dict[str, list[tuple[Links[Any], str, Callable[[Any], Node]]]] = {
        "incident_group": [
            (strands.RAISINGS, "raising", lambda one: raised_drawn(one, ask.on)),
            (strands.THEMES, "theme", lambda one: theme_drawn(one, ask.on)),
            (strands.GROUP_INCIDENTS, "incident", _case),
        ],
        "theme": [
            (strands.ACTION_LINKS, "action", actions.behind(ask.on)),
            (strands.THEME_INCIDENTS, "incident", _case),
        ],
    }
    found = Spread()
    for links, named, draw in by_kind.get(kind, []):
        rest = Ask(ask.on, max(ask.limit - len(found.strands), 0), ask.only, ask.after, ask.near)
        found.add(hung(links, ids, draw, named, rest))
    return found


def _case(link: Any) -> Node:
    return incidents.drawn(link.incident)


def group_drawn(group: IncidentGroup) -> Node:
    return Node(
        kind="incident_group",
        id=group.pk,
        uuid=group.uuid,
        title=group.title,
        where=group.unit.name,
        href=address_of("patterns:group", group.uuid),
        mark=presenters.state_mark(group),
    )


def raised_drawn(raised: Raising, on: date) -> Node:
    late = raised.state == RaisedState.ASKED and raised.due < on
    return Node(
        kind="raising",
        id=raised.pk,
        uuid=raised.uuid,
        title=_("Løftet til %(unit)s") % {"unit": raised.to_unit.name},
        where=raised.to_unit.name,
        href=address_of("patterns:raised", raised.uuid),
        mark=presenters.raised_mark(raised),
        notes=(raised.raised_by.name, spoken_day(raised.raised_at)),
        gaps=((_("Fristen er gått ut"), "danger"),) if late else (),
    )


def theme_drawn(theme: Theme, on: date) -> Node:
    return Node(
        kind="theme",
        id=theme.pk,
        uuid=theme.uuid,
        title=theme.title,
        where=theme.unit.name,
        href=address_of("patterns:theme", theme.uuid),
        mark=presenters.theme_state_mark(theme),
        notes=(theme.owner.name,),
        gaps=tuple(_gaps(theme, on)),
    )


def _gaps(theme: Theme, on: date) -> list[Mark]:
    if theme.state != ThemeState.OPEN:
        return []
    said: list[tuple[bool, Mark]] = [
        (theme.review_on < on, (_("Skulle vært gått gjennom"), "warning")),
        (has_left(theme.owner, on), (_("Uten eier"), "danger")),
    ]
    return [mark for holds, mark in said if holds]
