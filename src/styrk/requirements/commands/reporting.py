"""How it goes: each unit reports its own, once for each period."""

from datetime import datetime

from styrk.core import clock, guard, states
from styrk.duties.commands import settle
from styrk.organisation.models import Person
from styrk.requirements import periods
from styrk.requirements.commands.refusals import NotAPeriod, ReasonMissing
from styrk.requirements.models import Placement, StatusReport
from styrk.requirements.record import step
from styrk.requirements.states import MOVES, Course
from styrk.requirements.types import REPORT
from styrk.trail.commands import command


@command
def report_status(
    *, placement: Placement, period: str, course: str, text: str, by: Person, now: datetime
) -> StatusReport:
    """Say how it goes with the requirement here, in a period that has begun.

    Said again for the same period, the later one stands. Raises NotAPeriod, ReasonMissing.
    """
    return _reported(placement, "report", period, course, text, by, now)


@command
def report_back(
    *, placement: Placement, year: int, course: str, text: str, by: Person, now: datetime
) -> StatusReport:
    """Say it of the whole year, for the årlig melding; also where a new edition has taken over.

    Raises as `report_status` does.
    """
    return _reported(placement, "report_back", str(year), course, text, by, now)


def _reported(
    placement: Placement, act: str, period: str, course: str, text: str, by: Person, now: datetime
) -> StatusReport:
    guard.refuse_identity(text)
    if not text.strip():
        raise ReasonMissing
    if not periods.has_begun(period, clock.day(now)):
        raise NotAPeriod(period)
    states.move(MOVES, placement.state, act)
    report = StatusReport.objects.create(
        placement=placement, period=period, course=course, text=text, at=now, by=by
    )
    settle(kind=REPORT, subject_uuid=placement.uuid, by=by, now=now)
    step(
        placement,
        "report",
        by,
        now,
        text=f"Rapporterte for {period}: {Course(course).label.lower()}",
        note=text,
        period=period,
        course=course,
    )
    return report
