"""What people say of the items of a map. Every act is a version that stands, and a line in the trail."""

from styrk.compliance.commands.fitting import choose_profile, switch_off, switch_on
from styrk.compliance.commands.judging import judge, take_back
from styrk.compliance.commands.looking import look_through
from styrk.compliance.commands.practising import describe, leave_to_above
from styrk.compliance.commands.refusals import (
    AsBefore,
    DayOver,
    Impossible,
    NoSuchRule,
    NothingThere,
    NotWhole,
    ReasonMissing,
    TooLong,
)
from styrk.compliance.record import UnknownItem

__all__ = [
    "AsBefore",
    "DayOver",
    "Impossible",
    "NoSuchRule",
    "NotWhole",
    "NothingThere",
    "ReasonMissing",
    "TooLong",
    "UnknownItem",
    "choose_profile",
    "describe",
    "judge",
    "leave_to_above",
    "look_through",
    "switch_off",
    "switch_on",
    "take_back",
]
