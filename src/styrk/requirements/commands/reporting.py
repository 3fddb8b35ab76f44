"""How it goes: each unit reports its own, once for each period."""

from datetime import datetime

from styrk.core import clock, guard, states
from styrk.duties.commands import require, settle
from styrk.organisation.models import Person
from styrk.requirements import periods, queries
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
    _settle(placement, by, now)
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


def _settle(placement: Placement, by: Person, now: datetime) -> None:
    """The duty is done when nothing is owed of any period; else it is moved on to the next."""
    settle(kind=REPORT, subject_uuid=placement.uuid, by=by, now=now)
    if owed := queries.owed(placement, clock.day(now)):
        ask_for_report(placement, owed[0], now)


def ask_for_report(placement: Placement, period: str, now: datetime) -> None:
    """The owner is asked how it went in a period that is over."""
    require(
        kind=REPORT,
        subject_id=placement.pk,
        subject_uuid=placement.uuid,
        unit=placement.unit,
        person=placement.owner,
        due=periods.report_due(period),
        now=now,
    )
