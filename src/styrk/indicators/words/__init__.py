"""What the control charts find, said in words: short, and with what it means for whom reads it.

No word of statistics stands without saying what it is.
"""

from styrk.indicators.words.advice import advised, chart_name, reason
from styrk.indicators.words.effects import caution, effect, estimate, short_verdict, verdict
from styrk.indicators.words.others import aside, of_causes, of_ranges, of_smooth, of_sums
from styrk.indicators.words.proposals import proposed_exclusion, proposed_freeze, proposed_split
from styrk.indicators.words.ranking import expected_by_chance, ranked, stands_out
from styrk.indicators.words.signals import (
    assurance,
    cause,
    earlier_outside,
    few_crossings,
    long_run,
    nothing_stands_out,
    outside,
    several_outside,
    signals,
    too_few,
    variation,
)

__all__ = [
    "advised",
    "aside",
    "assurance",
    "cause",
    "caution",
    "chart_name",
    "earlier_outside",
    "effect",
    "estimate",
    "expected_by_chance",
    "few_crossings",
    "long_run",
    "nothing_stands_out",
    "of_causes",
    "of_ranges",
    "of_smooth",
    "of_sums",
    "outside",
    "proposed_exclusion",
    "proposed_freeze",
    "proposed_split",
    "ranked",
    "reason",
    "several_outside",
    "short_verdict",
    "signals",
    "stands_out",
    "too_few",
    "variation",
    "verdict",
]
