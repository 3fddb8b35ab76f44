"""What people do with actions. Every act is a step, and a line in the trail."""

from styrk.actions.commands.decide import (
    change_deadline,
    drop_action,
    raise_action,
)
from styrk.actions.commands.effect import (
    carry_out,
    judge_effect,
)
from styrk.actions.commands.objecting import (
    answer_objection,
    object_to_action,
)
from styrk.actions.commands.owner import (
    hand_over_action,
)
from styrk.actions.refusals import (
    Answered,
    Impossible,
    NextActionMissing,
    NextDateMissing,
    OwnerIsRecused,
    ReasonMissing,
    ReviewBeforeAgreed,
    ReviewBeforeDue,
    ReviewTooFar,
    SameOwner,
    TooSoon,
)

__all__ = [
    "Answered",
    "Impossible",
    "NextActionMissing",
    "NextDateMissing",
    "OwnerIsRecused",
    "ReasonMissing",
    "ReviewBeforeAgreed",
    "ReviewBeforeDue",
    "ReviewTooFar",
    "SameOwner",
    "TooSoon",
    "answer_objection",
    "carry_out",
    "change_deadline",
    "drop_action",
    "hand_over_action",
    "judge_effect",
    "object_to_action",
    "raise_action",
]
