"""Seeing like reports as one, answering all who reported, and raising it up the line."""

from styrk.patterns.commands.gathering import (
    answer_reporters,
    begin_group,
    end_group,
    go_on,
    join_group,
    leave_group,
)
from styrk.patterns.commands.proposing import dismiss_proposal, take_up_proposal
from styrk.patterns.commands.raising import (
    agree_to_raised,
    decline_raised,
    raise_further,
    raise_group,
    withdraw_raised,
)

__all__ = [
    "agree_to_raised",
    "answer_reporters",
    "begin_group",
    "decline_raised",
    "dismiss_proposal",
    "end_group",
    "go_on",
    "join_group",
    "leave_group",
    "raise_further",
    "raise_group",
    "take_up_proposal",
    "withdraw_raised",
]
