"""The night's sweep: whose review is to be held, and which of them the board hears of."""

from datetime import date, datetime, timedelta

from styrk.access.roles import BOARD_CHAIR, LEADER
from styrk.appraisal.queries import Due, asked_for, below_due, organisations_due
from styrk.appraisal.types import HOLD, HOLD_OWN, OVERDUE, OVERDUE_OWN
from styrk.core import clock, scope
from styrk.core.jobs import EVERY_NIGHT, periodic
from styrk.duties.commands import require
from styrk.organisation.models import Unit
from styrk.organisation.queries import nearest_leader_above

# How long before the day the top leader is asked; one that was never held is given the same time.
WARNED = timedelta(days=90)
# What the board's chair is given to ask in.
TO_ASK = 14


@periodic(EVERY_NIGHT)
def ask_for_appraisals(now: datetime) -> None:
    """A duty on the top leader before the year is over; on the chair of the board when it is late."""
    on = clock.day(now)
    with scope.acting(scope.SYSTEM):
        asked, told = asked_for(HOLD), asked_for(OVERDUE)
        for one in organisations_due(on):
            by = asked.get(one.unit.uuid)
            if by is None and _is_time(one, on):
                _require(HOLD, one.unit, LEADER.code, one.by or on + WARNED, now)
            if by is not None and by < on and one.unit.uuid not in told:
                _require(OVERDUE, one.unit, BOARD_CHAIR.code, clock.after(now, days=TO_ASK), now)
        _ask_below(on, now)


def _ask_below(on: date, now: datetime) -> None:
    """The same of units that hold their own: late, the leader above is asked, never the board."""
    asked, told = asked_for(HOLD_OWN), asked_for(OVERDUE_OWN)
    for one in below_due(on):
        by = asked.get(one.unit.uuid)
        if by is None and _is_time(one, on):
            _require(HOLD_OWN, one.unit, LEADER.code, one.by or on + WARNED, now)
        if by is not None and by < on and one.unit.uuid not in told:
            above = nearest_leader_above(one.unit, on)
            if above:
                due = clock.after(now, days=TO_ASK)
                _require(OVERDUE_OWN, one.unit, LEADER.code, due, now, at=above[0])


def _is_time(one: Due, on: date) -> bool:
    return one.by is None or one.by - WARNED <= on


def _require(
    kind: str, unit: Unit, role: str, due: date, now: datetime, *, at: Unit | None = None
) -> None:
    """About the unit; it waits there, or `at` another."""
    require(
        kind=kind,
        subject_id=unit.pk,
        subject_uuid=unit.uuid,
        unit=at or unit,
        role=role,
        due=due,
        now=now,
    )
