"""The actions that incidents led to."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import F, QuerySet

from styrk.actions.models import Action
from styrk.actions.queries import TOLD as ACTION
from styrk.actions.states import Effect
from styrk.actions.states import State as ActionState
from styrk.core import lines
from styrk.core.scope import SYSTEM, acting, current
from styrk.core.trips import asks
from styrk.incidents.models import (
    Incident,
    IncidentAction,
)
from styrk.incidents.states import State
from styrk.ui.strands import Links


def actions_of(incident: Incident) -> list[int]:
    """The actions it led to and all that followed them, also out of sight: asked as the system."""
    with acting(SYSTEM):
        linked = IncidentAction.objects.filter(incident=incident).values_list(
            "action_id", flat=True
        )
        line = lines.under(Action, "follows", linked)
        return list(Action.objects.filter(pk__in=line).values_list("pk", flat=True))


@dataclass(frozen=True)
class Better:
    """Something that got better because it was reported."""

    title: str
    text: str
    on: datetime | None
    action_uuid: UUID


def better_lately(limit: int = 5) -> list[Better]:
    """The newest actions from incidents that worked, in sight of the person in scope."""
    found = (
        Action.objects.filter(
            current().units("action").rows(),
            origin="incident",
            state=ActionState.FINISHED,
            effect__in=[Effect.WORKED, Effect.PARTLY],
        )
        .order_by("-raised_at", "-pk")
        .values_list("title", "change", "done_at", "uuid")[:limit]
    )
    return [Better(*row) for row in found]


def behind_actions(ids: Collection[int]) -> list[tuple[int, Incident]]:
    """The incidents that led to the actions, where the person in scope sees the case."""
    return [(link.action_id, link.incident) for link in _led_to(ids)]


@asks
def _led_to(ids: Collection[int]) -> QuerySet[IncidentAction]:
    links = IncidentAction.objects.filter(action__one_of=ids).order_by("pk")
    return links.select_related("incident__responsible_unit")


ACTION_LINKS = Links(
    "incident",
    "incident_id",
    IncidentAction,
    [f"action__{name}" for name in ACTION],
    IncidentAction.objects.all,
)


def next_to_tell() -> IncidentAction | None:
    """A link to an action that has moved on since the reporter was last told, held for us alone.

    So is its incident: two of its actions are told one after the other, and the last one sees it.
    """
    return (
        IncidentAction.objects.select_for_update(
            no_key=True, skip_locked=True, of=("self", "incident")
        )
        .select_related("incident__unit", "action")
        .filter(told__in=[ActionState.PLANNED, ActionState.DONE], incident__state=State.IMPROVING)
        .exclude(told=F("action__state"))
        .order_by("pk")
        .first()
    )
