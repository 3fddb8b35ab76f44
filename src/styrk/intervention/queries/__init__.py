"""Signals as those they concern see them, the rules of an organisation, and what the board may be shown."""

from styrk.intervention.queries.reading import (
    FEWEST,
    NO_FIGURES,
    Figures,
    figures,
    locked,
    organisations,
    signal,
    signals_about,
    signals_above,
    signals_for_board,
    titles,
)
from styrk.intervention.queries.switches import (
    RuleHere,
    history_of,
    on_since,
    rules_of,
    switched_off,
    watched,
)

__all__ = [
    "FEWEST",
    "NO_FIGURES",
    "Figures",
    "RuleHere",
    "figures",
    "history_of",
    "locked",
    "on_since",
    "organisations",
    "rules_of",
    "signal",
    "signals_about",
    "signals_above",
    "signals_for_board",
    "switched_off",
    "titles",
    "watched",
]
