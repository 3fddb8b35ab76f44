"""The golden thread: an incident, for those who may see it, and what it led to."""

from collections.abc import Collection
from datetime import date
from uuid import UUID

from styrk.access.queries import Standing
from styrk.actions import thread as actions
from styrk.incidents import presenters, queries, rules
from styrk.incidents.models import Incident
from styrk.incidents.states import State
from styrk.ui.addresses import address_of
from styrk.ui.strands import Ask, Node, Spread, Strand, hung
from styrk.ui.words import spoken_day

KINDS = ("incident",)
# What an action that came from here says of its origin: only then is this app asked.
ORIGIN = "incident"


def find(_kind: str, uuid: UUID, standing: Standing, _on: date) -> Node | None:
    found = queries.incident(uuid)
    return drawn(found) if found and rules.sees_case(standing, found) else None


def upstream(kind: str, ids: Collection[int], _standing: Standing, _on: date) -> list[Strand]:
    """The incidents behind actions. Nothing is said of those that are not seen."""
    if kind != "action":
        return []
    return [Strand(("action", pk), drawn(one)) for pk, one in queries.behind_actions(ids)]


def downstream(kind: str, ids: Collection[int], _standing: Standing, ask: Ask) -> Spread:
    """The actions that the incidents led to."""
    if kind != "incident":
        return Spread()
    return hung(queries.ACTION_LINKS, ids, actions.behind(ask.on), "action", ask)


def drawn(incident: Incident) -> Node:
    state = State(incident.state)
    return Node(
        kind="incident",
        id=incident.pk,
        uuid=incident.uuid,
        title=str(incident),
        where=presenters.lies_with(incident),
        href=address_of("incidents:incident", incident.uuid),
        mark=(state.label, presenters.STATE_COLORS[state]),
        notes=(spoken_day(incident.reported_at),),
    )
