"""Cases, their duties and clocks: the guarded door. The database refuses what is out of sight."""

from styrk.serious.queries.cases import (
    event,
    event_of,
    happened,
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
from styrk.serious.queries.files import drafted, entry, file, report
from styrk.serious.queries.sweeping import moved, to_open, to_warn
from styrk.serious.queries.watching import (
    call,
    coming,
    rota,
    rotas,
    rotas_for,
    shifts,
    unanswered,
    units_to_keep,
)

__all__ = [
    "MOST",
    "Duty",
    "Figures",
    "Running",
    "call",
    "coming",
    "drafted",
    "duties_of",
    "entry",
    "event",
    "event_of",
    "figures",
    "file",
    "happened",
    "latest",
    "locked",
    "moved",
    "notice",
    "obligation",
    "report",
    "rota",
    "rotas",
    "rotas_for",
    "running",
    "shifts",
    "titles",
    "titles_of_notices",
    "to_open",
    "to_warn",
    "unanswered",
    "units_to_keep",
]
