"""What people say of the items of a map. Every act is a version that stands, and a line in the trail."""

from styrk.compliance.commands.judging import judge, take_back
from styrk.compliance.commands.practising import describe, leave_to_above
from styrk.compliance.commands.refusals import (
    DayOver,
    Impossible,
    NothingThere,
    ReasonMissing,
    TooLong,
)
from styrk.compliance.record import UnknownItem

__all__ = [
    "DayOver",
    "Impossible",
    "NothingThere",
    "ReasonMissing",
    "TooLong",
    "UnknownItem",
    "describe",
    "judge",
    "leave_to_above",
    "take_back",
]
