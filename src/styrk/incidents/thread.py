"""The golden thread: an incident, for those who may see it, which risks it shows, what it led to."""

from collections.abc import Collection
from datetime import date
from uuid import UUID

from styrk.access.queries import Standing
from styrk.actions import thread as actions
from styrk.incidents import pointing, presenters, queries, rules
from styrk.incidents.models import Incident, IncidentRisk
from styrk.incidents.states import State
from styrk.risks import thread as risks
from styrk.ui.addresses import address_of
from styrk.ui.strands import Ask, Node, Spread, Strand, hung
from styrk.ui.words import spoken_day

KINDS = ("incident",)
# What an action that came from here says of its origin: only then is this app asked.
ORIGIN = "incident"


def find(_kind: str, uuid: UUID, standing: Standing, _on: date) -> Node | None:
    found = queries.incident(uuid)
    return drawn(found) if found and rules.sees_case(standing, found) else None


def upstream(kind: str, ids: Collection[int], _standing: Standing, on: date) -> list[Strand]:
    """The incidents behind actions, and the risks that incidents show. Of what is seen, no more."""
    if kind == "incident":
        shown = pointing.risks_of(ids)
        return [Strand(("incident", pk), risks.drawn(risk, on)) for pk, risk in shown]
    if kind != "action":
        return []
    return [Strand(("action", pk), drawn(one)) for pk, one in queries.behind_actions(ids)]


def downstream(kind: str, ids: Collection[int], _standing: Standing, ask: Ask) -> Spread:
    """The incidents that show the risks, and the actions that the incidents led to."""
    found = Spread()
    asked = list(ids) if kind == "incident" else []
    if kind == "risk":
        found.add(hung(pointing.RISK_LINKS, ids, _pointing, "incident", ask))
        asked = found.ids("incident")
    if asked and not ask.near:
        rest = ask if kind == "incident" else ask.less(len(found.strands))
        found.add(hung(queries.ACTION_LINKS, asked, actions.behind(ask.on), "action", rest))
    return found


def _pointing(link: IncidentRisk) -> Node:
    return drawn(link.incident)


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
