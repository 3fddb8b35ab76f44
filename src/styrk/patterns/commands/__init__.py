"""Seeing like reports as one, answering all who reported, raising it up the line, and temas."""

from styrk.patterns.commands.gathering import (
    answer_reporters,
    begin_group,
    end_group,
    go_on,
    join_group,
    leave_group,
    take_new,
)
from styrk.patterns.commands.proposing import dismiss_proposal, take_up_proposal
from styrk.patterns.commands.raising import (
    agree_to_raised,
    decline_raised,
    raise_further,
    raise_group,
    withdraw_raised,
)
from styrk.patterns.commands.themes import (
    add_measure,
    begin_theme,
    belong,
    change_theme,
    leave_theme,
    rest_theme,
    review_theme,
    wake_theme,
)

__all__ = [
    "add_measure",
    "agree_to_raised",
    "answer_reporters",
    "begin_group",
    "begin_theme",
    "belong",
    "change_theme",
    "decline_raised",
    "dismiss_proposal",
    "end_group",
    "go_on",
    "join_group",
    "leave_group",
    "leave_theme",
    "raise_further",
    "raise_group",
    "rest_theme",
    "review_theme",
    "take_new",
    "take_up_proposal",
    "wake_theme",
    "withdraw_raised",
]
