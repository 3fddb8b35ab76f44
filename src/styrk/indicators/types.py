"""What goes in and out of the recording of values."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

# Codes of what waits for people.
REPORT = "indicators_report"
VOUCH = "indicators_vouch"
DECIDE = "indicators_decide"
# Names of what Styrk itself counts, in a definition's `computed`. Each app counts what is its own.
EFFECT_KNOWN = "actions_effect_known"  # a proportion
ACTIONS_LATE = "actions_late"  # a count
FEEDBACK_DAYS = "incidents_feedback_days"  # a mean
PER_BED_DAYS = "incidents_per_bed_days"  # a rate
INCIDENTS_LATE = "incidents_late"  # a count
DECISION_DAYS = "incidents_decision_days"  # a mean
CHANGE_DAYS = "incidents_change_days"  # a mean
REPORTERS_ANSWERED = "incidents_reporters_answered"  # a proportion
COMPUTED = (
    *(EFFECT_KNOWN, ACTIONS_LATE, FEEDBACK_DAYS, PER_BED_DAYS, INCIDENTS_LATE),
    *(DECISION_DAYS, CHANGE_DAYS, REPORTERS_ANSWERED),
)
# From a report to what came of it, in that order: shown to every leader and to the board.
LOOP = (FEEDBACK_DAYS, DECISION_DAYS, CHANGE_DAYS, REPORTERS_ANSWERED, EFFECT_KNOWN)
# What lies there on a day, or tells of a whole year: the newest says it, and months are never added up.
STOCKS = (EFFECT_KNOWN, ACTIONS_LATE, INCIDENTS_LATE, REPORTERS_ANSWERED)
# The code of the indicator whose values are the bed days of a unit.
BED_DAYS = "liggedogn"


@dataclass(frozen=True, slots=True)
class Value:
    """One value of a unit in a period (its first day). Without a numerator it is taken back.

    `reason` is needed where the unit has another value for the period.
    """

    indicator_id: int
    unit_id: int
    period: date
    numerator: Decimal | None
    denominator: Decimal | None = None
    of: str = "actual"
    reason: str = ""


class Why(StrEnum):
    """Why a value is refused."""

    UNKNOWN_INDICATOR = "unknown_indicator"
    RETIRED = "retired"  # the day it was retired
    NOT_DEFINED = "not_defined"  # the first day it is defined
    COUNTED_BY_STYRK = "counted_by_styrk"
    WRONG_PERIOD = "wrong_period"  # the rhythm
    FUTURE = "future"
    NOT_OVER = "not_over"  # the last day of the period
    UNKNOWN_UNIT = "unknown_unit"
    NOT_BELOW = "not_below"  # the unit that keeps the indicator
    NOT_YOURS = "not_yours"
    UNIT_ENDED = "unit_ended"
    NOT_A_NUMBER = "not_a_number"
    NO_DENOMINATOR = "no_denominator"
    ZERO_DENOMINATOR = "zero_denominator"
    NO_USE_OF_DENOMINATOR = "no_use_of_denominator"
    NEGATIVE = "negative"
    ABOVE_WHOLE = "above_whole"
    NOT_WHOLE = "not_whole"  # the number
    NOT_WHOLE_DENOMINATOR = "not_whole_denominator"  # the number
    TWICE = "twice"  # the position of the first
    TWO_VALUES = "two_values"  # the position of the first
    NOTHING_THERE = "nothing_there"
    NEEDS_REASON = "needs_reason"  # what stands, as numerator or numerator/denominator


@dataclass(frozen=True)
class Refused:
    """`position` of the value among those given, from 0."""

    position: int
    why: Why
    detail: str = ""


@dataclass(frozen=True)
class Recorded:
    """What came of it: numbers of values that are new, that correct another, and that stood already.

    `stood` is a digest of the values that were corrected.
    """

    new: int
    corrected: int
    unchanged: int
    refused: tuple[Refused, ...] = ()
    batch_id: int | None = None
    stood: str = ""


class ValuesRefused(ValueError):
    """Some values cannot be recorded; with `accept_valid` the others would be."""

    def __init__(self, refused: Sequence[Refused]) -> None:
        super().__init__(f"{len(refused)} refused: {', '.join(sorted({r.why for r in refused}))}")
        self.refused = tuple(refused)
