"""Sharing what was learnt, and answering whether it concerns the unit too."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta

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
from styrk.inspections.queries.lessons import receiver_of
from styrk.inspections.refusals import NoUnits, OutsideScope, TooMany, Unreported, need, need_day
from styrk.inspections.states import REPLY_MOVES, Reply, State
from styrk.inspections.types import DAYS_TO_DECIDE, DECIDE, LOOK, Learnt
from styrk.organisation.models import Person, Unit
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

    Units of another trust are asked by way of it: once, of whoever keeps quality or audits there.

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
    units = list(dict.fromkeys(learnt.units))
    asked = [_asked(lesson, one) for one in units if one.legal_id == lesson.trust_id]
    elsewhere: dict[int, list[Unit]] = {}
    for one in units:
        if one.legal_id != lesson.trust_id:
            elsewhere.setdefault(one.legal_id, []).append(one)
    trusts = Unit.objects.in_bulk(elsewhere)
    for pk, meant in elsewhere.items():
        codes = "\n".join(one.code for one in meant if one.pk != pk)
        asked.append(_asked(lesson, trusts[pk], codes))
    _write(asked, learnt.due, now)


def _asked(lesson: Lesson, unit: Unit, meant: str = "") -> LessonQuestion:
    return LessonQuestion(lesson=lesson, unit=unit, trust_id=unit.legal_id, meant=meant)


def _write(asked: list[LessonQuestion], due: date, now: datetime) -> None:
    """Written without being asked back: whoever shares does not see what others answer."""
    add(asked)
    for question in asked:
        _lay(question, LOOK, due, now)


def _lay(question: LessonQuestion, kind: str, due: date, now: datetime) -> None:
    """On whoever leads the unit; of what came to a whole trust, on whoever receives it there."""
    unit, role = question.unit, LEADER
    if question.is_received:
        unit, role = receiver_of(question.unit, clock.day(now))
    require(
        kind=kind,
        subject_id=question.lesson_id,
        subject_uuid=question.uuid,
        unit=unit,
        role=role,
        due=due,
        now=now,
    )


@command
def pass_on_lesson(
    *, question: LessonQuestion, units: Sequence[Unit], by: Person, now: datetime
) -> None:
    """Ask units of one's own trust whom it may concern, in place of answering for all of it.

    Raises NoUnits where all of them are asked already, and OutsideScope for a unit of another trust.
    """
    question.reply = states.move(REPLY_MOVES, question.reply, "pass_on")
    if any(one.legal_id != question.trust_id or one.pk == question.unit_id for one in units):
        raise OutsideScope
    before = LessonQuestion.objects.filter(lesson=question.lesson_id, unit__in=units)
    there = set(before.values_list("unit_id", flat=True))
    asked = [one for one in dict.fromkeys(units) if one.pk not in there]
    if not asked:
        raise NoUnits
    question.save(update_fields=["reply"])
    settle(kind=LOOK, subject_uuid=question.uuid, by=by, now=now)
    lesson = question.lesson
    _write([_asked(lesson, one) for one in asked], max(lesson.due, clock.day(now)), now)
    names = ", ".join(one.name for one in asked)
    text = f"Sendte «{lesson.title}» videre til {names}"
    _step(question, "pass_on", by, now, text=text, units=names)


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
        _lay(question, DECIDE, clock.day(now) + timedelta(days=DAYS_TO_DECIDE), now)
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
