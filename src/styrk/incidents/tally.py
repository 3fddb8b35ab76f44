"""Numbers of incidents that cost the same to read however many there are."""

from collections.abc import Mapping
from datetime import date

from styrk.core import tallies
from styrk.core.asking import Ask
from styrk.core.tallies import Span
from styrk.incidents.states import WITHOUT_HARM, Harm, Kind

NAME, LINE = "incidents_tally", "incidents_linetally"
THEME, LINE_THEME = "incidents_theme", "incidents_linetheme"
# Those where something went wrong, and how bad it was ("" not said), in the order of a table.
KINDS = tuple(kind.value for kind in Kind if kind not in WITHOUT_HARM)
HARMS = (*Harm.values, "")


def figures(path: str, spans: Mapping[str, Span]) -> Ask[dict[str, int]]:
    """Asks for numbers of the unit that `path` leads to and all below it.

    Nothing that is kept from the person in scope is in them: they agree with that person's lists.
    """
    return tallies.figures(NAME, LINE, path, spans, hides=True)


def themes(path: str, since: date, before: date) -> Ask[list[list[int]]]:
    """Asks how many of each of KINDS did each of HARMS, reported from `since` and before `before`.

    In the unit that `path` leads to and all below it, by the first day of the month of report.
    """
    counts = [f"{kind}_{harm or 'unsaid'}" for kind in KINDS for harm in HARMS]
    spans = {count: Span(count, since, before) for count in counts}
    found = tallies.figures(THEME, LINE_THEME, path, spans)
    return Ask(found.sql, found.facts, lambda *numbers: _rows(numbers))


def _rows(numbers: tuple[int, ...]) -> list[list[int]]:
    wide = len(HARMS)
    return [list(map(int, numbers[at : at + wide])) for at in range(0, len(numbers), wide)]


def compact_tally() -> int:
    """Add new rows together; gives how many. Safe while others report and while others compact."""
    tallies.compact(THEME)
    return tallies.compact(NAME)
