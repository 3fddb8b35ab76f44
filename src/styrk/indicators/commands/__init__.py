"""What people do with indicators. Every act is a line in the trail; many values at once are one act."""

from styrk.indicators.commands.defining import (
    define_indicator,
    describe_indicator,
    retire_indicator,
    revise_definition,
    set_target,
)
from styrk.indicators.commands.effects import (
    act_on_series,
    ask_effect,
    measure_action,
    stop_measuring_action,
)
from styrk.indicators.commands.linking import (
    measure_goal,
    stop_measuring_goal,
)
from styrk.indicators.commands.loop import follow_loop
from styrk.indicators.commands.marking import (
    annotate,
    attest,
    mark_series,
    withdraw_annotation,
    withdraw_mark,
)
from styrk.indicators.commands.proposals import decline_proposal
from styrk.indicators.commands.recording import (
    correct_value,
    receive_values,
    record_values,
    take_back_value,
)
from styrk.indicators.commands.registering import register_values
from styrk.indicators.refusals import (
    AlreadyLinked,
    AlreadyMarked,
    CodeTaken,
    Impossible,
    NotAPeriod,
    NotBelow,
    NotDefinable,
    NothingThere,
    ReasonMissing,
    Retired,
    ValuesStand,
    Withdrawn,
)
from styrk.indicators.types import ValuesRefused

__all__ = [
    "AlreadyLinked",
    "AlreadyMarked",
    "CodeTaken",
    "Impossible",
    "NotAPeriod",
    "NotBelow",
    "NotDefinable",
    "NothingThere",
    "ReasonMissing",
    "Retired",
    "ValuesRefused",
    "ValuesStand",
    "Withdrawn",
    "act_on_series",
    "annotate",
    "ask_effect",
    "attest",
    "correct_value",
    "decline_proposal",
    "define_indicator",
    "describe_indicator",
    "follow_loop",
    "mark_series",
    "measure_action",
    "measure_goal",
    "receive_values",
    "record_values",
    "register_values",
    "retire_indicator",
    "revise_definition",
    "set_target",
    "stop_measuring_action",
    "stop_measuring_goal",
    "take_back_value",
    "withdraw_annotation",
    "withdraw_mark",
]
