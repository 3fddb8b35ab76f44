"""Who reads what a board is shown, who prepares it, who sits in the board, and who answers it."""

from styrk.access.permissions import Permission
from styrk.access.queries import Standing
from styrk.access.roles import BOARD_CHAIR, BOARD_MEMBER, LEADER
from styrk.board.models import BoardQuestion, Decision, Item, Meeting
from styrk.board.states import DECISION, MEETING, QUESTION
from styrk.core import states
from styrk.organisation.models import Unit

BOARD = (BOARD_CHAIR.code, BOARD_MEMBER.code)


def is_top(unit: Unit) -> bool:
    """The whole of an organisation, which has a board: helseforetak, regionalt helseforetak, kommune."""
    return unit.legal_id == unit.pk


def may_read(standing: Standing, unit_id: int) -> bool:
    """Those who read reports from the organisation: its board and leader, and its owner's."""
    return standing.allows(Permission.SEE_REPORTS, unit_id)


def reads_any(standing: Standing) -> bool:
    """Reads what the board of some organisation is shown: who leads a part of one reads none."""
    return any(may_read(standing, trust) for trust in standing.trusts)


def belongs(standing: Standing, unit_id: int) -> bool:
    """Is of the organisation itself: reads also what is closed, and what its registers name."""
    return unit_id in standing.trusts


def sits(standing: Standing, unit_id: int) -> bool:
    """Is a member of the board, or its chair."""
    return _holds(standing, unit_id, BOARD)


def may_keep(standing: Standing, unit_id: int) -> bool:
    """Plans meetings, makes packs and writes down decisions: the chair, the top leader, the adviser."""
    chairs = _holds(standing, unit_id, (BOARD_CHAIR.code,))
    return chairs or standing.allows(Permission.WRITE_REPORTS, unit_id)


def leads(standing: Standing, unit_id: int) -> bool:
    """Is the organisation's own top leader, or acts for that one."""
    return _holds(standing, unit_id, (LEADER.code,))


def _holds(standing: Standing, unit_id: int, roles: tuple[str, ...]) -> bool:
    return any(post.role.code in roles and post.unit_id == unit_id for post in standing.posts)


def keeps_meeting(standing: Standing, meeting: Meeting, _act: str) -> bool:
    return may_keep(standing, meeting.unit_id)


def may_meeting(standing: Standing, meeting: Meeting, act: str) -> bool:
    return states.may(MEETING, meeting.state, act) and keeps_meeting(standing, meeting, act)


def keeps_item(standing: Standing, item: Item, _act: str) -> bool:
    return may_keep(standing, item.meeting.unit_id)


def may_item(standing: Standing, item: Item, act: str) -> bool:
    if item.withdrawn_at is not None:
        return False
    return states.may(MEETING, item.meeting.state, act) and keeps_item(standing, item, act)


def follows(standing: Standing, decision: Decision, act: str) -> bool:
    """The owner, or the top leader, tells what came of it; actions are for those who may decide them."""
    unit_id = decision.item.meeting.unit_id
    if act == "add_action":
        return standing.allows(Permission.RAISE_ACTIONS, unit_id)
    return decision.owner_id == standing.person_id or leads(standing, unit_id)


def may_follow(standing: Standing, decision: Decision, act: str) -> bool:
    return states.may(DECISION, decision.state, act) and follows(standing, decision, act)


def answers(standing: Standing, question: BoardQuestion, _act: str) -> bool:
    return leads(standing, question.unit_id)


def may_answer(standing: Standing, question: BoardQuestion, act: str) -> bool:
    return states.may(QUESTION, question.state, act) and answers(standing, question, act)
