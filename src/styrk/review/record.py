"""What every act on a report leaves behind: a line in the trail, a word to whom it concerns, duties."""

from collections.abc import Callable
from datetime import date, datetime, timedelta

from django.urls import reverse

from styrk.core import clock
from styrk.duties.commands import require, settle
from styrk.messages.commands import Letter, send
from styrk.organisation.models import Person, Unit
from styrk.organisation.queries import responsible_leaders
from styrk.organisation.rules import LEADER
from styrk.requirements import periods
from styrk.review.layouts import layout
from styrk.review.models import Report, Version, Words
from styrk.review.types import ANSWER, DAYS_TO_ANSWER, WORDS, WRITE
from styrk.trail.commands import record


def name_of(report: Report) -> str:
    """«Månedsrapport mars 2026», as its file calls it, in bokmål."""
    found = layout(report.layout)
    name = found.name["nb"] if found else report.layout
    return f"{name} {periods.spoken(report.period)}"


def noted(
    report: Report, act: str, by: Person | None, now: datetime, text: str, **detail: object
) -> None:
    """`text` is the act in bokmål, in the past tense."""
    record(
        by=by,
        now=now,
        act=f"report.{act}",
        subject="report",
        subject_id=report.pk,
        trust_id=report.trust_id,
        text=f"{text} {name_of(report)}",
        **detail,
    )


def ask_to_write(report: Report, now: datetime) -> None:
    """A duty for the leader of the unit, until the report is sent."""
    require(
        kind=WRITE,
        subject_id=report.pk,
        subject_uuid=report.uuid,
        unit=report.unit,
        role=LEADER,
        due=report.due_on,
        now=now,
    )


def ask_for_answer(report: Report, now: datetime) -> None:
    require(
        kind=ANSWER,
        subject_id=report.pk,
        subject_uuid=report.uuid,
        unit=report.unit,
        role=LEADER,
        due=clock.after(now, days=DAYS_TO_ANSWER),
        now=now,
    )


def ask_for_words(words: Words, now: datetime) -> None:
    """Before the report is due, and never in the past."""
    require(
        kind=WORDS,
        subject_id=words.pk,
        subject_uuid=words.uuid,
        unit=words.report.unit,
        person=words.asked,
        due=_before(words.report.due_on, clock.day(now)),
        now=now,
    )


def _before(due: date, today: date) -> date:
    return max(due - timedelta(days=2), today)


def settled(report: Report, by: Person | None, now: datetime) -> None:
    """Nothing waits for anybody because of it: it is sent."""
    for kind in (WRITE, ANSWER):
        settle(kind=kind, subject_uuid=report.uuid, by=by, now=now)
    for words in report.words.filter(asked__isnull=False):
        settle(kind=WORDS, subject_uuid=words.uuid, by=by, now=now)


def tell_leaders(
    unit: Unit,
    version: Version,
    event: str,
    subject: Callable[[], str],
    text: Callable[[], str],
    *,
    by: Person,
    now: datetime,
) -> None:
    """A word to whoever leads the unit; `event` makes the message of it exactly one."""
    report = version.report
    leaders = responsible_leaders([unit.pk], clock.day(now))[unit.pk]
    path = reverse("review:report", args=[report.unit.code, report.layout, report.period])
    send(
        [
            Letter(
                recipient=person,
                key=f"report:{report.uuid}:{version.number}:{event}:{person.pk}",
                subject=subject,
                text=text,
                path=path,
            )
            for person in leaders
            if person != by
        ],
        now=now,
    )
