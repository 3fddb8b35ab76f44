"""Who may do what with a samleavvik: whoever handles incidents at its unit."""

from styrk.access.permissions import Permission
from styrk.access.queries import Standing
from styrk.core import states
from styrk.incidents.models import Incident
from styrk.patterns.models import IncidentGroup
from styrk.patterns.states import MOVES


def is_for(standing: Standing, group: IncidentGroup, _act: str) -> bool:
    return standing.allows(Permission.HANDLE_INCIDENTS, group.unit_id)


def may(standing: Standing, group: IncidentGroup, act: str) -> bool:
    return states.may(MOVES, group.state, act) and is_for(standing, group, act)


def belongs(group: IncidentGroup, incident: Incident) -> bool:
    """Whether it lies at the group's unit or below it, and a line sees it."""
    below = incident.responsible_unit.path.startswith(group.unit.path)
    return below and not incident.past_line


def may_handle(standing: Standing, incident: Incident) -> bool:
    return standing.allows(Permission.HANDLE_INCIDENTS, incident.responsible_unit_id)
