"""Numbers of what was told that cost the same to read however much there is."""

from collections.abc import Mapping

from styrk.core import tallies
from styrk.core.asking import Ask
from styrk.core.tallies import Span

NAME, LINE = "feedback_tally", "feedback_linetally"


def figures(path: str, spans: Mapping[str, Span]) -> Ask[dict[str, int]]:
    """Asks for numbers of the unit that `path` leads to and all below it."""
    return tallies.figures(NAME, LINE, path, spans)


def compact_tally() -> int:
    """Add new rows together; gives how many. Safe while others act and while others compact."""
    return tallies.compact(NAME)
