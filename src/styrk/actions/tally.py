"""Numbers of actions that cost the same to read however many there are."""

from collections.abc import Mapping

from styrk.core import tallies
from styrk.core.asking import Ask
from styrk.core.tallies import Span

NAME, LINE = "actions_tally", "actions_linetally"


def figures(path: str, spans: Mapping[str, Span]) -> Ask[dict[str, int]]:
    """Asks for numbers of the unit that `path` leads to and all below it.

    Nothing that is kept from the person in scope is in them: they agree with that person's lists.
    """
    return tallies.figures(NAME, LINE, path, spans, hides=True)


def compact_tally() -> int:
    """Add new rows together; gives how many. Safe while others act and while others compact."""
    return tallies.compact(NAME)
