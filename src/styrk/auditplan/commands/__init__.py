"""What people do with a revisjonsplan. Every act is a step, and a line in the trail."""

from styrk.auditplan.commands.carrying import ask_for_line, ask_for_plan, begin_line
from styrk.auditplan.commands.deciding import approve_plan, recommend_plan, revise_plan
from styrk.auditplan.commands.wishing import answer_wish, cover_wish, take_in_wish, wish_for
from styrk.auditplan.commands.writing import (
    add_line,
    begin_plan,
    change_line,
    move_line,
    take_out_line,
)

__all__ = [
    "add_line",
    "answer_wish",
    "approve_plan",
    "ask_for_line",
    "ask_for_plan",
    "begin_line",
    "begin_plan",
    "change_line",
    "cover_wish",
    "move_line",
    "recommend_plan",
    "revise_plan",
    "take_in_wish",
    "take_out_line",
    "wish_for",
]
