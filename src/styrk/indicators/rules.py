"""Who may see, keep, record and vouch for what is measured."""

from styrk.access.permissions import Permission
from styrk.access.queries import Standing
from styrk.actions import rules as actions
from styrk.actions.models import Action
from styrk.core import states
from styrk.core.scope import NONE, Units
from styrk.indicators.models import Indicator
from styrk.indicators.states import SEEING
from styrk.organisation.models import Unit


def may_see(standing: Standing, unit: Unit) -> bool:
    """One's own trust, the line below one, and the units above one's own."""
    if unit.legal_id in standing.trusts or standing.allows(Permission.SEE_INDICATORS, unit.pk):
        return True
    return any(post.path.startswith(unit.path) for post in standing.posts)


def may_see_line(standing: Standing, unit: Unit) -> bool:
    """Look at a unit with all below it: not a unit above one's own trust."""
    own = unit.legal_id in standing.trusts
    return own or standing.allows(Permission.SEE_INDICATORS, unit.pk)


def may_keep(standing: Standing, unit: Unit) -> bool:
    """Define indicators that the unit keeps, and set targets for it."""
    return standing.allows(Permission.KEEP_INDICATORS, unit.pk)


def may_set_target(standing: Standing, indicator: Indicator, unit: Unit | None) -> bool:
    """Whoever keeps the indicator; for a unit also whoever keeps indicators there."""
    keeps = standing.allows(Permission.KEEP_INDICATORS, indicator.unit_id)
    return keeps or (unit is not None and may_keep(standing, unit))


def may_record(standing: Standing, unit: Unit) -> bool:
    return standing.allows(Permission.RECORD_VALUES, unit.pk)


def recordable(standing: Standing) -> Units:
    """The units at which one may record values; for `record_values(within=...)`."""
    return standing.may.get(Permission.RECORD_VALUES, NONE)


def may_attest(standing: Standing, indicator: Indicator, unit: Unit) -> bool:
    """The indicator's owner, and whoever answers for the source: those who record at the unit."""
    return indicator.owner_id == standing.person_id or may_record(standing, unit)


def may_mark(standing: Standing, indicator: Indicator, unit: Unit) -> bool:
    """Decide about the chart of a series, and note what happened."""
    return indicator.owner_id == standing.person_id or may_keep(standing, unit)


def may_act(standing: Standing, unit: Unit) -> bool:
    """Decide an action from what a series of the unit tells."""
    return standing.allows(Permission.RAISE_ACTIONS, unit.pk)


def may_look(standing: Standing, action: Action, act: str) -> bool:
    """Choose the series by which one sees whether the action helped, and ask it: whoever works on it."""
    return states.may(SEEING, action.state, act) and actions.may_work_on(standing, action)
