"""Words and colours."""

from styrk.patterns.presenters.alike import choice, dismissed, fit, listed_choice, proposed, reason
from styrk.patterns.presenters.groups import (
    Drawn,
    answered,
    drawn,
    history,
    raised_mark,
    some,
    state_mark,
    taken,
    worst,
)
from styrk.patterns.presenters.themes import charted, theme_history, theme_mark, theme_state_mark

__all__ = [
    "Drawn",
    "answered",
    "charted",
    "choice",
    "dismissed",
    "drawn",
    "fit",
    "history",
    "listed_choice",
    "proposed",
    "raised_mark",
    "reason",
    "some",
    "state_mark",
    "taken",
    "theme_history",
    "theme_mark",
    "theme_state_mark",
    "worst",
]
