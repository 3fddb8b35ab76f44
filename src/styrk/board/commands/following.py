"""What the board decides and asks, and what it is told: each waits for somebody until a day."""

from datetime import date, datetime
from typing import Any

from django.utils.translation import gettext as _

from styrk.actions.commands import raise_action
from styrk.actions.models import Action
from styrk.actions.types import Plan
from styrk.auditplan.commands import approve_plan
from styrk.auditplan.refusals import Impossible as Unready
from styrk.auditplan.types import Decided
from styrk.board import waiting
from styrk.board.models import BoardQuestion, Decision, DecisionAction, Item
from styrk.board.record import noted, tell_asker, tell_owner
from styrk.board.refusals import NotTop, PlanChanged, TooSoon, Withdrawn, need
from styrk.board.rules import is_top
from styrk.board.states import DECISION, MEETING, QUESTION
from styrk.board.types import ANSWER, FOLLOW, ORIGIN, Resolution
from styrk.board.wording import IN_TRAIL
from styrk.core import clock, guard, states
from styrk.duties.commands import require, require_of, settle
from styrk.inspections.commands.board import note_treatment
from styrk.organisation.models import Person, Unit
from styrk.organisation.rules import LEADER
from styrk.trail.commands import command


@command
def resolve(*, item: Item, resolution: Resolution, by: Person, now: datetime) -> Decision:
    """Write down what the board decided in a case; whoever follows it tells what came of it by the day.

    Where the case is the report of an audit that waits for the board, it is treated by this; where it is a
    plan that the board `approves`, it is frozen as it was on the agenda. Raises WordsMissing, Withdrawn, TooSoon
    or PlanChanged.
    """
    guard.refuse_identity(resolution.text)
    need(resolution.text)
    states.move(MEETING, item.meeting.state, "resolve")
    if item.withdrawn_at is not None:
        raise Withdrawn
    _in_time(resolution, now)
    decision = _entrusted(item, resolution, by, now)
    unit = item.meeting.unit
    text = f"Førte et vedtak i sak {item.number}, som {decision.owner.name} følger opp"
    noted(unit, "resolve", decision.pk, by, now, text=text)
    treatment = waiting.waiting_report(item)
    if treatment is not None:
        note_treatment(
            audit=treatment.audit,
            treated_on=item.meeting.on,
            case=str(item.number),
            decision=resolution.text,
            by=by,
            now=now,
        )
    if resolution.approves:
        _approve(item, resolution, by, now)
    return decision


def _approve(item: Item, resolution: Resolution, by: Person, now: datetime) -> None:
    plan = waiting.waiting_plan(item)
    if plan is None:
        raise PlanChanged
    decided = Decided(item.meeting.on, str(item.number), resolution.text)
    try:
        approve_plan(plan=plan, decided=decided, by=by, now=now)
    except Unready:
        raise PlanChanged from None


def _in_time(resolution: Resolution, now: datetime) -> None:
    if resolution.due < clock.day(now):
        raise TooSoon


def _entrusted(
    item: Item, resolution: Resolution, by: Person, now: datetime, **corrects: Any
) -> Decision:
    """The decision, which waits for its owner."""
    decision = Decision.objects.create(
        item=item,
        text=resolution.text,
        owner=resolution.owner,
        due=resolution.due,
        decided_at=now,
        decided_by=by,
        **corrects,
    )
    require_of(
        owner=decision.owner,
        unit=item.meeting.unit,
        kind=FOLLOW,
        subject=decision,
        due=decision.due,
        now=now,
    )
    return decision


@command
def correct_decision(
    *, decision: Decision, resolution: Resolution, why: str, by: Person, now: datetime
) -> Decision:
    """Write beside a decision what it should have said; it stands itself, and waits for nobody any more.

    Raises WordsMissing or TooSoon.
    """
    guard.refuse_identity(resolution.text, why)
    need(resolution.text, why)
    states.move(DECISION, decision.state, "correct")
    _in_time(resolution, now)
    decision.corrected_at = now
    decision.save(update_fields=["corrected_at"])
    settle(kind=FOLLOW, subject_uuid=decision.uuid, by=by, now=now)
    item = decision.item
    made = _entrusted(item, resolution, by, now, corrects=decision, why=why)
    text = f"Rettet et vedtak i sak {item.number}, som {made.owner.name} følger opp"
    noted(item.meeting.unit, "correct", made.pk, by, now, text=text, note=why)
    tell_owner(
        decision.owner,
        decision,
        "corrected",
        lambda: _("Et vedtak du skulle følge opp, er rettet"),
        lambda: why,
        by=by,
        now=now,
    )
    return made


@command
def tell_board(*, decision: Decision, told: str, by: Person, now: datetime) -> None:
    """Tell the board what came of what it decided. Raises WordsMissing."""
    guard.refuse_identity(told)
    need(told)
    states.move(DECISION, decision.state, "tell")
    decision.told, decision.told_at, decision.told_by = told, now, by
    decision.save(update_fields=["told", "told_at", "told_by"])
    settle(kind=FOLLOW, subject_uuid=decision.uuid, by=by, now=now)
    unit = decision.item.meeting.unit
    text = f"Meldte tilbake til {IN_TRAIL} om et vedtak"
    noted(unit, "tell", decision.pk, by, now, text=text)


@command
def act_on_decision(*, decision: Decision, plan: Plan, by: Person, now: datetime) -> Action:
    """Decide an action that follows from what the board decided."""
    states.move(DECISION, decision.state, "add_action")
    action = raise_action(plan=plan, origin=ORIGIN, by=by, now=now)
    DecisionAction.objects.create(decision=decision, action=action)
    text = f"Bestemte tiltaket «{action.title}» etter et vedtak i {IN_TRAIL}"
    noted(decision.item.meeting.unit, "add_action", decision.pk, by, now, text=text)
    return action


@command
def ask_leader(*, unit: Unit, text: str, due: date, by: Person, now: datetime) -> BoardQuestion:
    """Ask the top leader in writing; it is answered by the day. Raises NotTop, WordsMissing or TooSoon."""
    guard.refuse_identity(text)
    need(text)
    if not is_top(unit):
        raise NotTop
    if due < clock.day(now):
        raise TooSoon
    asked = BoardQuestion.objects.create(unit=unit, text=text, due=due, asked_at=now, asked_by=by)
    require(
        kind=ANSWER,
        subject_id=asked.pk,
        subject_uuid=asked.uuid,
        unit=unit,
        role=LEADER,
        due=due,
        now=now,
    )
    text = f"Stilte øverste leder et spørsmål fra {IN_TRAIL}"
    noted(unit, "ask", asked.pk, by, now, text=text)
    return asked


@command
def answer_board(*, question: BoardQuestion, answer: str, by: Person, now: datetime) -> None:
    """Answer a question of the board. Raises WordsMissing."""
    guard.refuse_identity(answer)
    need(answer)
    states.move(QUESTION, question.state, "answer")
    question.answer, question.answered_at, question.answered_by = answer, now, by
    question.save(update_fields=["answer", "answered_at", "answered_by"])
    settle(kind=ANSWER, subject_uuid=question.uuid, by=by, now=now)
    text = f"Svarte på et spørsmål fra {IN_TRAIL}"
    noted(question.unit, "answer", question.pk, by, now, text=text)
    tell_asker(
        question.asked_by,
        question,
        "answer",
        lambda: _("Spørsmålet ditt er besvart"),
        lambda: _("Svaret kommer også med i pakken til neste møte."),
        by=by,
        now=now,
    )
