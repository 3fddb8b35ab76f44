"""Who may do what with an action, and when one looks whether it worked."""

from datetime import date, timedelta

from styrk.access.permissions import Permission
from styrk.access.queries import Standing
from styrk.actions.models import Action
from styrk.actions.states import MOVES
from styrk.core import states


def may_work_on(standing: Standing, action: Action) -> bool:
    """The owner, and whoever may decide actions at its unit."""
    return action.owner_id == standing.person_id or standing.allows(
        Permission.RAISE_ACTIONS, action.unit_id
    )


def may(standing: Standing, action: Action, act: str) -> bool:
    return states.may(MOVES, action.state, act) and may_work_on(standing, action)


def default_review(due: date) -> date:
    """When one looks if nobody says otherwise: three months after the deadline."""
    return due + timedelta(days=90)
