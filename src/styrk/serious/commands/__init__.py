"""What is done in a case of statutory notices. Every act is a step, and a line in the trail."""

from styrk.serious.commands.answering import answer_questions, open_event
from styrk.serious.commands.judging import judge_obligation
from styrk.serious.commands.sending import mark_sent, take_back_sent
from styrk.serious.commands.watching import move_duties, warn

__all__ = [
    "answer_questions",
    "judge_obligation",
    "mark_sent",
    "move_duties",
    "open_event",
    "take_back_sent",
    "warn",
]
