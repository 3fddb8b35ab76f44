"""Sending a report as it stands, sending it back, answering, and sending it anew."""

from collections.abc import Callable
from datetime import datetime

from django.utils.translation import gettext as _

from styrk.access.queries import standing_of
from styrk.core import clock, guard, states
from styrk.organisation.models import Person
from styrk.requirements import periods
from styrk.review import layouts, queries
from styrk.review.commands.refusals import (
    Answered,
    Changed,
    NotAnswered,
    NotAPeriod,
    NotOver,
    NotWritten,
    Unchanged,
    need,
)
from styrk.review.models import Question, Report, Version
from styrk.review.pack import Content, as_json, digest_of
from styrk.review.queries import Subject
from styrk.review.record import ask_for_answer, ask_to_write, name_of, noted, settled, tell_leaders
from styrk.review.states import MOVES, State
from styrk.trail.commands import command


@command
def submit_report(
    *,
    report: Report,
    seen: str,
    reason: str = "",
    language: str = "nb",
    by: Person,
    now: datetime,
) -> Version:
    """Send it: all of it is kept as it stands, with its digest, and never changes.

    `seen` is the digest of what the person had before them: Changed where it reads otherwise now.
    A second version has its `reason`. Its files are in the `language` that it was read in. What is sent back and reads as it was sent is no new version:
    it stands, and is given.
    """
    guard.refuse_identity(reason)
    state = states.move(MOVES, report.state, "submit")
    content = _content(report, by, now)
    digest = digest_of(content)
    if digest != seen:
        raise Changed
    before = queries.version_of(report)
    _check(report, content)
    if before and before.digest == digest:
        return _unchanged(report, before, by, now)
    if before:
        need(reason)
    version = Version.objects.create(
        report=report,
        number=before.number + 1 if before else 1,
        content=as_json(content),
        digest=digest,
        language=language,
        reason=reason if before else "",
        at=now,
        by=by,
        signed=by.name,
    )
    report.state = state
    report.save(update_fields=["state"])
    settled(report, by, now)
    noted(report, "submit", by, now, "Sendte", version=version.number, digest=digest, reason=reason)
    named = _named(report)
    _tell_receiver(
        version,
        "sent",
        lambda: _("%(report)s fra %(unit)s er sendt") % named,
        lambda: _("Du kan lese den, spørre om noe, eller sette den sammen med de andre."),
        by=by,
        now=now,
    )
    return version


def _content(report: Report, by: Person, now: datetime) -> Content:
    found = layouts.layout(report.layout)
    if found is None:
        raise NotAPeriod(report.layout)
    today = clock.day(now)
    if periods.last_day(report.period) >= today:
        raise NotOver(report.period)
    subject = Subject(report.unit, found, report.period, report)
    return queries.live_content(subject, standing_of(by, today), today)


def _check(report: Report, content: Content) -> None:
    if content.lacking:
        raise NotWritten([one.code for one in content.lacking])
    _all_answered(report)


def _all_answered(report: Report) -> list[Question]:
    """What the level above has asked, the newest first."""
    questions = queries.questions_of(report)
    if any(one.answered_at is None for one in questions):
        raise NotAnswered
    return questions


def _unchanged(report: Report, version: Version, by: Person, now: datetime) -> Version:
    """The answer was the answer: there is nothing else to send."""
    if report.state != State.RETURNED:
        raise Unchanged
    _stand(report, version, by, now)
    return version


def _stand(report: Report, version: Version, by: Person, now: datetime) -> None:
    newest, *_older = _all_answered(report)
    report.state = states.move(MOVES, report.state, "let_stand")
    report.save(update_fields=["state"])
    settled(report, by, now)
    noted(report, "let_stand", by, now, "Holdt fast ved", version=version.number)
    named = _named(report)
    _tell_receiver(
        version,
        f"stands-{newest.pk}",
        lambda: _("%(report)s fra %(unit)s står som sendt") % named,
        lambda: _("Spørsmålet er besvart, og rapporten er den samme. Les svaret ved rapporten."),
        by=by,
        now=now,
    )


def _named(report: Report) -> dict[str, str]:
    return {"report": name_of(report), "unit": report.unit.name}


def _tell_receiver(
    version: Version,
    event: str,
    subject: Callable[[], str],
    text: Callable[[], str],
    *,
    by: Person,
    now: datetime,
) -> None:
    report = version.report
    found = layouts.layout(report.layout)
    receiver = queries.receiver_of(report.unit, found) if found else None
    if receiver is not None:
        tell_leaders(receiver, version, event, subject, text, by=by, now=now)


@command
def send_back(*, report: Report, question: str, by: Person, now: datetime) -> Question:
    """From above: ask about the newest version. The report is open until it is sent anew, or let stand."""
    guard.refuse_identity(question)
    need(question)
    report.state = states.move(MOVES, report.state, "send_back")
    report.save(update_fields=["state"])
    version = queries.version_of(report)
    if version is None:
        raise NotAnswered
    asked = Question.objects.create(version=version, text=question, asked_at=now, asked_by=by)
    noted(report, "send_back", by, now, "Sendte tilbake", words=question)
    ask_for_answer(report, now)
    named = {"report": name_of(report), "person": by.name}
    tell_leaders(
        report.unit,
        version,
        f"question-{asked.pk}",
        lambda: _("%(report)s er sendt tilbake med et spørsmål") % named,
        lambda: _("%(person)s spør. Svar, og send rapporten på nytt eller la den stå.") % named,
        by=by,
        now=now,
    )
    return asked


@command
def answer_question(
    *, report: Report, question: Question, answer: str, by: Person, now: datetime
) -> None:
    """Answer once; the answer stands."""
    guard.refuse_identity(answer)
    need(answer)
    states.move(MOVES, report.state, "answer")
    if question.answered_at is not None:
        raise Answered
    question.answer, question.answered_at, question.answered_by = answer, now, by
    question.save(update_fields=["answer", "answered_at", "answered_by"])
    noted(report, "answer", by, now, "Svarte på spørsmål om", words=answer)


@command
def let_stand(*, report: Report, by: Person, now: datetime) -> None:
    """What was sent back and is answered stands as it was sent: the newest version is still that."""
    version = queries.version_of(report)
    if version is None:
        raise NotAnswered
    _stand(report, version, by, now)


@command
def correct_report(*, report: Report, by: Person, now: datetime) -> None:
    """Open it to send it anew. What was sent stands until then, and after."""
    report.state = states.move(MOVES, report.state, "correct")
    report.save(update_fields=["state"])
    noted(report, "correct", by, now, "Begynte å rette")
    ask_to_write(report, now)


@command
def give_up_correction(*, report: Report, by: Person, now: datetime) -> None:
    """It stands as it was sent after all."""
    report.state = states.move(MOVES, report.state, "give_up")
    report.save(update_fields=["state"])
    settled(report, by, now)
    noted(report, "give_up", by, now, "Lot være å rette")
