"""What people do with the yearly report to kommunestyret. Every act is a step, and a line in the trail."""

from styrk.yearly.commands.sending import (
    add_addendum,
    ask_for_yearly,
    note_treatment,
    send_yearly,
    tell_council,
)
from styrk.yearly.commands.writing import begin_yearly, gather_again, write_part
from styrk.yearly.refusals import (
    Begun,
    Impossible,
    NoAuthority,
    NobodyFollows,
    NotAYear,
    NotKommune,
    NotYet,
    PartMissing,
    Passed,
    ReasonMissing,
    UnknownPart,
)

__all__ = [
    "Begun",
    "Impossible",
    "NoAuthority",
    "NobodyFollows",
    "NotAYear",
    "NotKommune",
    "NotYet",
    "PartMissing",
    "Passed",
    "ReasonMissing",
    "UnknownPart",
    "add_addendum",
    "ask_for_yearly",
    "begin_yearly",
    "gather_again",
    "note_treatment",
    "send_yearly",
    "tell_council",
    "write_part",
]
