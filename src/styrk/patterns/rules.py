"""Who may do what with a samleavvik or a tema: whoever handles incidents at its unit. Who leads above answers what is raised."""

from styrk.access.permissions import Permission
from styrk.access.queries import Standing
from styrk.core import states
from styrk.incidents import rules as of_incidents
from styrk.incidents.models import Incident
from styrk.incidents.states import State as IncidentState
from styrk.organisation.rules import LEADER
from styrk.patterns.models import IncidentGroup, Raising, Theme
from styrk.patterns.states import MOVES, RAISED_MOVES, THEME_MOVES


def is_for(standing: Standing, group: IncidentGroup, _act: str) -> bool:
    return standing.allows(Permission.HANDLE_INCIDENTS, group.unit_id)


def may(standing: Standing, group: IncidentGroup, act: str) -> bool:
    return states.may(MOVES, group.state, act) and is_for(standing, group, act)


def belongs(group: IncidentGroup | Theme, incident: Incident) -> bool:
    """Whether it lies at the unit of the group or tema or below it, and a line sees it."""
    below = incident.responsible_unit.path.startswith(group.unit.path)
    return below and not incident.past_line


def may_handle(standing: Standing, incident: Incident) -> bool:
    return standing.allows(Permission.HANDLE_INCIDENTS, incident.responsible_unit_id)


def raised_is_for(standing: Standing, raised: Raising, act: str) -> bool:
    """To take it back is for those who raised it; to answer, for who leads where it was raised to, or above."""
    if act == "withdraw":
        below = standing.allows(Permission.HANDLE_INCIDENTS, raised.from_unit_id)
        return below and not leads(standing, raised)
    return leads(standing, raised)


def may_with_raised(standing: Standing, raised: Raising, act: str) -> bool:
    return states.may(RAISED_MOVES, raised.state, act) and raised_is_for(standing, raised, act)


def leads(standing: Standing, raised: Raising) -> bool:
    line = {int(pk) for pk in raised.to_unit.path.split(".") if pk}
    return any(post.role.code == LEADER and post.unit_id in line for post in standing.posts)


def theme_is_for(standing: Standing, theme: Theme, act: str) -> bool:
    """Reports are put in and taken out by those who handle them; the rest is for the owner too."""
    if act in {"belong", "leave"}:
        return standing.allows(Permission.HANDLE_INCIDENTS)
    handles = standing.allows(Permission.HANDLE_INCIDENTS, theme.unit_id)
    return handles or standing.person_id == theme.owner_id


def may_with_theme(standing: Standing, theme: Theme, act: str) -> bool:
    return states.may(THEME_MOVES, theme.state, act) and theme_is_for(standing, theme, act)


def takes(theme: Theme, incident: Incident) -> bool:
    """Whether the report may belong to the tema: there, and a case of its own."""
    case = incident.state != IncidentState.ASIDE
    return case and states.may(THEME_MOVES, theme.state, "belong") and belongs(theme, incident)


def is_light(incident: Incident) -> bool:
    """Whether the case may be finished as part of a tema, as far as it tells by itself."""
    waits = incident.state in {IncidentState.RECEIVED, IncidentState.EXAMINING}
    return waits and of_incidents.is_light(incident)
