"""Every change of the organisation. A command refuses by raising a Refused with words for the reader.

All of them work one at a time (they share one row), so that two moves cannot make a circle between
them. The records they are given are brought up to date.
"""

from styrk.organisation.commands.people import (
    change_person,
    record_departure,
    record_return,
    register_person,
    take_back_departure,
)
from styrk.organisation.commands.posts import (
    appoint,
    end_appointment,
    end_deputyship,
    name_deputy,
)
from styrk.organisation.commands.refusals import (
    CodeTaken,
    EndsAlready,
    EndsTooEarly,
    Gone,
    HasPostsLater,
    HasUnits,
    HeldLater,
    InTheFuture,
    IsHere,
    MissingText,
    NotAnOrganisationNumber,
    NotGone,
    NotInForce,
    NumberTaken,
    OtherTrust,
    Overlap,
    OwnDeparture,
    Refused,
    TooEarly,
    UnderItself,
)
from styrk.organisation.commands.revision import changing, wait_for_others
from styrk.organisation.commands.units import end_unit, found_unit, move_unit, rename_unit

__all__ = [
    "CodeTaken",
    "EndsAlready",
    "EndsTooEarly",
    "Gone",
    "HasPostsLater",
    "HasUnits",
    "HeldLater",
    "InTheFuture",
    "IsHere",
    "MissingText",
    "NotAnOrganisationNumber",
    "NotGone",
    "NotInForce",
    "NumberTaken",
    "OtherTrust",
    "Overlap",
    "OwnDeparture",
    "Refused",
    "TooEarly",
    "UnderItself",
    "appoint",
    "change_person",
    "changing",
    "end_appointment",
    "end_deputyship",
    "end_unit",
    "found_unit",
    "move_unit",
    "name_deputy",
    "record_departure",
    "record_return",
    "register_person",
    "rename_unit",
    "take_back_departure",
    "wait_for_others",
]
