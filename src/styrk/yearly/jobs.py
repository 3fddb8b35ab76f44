"""The night's sweep: kommuner whose year is over, and kommunestyret has heard nothing of it."""

from datetime import datetime

from styrk.core import clock, scope
from styrk.core.jobs import EVERY_NIGHT, periodic
from styrk.yearly import queries
from styrk.yearly.commands import ask_for_yearly


@periodic(EVERY_NIGHT)
def ask_for_yearly_reports(now: datetime) -> None:
    """A duty for each kommunedirektør who has not reported of the year that is over (§ 25-2)."""
    today = clock.day(now)
    with scope.acting(scope.SYSTEM):
        for unit in queries.kommuner_to_write(today.year - 1, today):
            ask_for_yearly(unit=unit, year=today.year - 1, by=None, now=now)
