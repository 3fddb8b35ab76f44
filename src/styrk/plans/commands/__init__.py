"""What people do with plans. Every act is a step, and a line in the trail."""

from styrk.plans.commands.approving import approve_plan, note_hearing, revise_plan
from styrk.plans.commands.building import drop_ground, note_ground
from styrk.plans.commands.objecting import answer_objection, object_to_item
from styrk.plans.commands.signals import tell_progress
from styrk.plans.commands.writing import (
    adapt_item,
    add_item,
    begin_plan,
    defer_item,
    keep_items,
    move_item,
    take_out_item,
)
from styrk.plans.refusals import (
    Begun,
    DayPassed,
    Empty,
    Impossible,
    InThePlan,
    NoAuthority,
    NotHeard,
    NotHere,
    NothingToAdd,
    NotNewest,
    NotWaiting,
    ReasonMissing,
    Undecided,
    Unfunded,
)

__all__ = [
    "Begun",
    "DayPassed",
    "Empty",
    "Impossible",
    "InThePlan",
    "NoAuthority",
    "NotHeard",
    "NotHere",
    "NotNewest",
    "NotWaiting",
    "NothingToAdd",
    "ReasonMissing",
    "Undecided",
    "Unfunded",
    "adapt_item",
    "add_item",
    "answer_objection",
    "approve_plan",
    "begin_plan",
    "defer_item",
    "drop_ground",
    "keep_items",
    "move_item",
    "note_ground",
    "note_hearing",
    "object_to_item",
    "revise_plan",
    "take_out_item",
    "tell_progress",
]
