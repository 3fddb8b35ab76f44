"""Every act on reports."""

from styrk.review.commands.refusals import (
    Answered,
    BeforeSent,
    Changed,
    Impossible,
    NotAnswered,
    NotAPeriod,
    NotASection,
    NotOver,
    NotWritten,
    NotYet,
    ReasonMissing,
    Unchanged,
)
from styrk.review.commands.sending import (
    answer_question,
    correct_report,
    give_up_correction,
    let_stand,
    send_back,
    submit_report,
)
from styrk.review.commands.showing import add_supplement, present_version
from styrk.review.commands.writing import ask_for_section, begin_report, write_words

__all__ = [
    "Answered",
    "BeforeSent",
    "Changed",
    "Impossible",
    "NotAPeriod",
    "NotASection",
    "NotAnswered",
    "NotOver",
    "NotWritten",
    "NotYet",
    "ReasonMissing",
    "Unchanged",
    "add_supplement",
    "answer_question",
    "ask_for_section",
    "begin_report",
    "correct_report",
    "give_up_correction",
    "let_stand",
    "present_version",
    "send_back",
    "submit_report",
    "write_words",
]
