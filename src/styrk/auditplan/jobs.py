"""The night's sweeps: plans that are asked for in the autumn, and lines whose quarter is over."""

from datetime import datetime

from styrk.auditplan import queries
from styrk.auditplan.commands import ask_for_line, ask_for_plan
from styrk.auditplan.types import ASKED_FROM, BEGIN
from styrk.core import clock, scope
from styrk.core.jobs import EVERY_NIGHT, periodic


@periodic(EVERY_NIGHT)
def ask_for_audit_plans(now: datetime) -> None:
    """A duty for whoever leads where the plan of the coming year is not approved."""
    today = clock.day(now)
    if today.month < ASKED_FROM:
        return
    with scope.acting(scope.SYSTEM):
        for unit in queries.units_to_plan(today.year + 1, today):
            ask_for_plan(unit=unit, year=today.year + 1, by=None, now=now)


@periodic(EVERY_NIGHT)
def ask_for_lines(now: datetime) -> None:
    """A duty for each line whose quarter has passed without an audit."""
    today = clock.day(now)
    with scope.acting(scope.SYSTEM):
        for line in queries.lines_not_begun(today.year, (today.month + 2) // 3, BEGIN):
            ask_for_line(line=line, by=None, now=now)
