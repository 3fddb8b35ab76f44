"""The night's sweep: whose period is over, and whose report is to be written."""

from datetime import datetime, timedelta

from styrk.core import clock, scope
from styrk.core.jobs import EVERY_NIGHT, periodic
from styrk.requirements import periods
from styrk.review import commands, queries

# One that is turned on in the middle of a year is not to ask for all that was before.
DAYS_BACK = 40


@periodic(EVERY_NIGHT)
def ask_for_reports(now: datetime) -> None:
    """Begin the report of each unit whose month or tertial is over, with the duty to send it."""
    on = clock.day(now)
    with scope.acting(scope.SYSTEM):
        for layout, unit, period in queries.not_begun(on):
            if periods.last_day(period) >= on - timedelta(days=DAYS_BACK):
                commands.begin_report(
                    unit=unit, layout=layout.code, period=period, by=None, now=now
                )
