"""What people do with goals. Every act is a step, and a line in the trail."""

from styrk.actions.refusals import Answered
from styrk.goals.commands.following import act_on_goal, drop_goal, follow_goal, reach_goal
from styrk.goals.commands.objecting import answer_objection, object_to
from styrk.goals.commands.setting import agree_goal, change_goal, set_goal
from styrk.goals.refusals import (
    Impossible,
    NotHere,
    NotTowardsIt,
    ReasonMissing,
    TargetMissing,
    YearsBackwards,
)

__all__ = [
    "Answered",
    "Impossible",
    "NotHere",
    "NotTowardsIt",
    "ReasonMissing",
    "TargetMissing",
    "YearsBackwards",
    "act_on_goal",
    "agree_goal",
    "answer_objection",
    "change_goal",
    "drop_goal",
    "follow_goal",
    "object_to",
    "reach_goal",
    "set_goal",
]
