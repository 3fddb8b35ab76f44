"""Beginning the yearly report and writing it."""

from datetime import datetime

from django.db.models import Max

from styrk.core import clock, guard, states
from styrk.organisation.models import Person, Unit
from styrk.trail.changes import changed
from styrk.trail.commands import command
from styrk.yearly import rules
from styrk.yearly.gathering import gather
from styrk.yearly.models import PartWords, YearlyReport
from styrk.yearly.queries import latest_sent
from styrk.yearly.record import step
from styrk.yearly.refusals import Begun, NotAYear, NotKommune, UnknownPart, need
from styrk.yearly.states import MOVES, Part, State

FIRST_YEAR = 2000


@command
def begin_yearly(*, unit: Unit, year: int, by: Person, now: datetime) -> YearlyReport:
    """Begin the report of a year, from what the data says today.

    Raises NotKommune, NotAYear for one that has not begun, or Begun where one is under way.
    """
    if not rules.is_kommune(unit):
        raise NotKommune
    today = clock.day(now)
    if not FIRST_YEAR <= year <= today.year:
        raise NotAYear
    here = YearlyReport.objects.filter(unit=unit)
    if here.filter(state=State.DRAFT).exists():
        raise Begun
    last = here.filter(year=year).aggregate(last=Max("number"))["last"] or 0
    before = latest_sent(unit)
    report = YearlyReport.objects.create(
        unit=unit,
        year=year,
        number=int(last) + 1,
        follows=before,
        begun_at=now,
        begun_by=by,
        gathered_at=now,
        gathered_by=by,
        material=gather(unit, year, before, today),
    )
    step(report, "begin", by, now, text=f"Begynte rapporten til kommunestyret for {year}")
    return report


@command
def gather_again(*, report: YearlyReport, by: Person, now: datetime) -> None:
    """Build on what the data says today instead."""
    report.state = states.move(MOVES, report.state, "gather")
    report.material = gather(report.unit, report.year, report.follows, clock.day(now))
    report.gathered_at, report.gathered_by = now, by
    report.save(update_fields=["material", "gathered_at", "gathered_by"])
    step(report, "gather", by, now, text="Hentet dataene på nytt")


@command
def write_part(*, report: YearlyReport, part: str, text: str, by: Person, now: datetime) -> None:
    """Say it in a part of the report. Raises UnknownPart or ReasonMissing."""
    guard.refuse_identity(text)
    need(text)
    if part not in Part.values:
        raise UnknownPart
    states.move(MOVES, report.state, "write")
    stood = report.words.filter(part=part).first()
    before = {"text": stood.text if stood else ""}
    PartWords.objects.update_or_create(
        report=report, part=part, defaults={"text": text, "at": now, "by": by}
    )
    name = str(Part(part).label)
    other = changed(before, {"text": text}) if stood else {}
    step(report, "write", by, now, text=f"Skrev «{name}»", part=part, **other)
