"""Cases, their duties and clocks: the guarded door. The database refuses what is out of sight."""

from styrk.serious.queries.cases import (
    event,
    event_of,
    locked,
    notice,
    obligation,
    titles,
    titles_of_notices,
)
from styrk.serious.queries.clocks import (
    MOST,
    Duty,
    Figures,
    Running,
    duties_of,
    figures,
    latest,
    running,
)
from styrk.serious.queries.sweeping import moved, to_open, to_warn

__all__ = [
    "MOST",
    "Duty",
    "Figures",
    "Running",
    "duties_of",
    "event",
    "event_of",
    "figures",
    "latest",
    "locked",
    "moved",
    "notice",
    "obligation",
    "running",
    "titles",
    "titles_of_notices",
    "to_open",
    "to_warn",
]
