"""Beginning a report, writing in it, and asking somebody else to write."""

from datetime import date, datetime

from styrk.core import clock, guard, states
from styrk.duties.commands import settle
from styrk.organisation.models import Person, Unit
from styrk.requirements import periods
from styrk.review import layouts
from styrk.review.commands.refusals import NotAPeriod, NotASection
from styrk.review.models import Report, Words
from styrk.review.record import ask_for_words, ask_to_write, noted
from styrk.review.states import MOVES
from styrk.review.types import WORDS
from styrk.trail.commands import already_done, command


@command
def begin_report(
    *, unit: Unit, layout: str, period: str, by: Person | None, now: datetime
) -> Report:
    """Begin it, and lay the duty to send it on the leader. Raises NotAPeriod where none is written."""
    due = _due_on(unit, layout, period, now)
    made = Report(
        unit=unit,
        trust_id=unit.legal_id,
        layout=layout,
        period=period,
        due_on=due,
        begun_at=now,
        begun_by=by,
    )
    Report.objects.bulk_create([made], ignore_conflicts=True)
    report = _held(unit, layout, period)
    if report.uuid != made.uuid:
        already_done()
        return report
    noted(report, "begin", by, now, "Begynte på")
    ask_to_write(report, now)
    return report


@command
def write_words(
    *,
    unit: Unit,
    layout: str,
    period: str,
    section: str,
    text: str,
    by: Person,
    now: datetime,
) -> Words:
    """Write in a section (its code). Raises NotNow where the report is sent."""
    guard.refuse_identity(text)
    report = begin_report(unit=unit, layout=layout, period=period, by=by, now=now)
    states.move(MOVES, report.state, "write")
    title = _title(layout, section)
    words = _words(report, section)
    words.text, words.written_at, words.written_by = text, now, by
    words.save(update_fields=["text", "written_at", "written_by"])
    settle(kind=WORDS, subject_uuid=words.uuid, by=by, now=now)
    noted(report, "write", by, now, f"Skrev «{title}» i", words=text)
    return words


@command
def ask_for_section(
    *,
    unit: Unit,
    layout: str,
    period: str,
    section: str,
    person: Person,
    by: Person,
    now: datetime,
) -> Words:
    """Ask a person to write in a section: a duty for that person alone."""
    report = begin_report(unit=unit, layout=layout, period=period, by=by, now=now)
    states.move(MOVES, report.state, "ask_for_words")
    title = _title(layout, section)
    words = _words(report, section)
    words.asked, words.asked_at, words.asked_by = person, now, by
    words.save(update_fields=["asked", "asked_at", "asked_by"])
    ask_for_words(words, now)
    noted(report, "ask_for_words", by, now, f"Ba {person.name} skrive «{title}» i")
    return words


def _due_on(unit: Unit, layout: str, period: str, now: datetime) -> date:
    found = layouts.layout(layout)
    if found is None or not found.written_at(unit.level):
        raise NotAPeriod(layout)
    on = clock.day(now)
    if not periods.has_begun(period, on):
        raise NotAPeriod(period)
    if periods.period_of(found.rhythm, periods.first_day(period)) != period:
        raise NotAPeriod(period)
    return found.due_on(unit.level, period)


def _held(unit: Unit, layout: str, period: str) -> Report:
    found = Report.objects.select_for_update(no_key=True, of=("self",)).select_related("unit")
    return found.get(unit=unit, layout=layout, period=period)


def _words(report: Report, section: str) -> Words:
    Words.objects.bulk_create([Words(report=report, section=section)], ignore_conflicts=True)
    return Words.objects.select_related("report__unit").get(report=report, section=section)


def _title(layout: str, section: str) -> str:
    """The section's title, if somebody writes in it."""
    found = layouts.layout(layout)
    one = found.section(section) if found else None
    if one is None or one.written == "none":
        raise NotASection(section)
    return one.title["nb"]
