"""What people do with the board's meetings, packs, decisions and questions; each a line in the trail."""

from styrk.board.commands.following import (
    act_on_decision,
    answer_board,
    ask_leader,
    correct_decision,
    resolve,
    tell_board,
)
from styrk.board.commands.meetings import (
    add_item,
    call_off_meeting,
    change_item,
    hold_meeting,
    make_pack,
    move_item_up,
    move_meeting,
    plan_meeting,
    put_plan_on_agenda,
    put_report_on_agenda,
    withdraw_item,
)

__all__ = [
    "act_on_decision",
    "add_item",
    "answer_board",
    "ask_leader",
    "call_off_meeting",
    "change_item",
    "correct_decision",
    "hold_meeting",
    "make_pack",
    "move_item_up",
    "move_meeting",
    "plan_meeting",
    "put_plan_on_agenda",
    "put_report_on_agenda",
    "resolve",
    "tell_board",
    "withdraw_item",
]
