"""Who may do what with an incident."""

from styrk.access.permissions import Permission
from styrk.access.queries import Standing
from styrk.core import states
from styrk.core.scope import Scope, current
from styrk.incidents.models import Incident, Statement
from styrk.incidents.states import MOVES, NOT_OF_WHISTLEBLOWING, Aside, State, is_serious


def sees_case(standing: Standing, incident: Incident) -> bool:
    """All of the case, not only the report. What the database knows of it comes with `queries.incident`."""
    shared: bool = incident.shared  # type: ignore[attr-defined]
    recused: bool = incident.recused  # type: ignore[attr-defined]
    return (in_line(standing.scope, incident) or shared) and not recused


def in_line(scope: Scope, incident: Incident) -> bool:
    """Whether it lies where this sight reaches; else it is seen by a grant alone."""
    return incident.responsible_unit_id in scope.units("incident") and not incident.past_line


def may_handle(standing: Standing, incident: Incident) -> bool:
    """Those who handle incidents where it lies, and those it is shared with to handle."""
    entrusted: bool = incident.entrusted  # type: ignore[attr-defined]
    allowed = standing.allows(Permission.HANDLE_INCIDENTS, incident.responsible_unit_id)
    return sees_case(standing, incident) and (allowed or entrusted)


def may(standing: Standing, incident: Incident, act: str) -> bool:
    if incident.aside_as == Aside.WHISTLEBLOWING and act in NOT_OF_WHISTLEBLOWING:
        return False
    return states.may(MOVES, incident.state, act) and may_handle(standing, incident)


def is_light(incident: Incident) -> bool:
    """Neither was it serious, nor could it have been."""
    return not is_serious(incident.harm_actual, incident.harm_possible)


def may_answer(standing: Standing, statement: Statement) -> bool:
    """Whoever holds the post at the unit that is asked."""
    return statement.unit_id in standing.scope.posts


def may_answer_for(unit_id: int) -> bool:
    """The same of a unit, for the person in scope."""
    return unit_id in current().posts


def may_be_answered(statement: Statement) -> bool:
    """Not twice, and not when it is withdrawn; a case that is concluded may still hear of it."""
    concluded = statement.incident.state == State.CONCLUDED
    return statement.is_waiting or (concluded and statement.answered_at is None)
