"""How many of those who report hear what comes of it, as numbers of whole lines."""

from datetime import date, timedelta
from typing import NamedTuple

from styrk.core import clock
from styrk.core.asking import Ask

# Reports of the last quarter, but for the newest: nobody has had the time to answer those.
LATELY, TIME_TO_ANSWER = timedelta(days=97), timedelta(days=7)
# Fewer reports than this say nothing of a share, and could say something of a person.
FEWEST = 5


class Heard(NamedTuple):
    """Reports, and those of them whose reporter has heard more than that it was received."""

    reported: int
    heard: int

    @property
    def share(self) -> int | None:
        """In per cent; None where there are too few."""
        return 100 * self.heard // self.reported if self.reported >= FEWEST else None


def heard(path: str, on: date) -> Ask[Heard]:
    """Asks of the unit that `path` leads to and all below it.

    Reports about a leader, and those that went past the line, are in neither number.
    """
    until = clock.start_of(on - TIME_TO_ANSWER)
    facts = {"path": path, "since": clock.start_of(on - LATELY), "until": until}
    return Ask("SELECT * FROM incidents_heard(%(path)s, %(since)s, %(until)s)", facts, Heard)
