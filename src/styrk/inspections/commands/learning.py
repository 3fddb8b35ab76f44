"""Sharing what was learnt, and answering whether it concerns the unit too."""

from datetime import datetime, timedelta

from django.db import connection

from styrk.actions.commands import raise_action
from styrk.actions.models import Action
from styrk.actions.types import Plan
from styrk.core import clock, guard, states
from styrk.core.rows import add
from styrk.duties.commands import require, settle
from styrk.inspections.models import (
    Finding,
    Lesson,
    LessonAction,
    LessonQuestion,
    LessonStep,
    LessonWithdrawal,
)
from styrk.inspections.refusals import NoUnits, TooMany, Unreported, need, need_day
from styrk.inspections.states import REPLY_MOVES, Reply, State
from styrk.inspections.types import DAYS_TO_DECIDE, DECIDE, LOOK, Learnt
from styrk.organisation.models import Person
from styrk.organisation.rules import LEADER
from styrk.trail.commands import command, record

REPLIES = {
    Reply.OURS: "det gjelder oss",
    Reply.HANDLED: "det er tatt hånd om fra før",
    Reply.NOT_OURS: "det gjelder ikke oss",
}
# One asks those it may concern, not everybody.
MOST_ASKED = 100


@command
def share_lesson(
    *, learnt: Learnt, by: Person, now: datetime, finding: Finding | None = None
) -> Lesson:
    """Ask units whether what was learnt concerns them too. Whoever leads them answers by a day.

    Raises WordsMissing, NoUnits, TooMany, DayPassed, Unreported, or IdentityFound where a text
    identifies a person.
    """
    _look_over(learnt, finding, now)
    lesson = Lesson.objects.create(
        trust_id=learnt.unit.legal_id,
        unit=learnt.unit,
        finding=finding,
        origin=learnt.origin,
        title=learnt.title,
        text=learnt.text,
        ask=learnt.ask,
        due=learnt.due,
        shared_at=now,
        shared_by=by,
    )
    _ask_units(lesson, learnt, now)
    record(
        by=by,
        now=now,
        act="lesson.share",
        subject="lesson",
        subject_id=lesson.pk,
        trust_id=lesson.trust_id,
        text=f"Delte «{lesson.title}» med {len(set(learnt.units))} enheter",
    )
    return lesson


def _look_over(learnt: Learnt, finding: Finding | None, now: datetime) -> None:
    words = (learnt.title, learnt.text, learnt.ask)
    guard.refuse_identity(*words, learnt.origin)
    for text in words:
        need(text)
    need_day(learnt.due, now)
    if not learnt.units:
        raise NoUnits
    if len(learnt.units) > MOST_ASKED:
        raise TooMany
    if finding is not None and finding.audit.state not in {State.REPORTED, State.FOLLOWED}:
        raise Unreported


def _ask_units(lesson: Lesson, learnt: Learnt, now: datetime) -> None:
    """Written without being asked back: whoever shares does not see what others answer."""
    asked = {
        unit: LessonQuestion(lesson=lesson, unit=unit, trust_id=unit.legal_id)
        for unit in dict.fromkeys(learnt.units)
    }
    add(list(asked.values()))
    for unit, question in asked.items():
        require(
            kind=LOOK,
            subject_id=lesson.pk,
            subject_uuid=question.uuid,
            unit=unit,
            role=LEADER,
            due=learnt.due,
            now=now,
        )


@command
def withdraw_lesson(*, lesson: Lesson, reason: str, by: Person, now: datetime) -> None:
    """Ask nobody any more: those who have not answered need not, and what is answered stands.

    Raises WordsMissing, or NotNow where it is withdrawn already.
    """
    guard.refuse_identity(reason)
    need(reason)
    _withdrawal, made = LessonWithdrawal.objects.get_or_create(
        lesson=lesson, defaults={"at": now, "by": by, "reason": reason}
    )
    if not made:
        raise states.NotNow("withdrawn", "withdraw")
    with connection.cursor() as cursor:
        cursor.execute("SELECT inspections_lesson_withdraw(%s)", [lesson.pk])
        waiting = [uuid for (uuid,) in cursor.fetchall()]
    for uuid in waiting:
        settle(kind=LOOK, subject_uuid=uuid, by=by, now=now)
    record(
        by=by,
        now=now,
        act="lesson.withdraw",
        subject="lesson",
        subject_id=lesson.pk,
        trust_id=lesson.trust_id,
        text=f"Trakk «{lesson.title}» tilbake",
        note=reason,
    )


@command
def answer_lesson(
    *, question: LessonQuestion, reply: str, answer: str, by: Person, now: datetime
) -> None:
    """Say whether it concerns the unit, and why or why not. Where it does, an action is decided next.

    Raises WordsMissing, or NotNow where the answer that stands leaves no room for this one.
    """
    guard.refuse_identity(answer)
    need(answer)
    question.reply = states.move(REPLY_MOVES, question.reply, reply)
    question.answer, question.answered_at, question.answered_by = answer, now, by
    question.save(update_fields=["reply", "answer", "answered_at", "answered_by"])
    settle(kind=LOOK, subject_uuid=question.uuid, by=by, now=now)
    if question.reply == Reply.OURS:
        require(
            kind=DECIDE,
            subject_id=question.pk,
            subject_uuid=question.uuid,
            unit=question.unit,
            role=LEADER,
            due=clock.day(now) + timedelta(days=DAYS_TO_DECIDE),
            now=now,
        )
    text = f"Svarte på «{question.lesson.title}»: {REPLIES[Reply(question.reply)]}"
    _step(question, "answer", by, now, text=text, note=answer, reply=question.reply)


@command
def act_on_lesson(*, question: LessonQuestion, plan: Plan, by: Person, now: datetime) -> Action:
    """Decide an action because of it; it goes into the one register of actions."""
    states.move(REPLY_MOVES, question.reply, "add_action")
    action = raise_action(plan=plan, origin="finding", by=by, now=now)
    LessonAction.objects.create(question=question, action=action)
    settle(kind=DECIDE, subject_uuid=question.uuid, by=by, now=now)
    _step(question, "add_action", by, now, text=f"Besluttet tiltaket «{action.title}»")
    return action


def _step(
    question: LessonQuestion,
    act: str,
    by: Person,
    now: datetime,
    *,
    text: str,
    note: str = "",
    **detail: str,
) -> None:
    add([LessonStep(question=question, act=act, at=now, by=by, note=note, detail=detail)])
    record(
        by=by,
        now=now,
        act=f"lesson.{act}",
        subject="lesson_question",
        subject_id=question.pk,
        trust_id=question.trust_id,
        text=text,
        **({"note": note} if note else {}),
        **detail,
    )
