"""Who may do what with a goal."""

from styrk.access.permissions import Permission
from styrk.access.queries import Standing
from styrk.actions.models import Objection
from styrk.core import states
from styrk.goals.models import Goal
from styrk.goals.states import MOVES

OF_THE_OWNER = {"follow", "reach"}


def may_set(standing: Standing, unit_id: int) -> bool:
    """Whoever answers for the unit: its own line and advisers."""
    return standing.allows(Permission.ANSWER_REQUIREMENTS, unit_id)


def is_for(standing: Standing, goal: Goal, act: str) -> bool:
    """Whether the act is for this person to do, whatever state the goal is in.

    Everyone in the trust is affected by its goals, and may say that one does not work.
    """
    if act == "object":
        return goal.trust_id in standing.trusts
    owns = goal.owner_id == standing.person_id and act in OF_THE_OWNER
    return owns or may_set(standing, goal.unit_id)


def may(standing: Standing, goal: Goal, act: str) -> bool:
    return states.may(MOVES, goal.state, act) and is_for(standing, goal, act)


def may_answer(standing: Standing, objection: Objection) -> bool:
    """Whoever was asked, and those who answer for the unit."""
    return objection.asked_id == standing.person_id or may_set(standing, objection.unit_id)
