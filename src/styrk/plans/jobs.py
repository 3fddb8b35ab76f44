"""The night's sweep: actions in a plan that have been quiet for too long."""

from datetime import datetime

from styrk.core import clock, scope
from styrk.core.jobs import EVERY_NIGHT, periodic
from styrk.duties.commands import require, settle
from styrk.organisation.queries import led_by
from styrk.organisation.rules import LEADER
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
            post = led_by(action.owner, action.unit, clock.day(now))
            require(
                kind=QUIET,
                subject_id=action.pk,
                subject_uuid=action.uuid,
                unit=post or action.unit,
                role=LEADER if post else "",
                person=None if post else action.owner,
                due=min(clock.after(now, days=DAYS_TO_TELL), action.due),
                now=now,
            )
