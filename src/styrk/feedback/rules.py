"""Who may do what with what was told."""

from styrk.access.permissions import Permission
from styrk.access.queries import Standing
from styrk.core import states
from styrk.feedback.models import Voice
from styrk.feedback.states import MOVES
from styrk.organisation.models import Unit


def may_tell(standing: Standing, unit: Unit) -> bool:
    """Whoever works in the trust may write down what somebody tells of one of its units."""
    return unit.legal_id in standing.trusts


def may_keep(standing: Standing, unit_id: int) -> bool:
    """Whoever answers what is told the unit: its own line and advisers."""
    return standing.allows(Permission.ANSWER_VOICES, unit_id)


def is_for(standing: Standing, voice: Voice, act: str) -> bool:
    """Whether the act is for this person, in any state. An answer is for one who waits for it."""
    if act == "answer" and not voice.answer_owed:
        return False
    if act == "assess" and voice.answer_owed:
        return False
    if act == "write_meanwhile" and not voice.answer_owed:
        return False
    return may_keep(standing, voice.held_by_id)


def may(standing: Standing, voice: Voice, act: str) -> bool:
    return states.may(MOVES, voice.state, act) and is_for(standing, voice, act)
