"""Who may do what with a case in the committee: its members, those who handle the incident, those who are advised."""

from styrk.access.queries import Standing
from styrk.committee.models import Advice, CommitteeCase
from styrk.committee.states import ADVICE_MOVES, MOVES
from styrk.core import states
from styrk.incidents import rules as of_incidents
from styrk.incidents.models import Incident
from styrk.incidents.states import Kind
from styrk.incidents.states import State as IncidentState
from styrk.organisation.rules import LEADER


def is_patients(incident: Incident) -> bool:
    """Whether the law gives the committee a say: it is not of the staff alone."""
    return incident.kind != Kind.STAFF


def takes(incident: Incident) -> bool:
    open_case = incident.state != IncidentState.ASIDE and not incident.past_line
    return open_case and is_patients(incident)


def sits(standing: Standing, unit_id: int) -> bool:
    return unit_id in standing.scope.committees


def may_lay(standing: Standing, incident: Incident) -> bool:
    return takes(incident) and of_incidents.may_handle(standing, incident)


def is_for(standing: Standing, case: CommitteeCase, act: str) -> bool:
    """To take it back is for the one who laid it there; the rest is the committee's."""
    if act == "withdraw" and case.laid_by_id is not None:
        return standing.person_id == case.laid_by_id
    return sits(standing, case.unit_id)


def may(standing: Standing, case: CommitteeCase, act: str) -> bool:
    return states.may(MOVES, case.state, act) and is_for(standing, case, act)


def advice_is_for(standing: Standing, advice: Advice, act: str) -> bool:
    """Answered, and followed with actions, by who leads the unit that is advised."""
    if act == "withdraw":
        return sits(standing, advice.case.unit_id)
    return any(p.role.code == LEADER and p.unit_id == advice.to_unit_id for p in standing.posts)


def may_with_advice(standing: Standing, advice: Advice, act: str) -> bool:
    return states.may(ADVICE_MOVES, advice.state, act) and advice_is_for(standing, advice, act)
