"""The årlig melding: its own words, who was heard, the approval, and what is added later."""

from dataclasses import dataclass
from datetime import date, datetime

from styrk.access.queries import standing_of
from styrk.core import clock, guard, states
from styrk.duties.commands import require, settle
from styrk.organisation.models import Person, Unit
from styrk.organisation.rules import LEADER
from styrk.requirements import annual, periods, queries
from styrk.requirements.annual_due import WRITTEN_BY
from styrk.requirements.commands.refusals import Changed, NotAPeriod, ReasonMissing, YearNotOver
from styrk.requirements.models import Addendum, AnnualHearing, AnnualReport
from styrk.requirements.states import ANNUAL_MOVES
from styrk.requirements.types import ANNUAL
from styrk.trail.commands import command, record

PARTS = {"foreword": "forordet", "plan": "plandelen"}
FIRST_YEAR = 2000


@dataclass(frozen=True)
class Heard:
    """Who was heard on the plan, when, what they said, and what came of it ("" until it is known)."""

    party: str
    heard_on: date
    said: str
    outcome: str = ""


@command
def write_annual_part(
    *, unit: Unit, year: int, part: str, text: str, by: Person, now: datetime
) -> AnnualReport:
    """Write the foreword or the plan ("foreword" or "plan"). Raises NotNow once it is approved."""
    guard.refuse_identity(text)
    report = _drafted(unit, year, now)
    states.move(ANNUAL_MOVES, report.state, "write")
    if part not in PARTS:
        raise ValueError(part)
    setattr(report, part, text)
    report.save(update_fields=[part])
    _record(report, "write", by, now, f"Skrev {PARTS[part]} i årlig melding {year}", words=text)
    return report


@command
def open_annual_report(*, unit: Unit, year: int, by: Person | None, now: datetime) -> AnnualReport:
    """Lay out a unit's melding for a year that is over, and ask its leader to have it written.

    `by` is None in the night's sweep.
    """
    report = _drafted(unit, year, now)
    require(
        kind=ANNUAL,
        subject_id=report.pk,
        subject_uuid=report.uuid,
        unit=unit,
        role=LEADER,
        due=WRITTEN_BY.after(year),
        now=now,
    )
    _record(report, "open", by, now, f"La fram årlig melding {year} for utfylling")
    return report


@command
def note_annual_hearing(
    *, unit: Unit, year: int, heard: Heard, by: Person, now: datetime
) -> AnnualHearing:
    """Note that somebody was heard on the plan. Raises ReasonMissing where nothing was said."""
    _check(heard)
    report = _drafted(unit, year, now)
    states.move(ANNUAL_MOVES, report.state, "hear")
    hearing = AnnualHearing(report=report)
    _note(hearing, heard, by, now)
    return hearing


@command
def settle_annual_hearing(
    *, hearing: AnnualHearing, heard: Heard, by: Person, now: datetime
) -> None:
    """Say what came of it, or put the note right."""
    _check(heard)
    states.move(ANNUAL_MOVES, hearing.report.state, "hear")
    _note(hearing, heard, by, now)


@command
def approve_annual_report(
    *, unit: Unit, year: int, seen: str, basis: str, by: Person, now: datetime, reason: str = ""
) -> AnnualReport:
    """From here on it stands: all of it is kept with its digest, and what comes later is addenda.

    `seen` is the digest of what the person had before them: Changed where it reads otherwise now.
    `reason` is why there is no plan, or nobody was heard on it: ReasonMissing where it is needed.
    Raises YearNotOver.
    """
    guard.refuse_identity(basis, reason)
    report = _drafted(unit, year, now)
    state = states.move(ANNUAL_MOVES, report.state, "approve")
    today = clock.day(now)
    if not periods.is_over(str(year), today):
        raise YearNotOver(year)
    content = queries.annual_content(unit, year, report, standing_of(by, today), today)
    digest = annual.digest_of(content)
    if digest != seen:
        raise Changed
    if not content.is_heard and not reason.strip():
        raise ReasonMissing
    report.state, report.basis = state, basis
    report.reason = "" if content.is_heard else reason
    report.content, report.digest = annual.as_json(content), digest
    report.approved_at, report.approved_by = now, by
    report.save()
    settle(kind=ANNUAL, subject_uuid=report.uuid, by=by, now=now)
    _record(
        report,
        "approve",
        by,
        now,
        f"Godkjente årlig melding {year}",
        digest=digest,
        reason=report.reason,
    )
    return report


@command
def add_addendum(*, report: AnnualReport, text: str, by: Person, now: datetime) -> Addendum:
    """Add to what is approved. Raises NotNow while it is a draft."""
    guard.refuse_identity(text)
    if not text.strip():
        raise ReasonMissing
    states.move(ANNUAL_MOVES, report.state, "add")
    addendum = Addendum.objects.create(report=report, text=text, at=now, by=by)
    _record(report, "add", by, now, f"La et tillegg til årlig melding {report.year}", words=text)
    return addendum


def _drafted(unit: Unit, year: int, now: datetime) -> AnnualReport:
    """The unit's report for a year that has begun, held; made where there is none."""
    if year < FIRST_YEAR or not periods.has_begun(str(year), clock.day(now)):
        raise NotAPeriod(year)
    AnnualReport.objects.bulk_create(
        [AnnualReport(unit=unit, trust_id=unit.legal_id, year=year)], ignore_conflicts=True
    )
    return AnnualReport.objects.select_for_update(no_key=True).get(unit=unit, year=year)


def _check(heard: Heard) -> None:
    guard.refuse_identity(heard.party, heard.said, heard.outcome)
    if not (heard.party.strip() and heard.said.strip()):
        raise ReasonMissing


def _note(hearing: AnnualHearing, heard: Heard, by: Person, now: datetime) -> None:
    hearing.party, hearing.heard_on = heard.party, heard.heard_on
    hearing.said, hearing.outcome = heard.said, heard.outcome
    hearing.at, hearing.by = now, by
    hearing.save()
    report = hearing.report
    text = f"Noterte at {heard.party} er hørt om årlig melding {report.year}"
    _record(report, "hear", by, now, text, said=heard.said, outcome=heard.outcome)


def _record(
    report: AnnualReport, act: str, by: Person | None, now: datetime, text: str, **detail: object
) -> None:
    record(
        by=by,
        now=now,
        act=f"annual_report.{act}",
        subject="annual_report",
        subject_id=report.pk,
        trust_id=report.trust_id,
        text=text,
        **detail,
    )
