"""The night's sweeps: actions in a plan that are quiet, and what was put off until now."""

from datetime import datetime

from styrk.core import clock, scope
from styrk.core.jobs import EVERY_NIGHT, periodic
from styrk.duties.commands import require, require_of, settle
from styrk.organisation.rules import LEADER
from styrk.plans import queries
from styrk.plans.types import DEFERRED, QUIET

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


@periodic(EVERY_NIGHT)
def bring_back_what_was_deferred(now: datetime) -> None:
    """A duty on the unit's leader the day it was put off until; settled by a newer approved plan."""
    with scope.acting(scope.SYSTEM):
        for uuid in queries.taken_up():
            settle(kind=DEFERRED, subject_uuid=uuid, by=None, now=now)
        for item in queries.come_back(clock.day(now)):
            require(
                kind=DEFERRED,
                subject_id=item.pk,
                subject_uuid=item.uuid,
                unit=item.plan.unit,
                role=LEADER,
                due=clock.after(now, days=DAYS_TO_TELL),
                now=now,
            )
