"""What is done with signals and rules. Every act is a step, and a line in the trail."""

from styrk.intervention.commands.following import (
    find_no_ground,
    follow_up,
    report_back,
    take_over,
)
from styrk.intervention.commands.hearing import (
    answer_signal,
    go_on,
    lift_signal,
    open_signals,
    pass_on,
)
from styrk.intervention.commands.keeping import end_signal, lock_signals
from styrk.intervention.commands.switching import switch_off, switch_on

__all__ = [
    "answer_signal",
    "end_signal",
    "find_no_ground",
    "follow_up",
    "go_on",
    "lift_signal",
    "lock_signals",
    "open_signals",
    "pass_on",
    "report_back",
    "switch_off",
    "switch_on",
    "take_over",
]
