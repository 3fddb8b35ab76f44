"""A series on the page of a record that it measures."""

from typing import Any

from styrk.indicators.presenters.figures import period_words, value_words
from styrk.indicators.presenters.telling import told
from styrk.indicators.queries.measures import Measured


def measured_row(one: Measured) -> dict[str, Any]:
    """What `indicators/measured.html` draws."""
    signal, definition = one.signal, one.definition
    return {
        "measured": one,
        "told": told(signal, None, definition.direction),
        "latest": value_words(definition, signal.figure if signal else None),
        "period": period_words(definition, signal.period) if signal and signal.period else "",
        "target": "" if one.target is None else value_words(definition, one.target),
    }
