"""What is done in a case of statutory notices. Every act is a step, and a line in the trail."""

from styrk.serious.commands.answering import answer_questions, open_event
from styrk.serious.commands.calling import decline_call, go_on, receive_call
from styrk.serious.commands.filing import (
    add_addendum,
    correct_entry,
    send_report,
    write_entry,
)
from styrk.serious.commands.identifying import (
    correct_identity,
    delete_identity,
    open_identity,
    reseal_identity,
    write_identity,
)
from styrk.serious.commands.judging import judge_obligation
from styrk.serious.commands.rotas import begin_rota, change_rota, end_rota, write_week
from styrk.serious.commands.sending import mark_sent, take_back_sent
from styrk.serious.commands.watching import move_duties, warn

__all__ = [
    "add_addendum",
    "answer_questions",
    "begin_rota",
    "change_rota",
    "correct_entry",
    "correct_identity",
    "decline_call",
    "delete_identity",
    "end_rota",
    "go_on",
    "judge_obligation",
    "mark_sent",
    "move_duties",
    "open_event",
    "open_identity",
    "receive_call",
    "reseal_identity",
    "send_report",
    "take_back_sent",
    "warn",
    "write_entry",
    "write_identity",
    "write_week",
]
