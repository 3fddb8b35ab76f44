"""What people do with ledelsens gjennomgang. Every act is a step, and a line in the trail."""

from styrk.appraisal.commands.extending import extend_appraisals
from styrk.appraisal.commands.hearing import (
    correct_participant,
    note_participant,
    remove_participant,
)
from styrk.appraisal.commands.signing import add_addendum, sign_appraisal
from styrk.appraisal.commands.writing import (
    begin_appraisal,
    decide_action,
    drop_appraisal,
    gather_again,
    judge_item,
    judge_letters,
    write_input,
    write_words,
)
from styrk.appraisal.refusals import (
    Alone,
    Begun,
    Impossible,
    NoAuthority,
    NobodyHolds,
    NotTop,
    NotYet,
    PartMissing,
    ReasonMissing,
    UnknownItem,
)

__all__ = [
    "Alone",
    "Begun",
    "Impossible",
    "NoAuthority",
    "NobodyHolds",
    "NotTop",
    "NotYet",
    "PartMissing",
    "ReasonMissing",
    "UnknownItem",
    "add_addendum",
    "begin_appraisal",
    "correct_participant",
    "decide_action",
    "drop_appraisal",
    "extend_appraisals",
    "gather_again",
    "judge_item",
    "judge_letters",
    "note_participant",
    "remove_participant",
    "sign_appraisal",
    "write_input",
    "write_words",
]
