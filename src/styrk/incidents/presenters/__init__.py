"""Words and colours: what a step says to the reporter and to the handler, and how bad is bad."""

from styrk.incidents.presenters.history import added, history
from styrk.incidents.presenters.marks import (
    HARM_COLORS,
    STATE_COLORS,
    about_tags,
    aside,
    harm_label,
    harm_tag,
    kind_label,
    lies_with,
    list_of,
    state_tag,
)
from styrk.incidents.presenters.timeline import timeline

__all__ = [
    "HARM_COLORS",
    "STATE_COLORS",
    "about_tags",
    "added",
    "aside",
    "harm_label",
    "harm_tag",
    "history",
    "kind_label",
    "lies_with",
    "list_of",
    "state_tag",
    "timeline",
]
