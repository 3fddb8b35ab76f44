"""The forskriftskart in words, colours and shapes."""

from styrk.overview.forskriftskart.presenters.below import standing_below
from styrk.overview.forskriftskart.presenters.history import history
from styrk.overview.forskriftskart.presenters.rows import (
    STATUSES,
    Viewed,
    address,
    anchor,
    line_of,
    parts,
    row,
    summary,
    way_to,
)

__all__ = [
    "STATUSES",
    "Viewed",
    "address",
    "anchor",
    "history",
    "line_of",
    "parts",
    "row",
    "standing_below",
    "summary",
    "way_to",
]
