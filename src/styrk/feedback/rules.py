"""Who may do what with what was told."""

from datetime import date

from styrk.access.permissions import Permission
from styrk.access.queries import Standing
from styrk.access.roles import BOARD_CHAIR, LEADER
from styrk.core import states
from styrk.feedback.models import Hearing, Voice
from styrk.feedback.states import HEARING_MOVES, MOVES
from styrk.feedback.types import Above
from styrk.organisation.models import Person, Unit
from styrk.organisation.queries import holder_of


def may_tell(standing: Standing, unit: Unit) -> bool:
    """Whoever works in the trust may write down what somebody tells of one of its units."""
    return unit.legal_id in standing.trusts


def may_keep(standing: Standing, unit_id: int) -> bool:
    """Whoever answers what is told the unit: its own line and advisers."""
    return standing.allows(Permission.ANSWER_VOICES, unit_id)


def above(unit: Unit, on: date) -> Above:
    """Who has it, where it is about the leader there: never that leader."""
    if unit.parent is not None and unit.pk != unit.legal_id:
        return Above.LEADER
    return Above.CHAIR if holder_of(unit, BOARD_CHAIR.code, on) else Above.NOBODY


def may_handle(standing: Standing, voice: Voice) -> bool:
    """Whoever answers what is told the unit that has it; past the top leader the board's chair alone."""
    if voice.past_line:
        return voice.held_by_id in standing.scope.chairs
    return may_keep(standing, voice.held_by_id)


def led_by(voice: Voice, on: date) -> list[Person]:
    """Those whom it is about, where it goes past them: whoever leads the trust."""
    return holder_of(voice.held_by, LEADER.code, on) if voice.past_line else []


def is_for(standing: Standing, voice: Voice, act: str) -> bool:
    """Whether the act is for this person, in any state. An answer is for one who waits for it."""
    if act == "answer" and not voice.answer_owed:
        return False
    if act == "assess" and voice.answer_owed:
        return False
    if act == "write_meanwhile" and not voice.answer_owed:
        return False
    if act == "hand_over" and voice.past_line:
        return False
    return may_handle(standing, voice)


def is_for_hearing(standing: Standing, hearing: Hearing, _act: str) -> bool:
    return may_keep(standing, hearing.unit_id)


def may_on_hearing(standing: Standing, hearing: Hearing, act: str) -> bool:
    return states.may(HEARING_MOVES, hearing.state, act) and may_keep(standing, hearing.unit_id)


def may(standing: Standing, voice: Voice, act: str) -> bool:
    return states.may(MOVES, voice.state, act) and is_for(standing, voice, act)
