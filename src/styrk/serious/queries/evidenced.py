"""How it went with the clocks that ran out, of a unit and all below it: numbers alone."""

from datetime import date
from typing import NamedTuple

from styrk.core.asking import Ask
from styrk.incidents.notices import duties


class Kept(NamedTuple):
    """Notices that fell due: sent in time, and not sent yet; so also meetings offered, and reports."""

    due: int
    in_time: int
    unsent: int
    offers: int
    offered: int
    reports: int
    reported: int


def kept(path: str, since: date, on: date) -> Ask[Kept]:
    """From `since` and before `on`, by when each ran out."""
    personal = [one.code for one in duties() if all(s.bound == "person" for s in one.steps)]
    return Ask("SELECT * FROM serious_evidence(%s, %s, %s, %s)", [path, since, on, personal], Kept)
