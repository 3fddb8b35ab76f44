"""What people do with what is told us. Every act is a line in the trail."""

from styrk.feedback.commands.council import lay_before, note_council, reply_to_council
from styrk.feedback.commands.handling import (
    act_on_voice,
    answer_voice,
    assess_voice,
    describe_voice,
    show_change,
    take_voice,
    tell_change,
    write_meanwhile,
)
from styrk.feedback.commands.keeping import judge_voices, set_entrance
from styrk.feedback.commands.moving import hand_over_voice
from styrk.feedback.commands.scoring import record_survey
from styrk.feedback.commands.telling import tell_us

__all__ = [
    "act_on_voice",
    "answer_voice",
    "assess_voice",
    "describe_voice",
    "hand_over_voice",
    "judge_voices",
    "lay_before",
    "note_council",
    "record_survey",
    "reply_to_council",
    "set_entrance",
    "show_change",
    "take_voice",
    "tell_change",
    "tell_us",
    "write_meanwhile",
]
