"""What people do with the board's meetings, packs, decisions and questions; each a line in the trail."""

from styrk.board.commands.following import (
    act_on_decision,
    answer_board,
    ask_leader,
    resolve,
    tell_board,
)
from styrk.board.commands.meetings import (
    add_item,
    hold_meeting,
    make_pack,
    plan_meeting,
    withdraw_item,
)

__all__ = [
    "act_on_decision",
    "add_item",
    "answer_board",
    "ask_leader",
    "hold_meeting",
    "make_pack",
    "plan_meeting",
    "resolve",
    "tell_board",
    "withdraw_item",
]
