"""Codes of what a series tells, kept and shown by these names."""

from enum import StrEnum

from styrk.indicators.spc import Assurance, Judgement

VARIATION = {
    Judgement.COMMON: "common",
    Judgement.IMPROVEMENT: "improvement",
    Judgement.CONCERN: "concern",
    Judgement.NEUTRAL_HIGH: "neutral_high",
    Judgement.NEUTRAL_LOW: "neutral_low",
}
ASSURANCE = {
    Assurance.NONE: "",
    Assurance.PASS: "pass",
    Assurance.INCONSISTENT: "inconsistent",
    Assurance.FAIL: "fail",
}


class Signals(StrEnum):
    """What signals in a chart as it stands: in the newest part, and for points at the newest point.

    Trends, two in three, and runs that are over are no longer told; reports that are frozen have them.
    """

    OUTSIDE_HIGH = "outside_high"
    OUTSIDE_LOW = "outside_low"
    LONG_RUN = "long_run"
    FEW_CROSSINGS = "few_crossings"
    TREND_UP = "trend_up"
    TREND_DOWN = "trend_down"
    TWO_IN_THREE_HIGH = "two_in_three_high"
    TWO_IN_THREE_LOW = "two_in_three_low"
    SHIFT_HIGH = "shift_high"
    SHIFT_LOW = "shift_low"
