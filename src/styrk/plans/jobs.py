"""The night's sweep: actions in a plan that have been quiet for too long."""

from datetime import datetime

from styrk.core import clock, scope
from styrk.core.jobs import EVERY_NIGHT, periodic
from styrk.duties.commands import require_of, settle
from styrk.plans import queries
from styrk.plans.types import QUIET

DAYS_TO_TELL = 14


@periodic(EVERY_NIGHT)
def look_for_quiet_actions(now: datetime) -> None:
    """A duty on the owner of each, before its deadline; settled where something has happened since."""
    with scope.acting(scope.SYSTEM):
        for uuid in queries.settled_signals():
            settle(kind=QUIET, subject_uuid=uuid, by=None, now=now)
        for action in queries.quiet_actions(now):
            require_of(
                owner=action.owner,
                unit=action.unit,
                kind=QUIET,
                subject=action,
                due=min(clock.after(now, days=DAYS_TO_TELL), action.due),
                now=now,
            )
