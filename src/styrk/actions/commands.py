"""What people do with actions. Every act is a step, and a line in the trail."""

from datetime import date, datetime, timedelta

from django.db import connection
from django.urls import reverse
from django.utils.translation import gettext as _

from styrk.access.commands import grant_to_person
from styrk.actions.models import Action, ActionStep, EffectReview
from styrk.actions.states import MOVES, Effect
from styrk.actions.types import CARRY_OUT, JUDGE, Plan
from styrk.core import clock, guard, states
from styrk.core.scope import current
from styrk.duties.commands import require, settle
from styrk.messages.commands import Letter, send
from styrk.organisation.models import Person
from styrk.trail.commands import command, record


class Impossible(ValueError):
    """The facts given do not fit together; the message says how."""


class ReviewBeforeDue(Impossible):
    """The effect cannot be looked at before the action is due."""


class ReasonMissing(Impossible):
    """A judgement needs its reason."""


class TooSoon(Impossible):
    """Before the day that was set, one can know that an action failed, not that it worked."""


class NextDateMissing(Impossible):
    """«For tidlig» needs a later day to look again."""


class NextActionMissing(Impossible):
    """«Virket ikke» leads to a new action."""


@command
def raise_action(
    *, plan: Plan, origin: str, by: Person, now: datetime, follows: Action | None = None
) -> Action:
    """Decide an action with owner, deadline, expected change, sign and the day one looks.

    `origin` is the kind of record it comes from; whoever owns that record links it. Raises
    ReviewBeforeDue, and IdentityFound where a text identifies a person.
    """
    guard.refuse_identity(plan.title, plan.change, plan.sign)
    if plan.review_on < plan.due:
        raise ReviewBeforeDue
    action = Action(
        pk=_next_id(),
        trust_id=plan.unit.legal_id,
        unit=plan.unit,
        origin=origin,
        title=plan.title,
        change=plan.change,
        sign=plan.sign,
        level=plan.level,
        owner=plan.owner,
        due=plan.due,
        review_on=plan.review_on,
        raised_at=now,
        raised_by=by,
        follows=follows,
    )
    _let_follow(action, by, now)
    action.save(force_insert=True)
    _require(action, CARRY_OUT, plan.due, now)
    _step(action, "raise", by, now, text=f"Besluttet tiltaket «{action.title}»")
    _tell_owner(action, by, now)
    return action


def _tell_owner(action: Action, by: Person, now: datetime) -> None:
    """Whoever is given an action by another hears of it at once."""
    if action.owner_id == by.pk:
        return
    letter = Letter(
        recipient=action.owner,
        key=f"action:{action.uuid}:owner",
        subject=lambda: _("Du eier et nytt tiltak: %(title)s") % {"title": action.title},
        text=lambda: _("%(name)s har bestemt tiltaket og satt deg som eier.") % {"name": by.name},
        path=reverse("actions:action", args=[action.uuid]),
    )
    send([letter], now=now)


def _next_id() -> int:
    """The action's number before the action, because a grant of it is written first."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT nextval(pg_get_serial_sequence('actions_action', 'id'))")
        return int(cursor.fetchone()[0])


def _let_follow(action: Action, by: Person, now: datetime) -> None:
    """An owner from elsewhere who decides the next action, for another to own, may see it."""
    if by.pk == action.owner_id or action.unit_id in current().units("action"):
        return
    grant_to_person(
        kind="action",
        record_id=action.pk,
        part="action",
        person=by,
        by=by,
        now=now,
        reason="Besluttet tiltaket",
    )


@command
def change_deadline(
    *, action: Action, due: date, review_on: date, reason: str, by: Person, now: datetime
) -> None:
    """Move the deadline, with a reason that is kept."""
    guard.refuse_identity(reason)
    states.move(MOVES, action.state, "change_deadline")
    _need(reason)
    if review_on < due:
        raise ReviewBeforeDue
    before = action.due
    action.due, action.review_on = due, review_on
    action.save(update_fields=["due", "review_on"])
    _require(action, CARRY_OUT, due, now)
    text = f"Endret fristen fra {before:%d.%m.%Y} til {due:%d.%m.%Y}"
    _step(action, "change_deadline", by, now, text=text, note=reason)


@command
def carry_out(*, action: Action, note: str, by: Person, now: datetime) -> None:
    """The action is carried out. It is not finished: its effect is to be judged at the review date."""
    guard.refuse_identity(note)
    action.state = states.move(MOVES, action.state, "carry_out")
    action.done_at, action.done_by = now, by
    action.review_on = max(action.review_on, clock.day(now))
    action.save(update_fields=["state", "done_at", "done_by", "review_on"])
    settle(kind=CARRY_OUT, subject_uuid=action.uuid, by=by, now=now)
    _require(action, JUDGE, action.review_on, now)
    _step(action, "carry_out", by, now, text=f"Iverksatte tiltaket «{action.title}»", note=note)


@command
def judge_effect(
    *,
    action: Action,
    effect: str,
    reason: str,
    by: Person,
    now: datetime,
    next_review_on: date | None = None,
    next_plan: Plan | None = None,
) -> Action | None:
    """Judge whether the action worked, with a reason. Returns the new action where one follows.

    «For tidlig» needs a later date and the action waits on; «virket ikke» needs a new action.
    Before the review date it can only have failed. Raises ReasonMissing, TooSoon, NextDateMissing,
    NextActionMissing or NotNow.
    """
    guard.refuse_identity(reason)
    _need(reason)
    if effect == Effect.TOO_EARLY:
        _wait(action, reason, next_review_on, by, now)
        return None
    if effect == Effect.NOT_WORKED and next_plan is None:
        raise NextActionMissing
    state = states.move(MOVES, action.state, "judge")
    if effect != Effect.NOT_WORKED and clock.day(now) < action.review_on:
        raise TooSoon
    action.state = state
    action.effect = effect
    action.save(update_fields=["state", "effect"])
    _review(action, effect, reason, by, now)
    settle(kind=JUDGE, subject_uuid=action.uuid, by=by, now=now)
    said = Effect(effect).label.lower()
    _step(action, "judge", by, now, text=f"Vurderte effekten: {said}", note=reason, effect=effect)
    if next_plan is None:
        return None
    return raise_action(plan=next_plan, origin=action.origin, by=by, now=now, follows=action)


@command
def drop_action(*, action: Action, reason: str, by: Person, now: datetime) -> None:
    """Decide not to go on with the action, with a reason that is kept."""
    guard.refuse_identity(reason)
    _need(reason)
    action.state = states.move(MOVES, action.state, "drop")
    action.save(update_fields=["state"])
    settle(kind=CARRY_OUT, subject_uuid=action.uuid, by=by, now=now)
    _step(action, "drop", by, now, text=f"Gikk ikke videre med «{action.title}»", note=reason)


def _wait(
    action: Action, reason: str, next_review_on: date | None, by: Person, now: datetime
) -> None:
    if next_review_on is None or next_review_on <= clock.day(now):
        raise NextDateMissing
    states.move(MOVES, action.state, "wait")
    action.review_on = next_review_on
    action.save(update_fields=["review_on"])
    _review(action, Effect.TOO_EARLY, reason, by, now, next_review_on)
    _require(action, JUDGE, next_review_on, now)
    text = f"Vurderte at det er for tidlig å si, og ser på det igjen {next_review_on:%d.%m.%Y}"
    _step(action, "wait", by, now, text=text, note=reason)


def _review(
    action: Action,
    effect: str,
    reason: str,
    by: Person,
    now: datetime,
    next_review_on: date | None = None,
) -> None:
    EffectReview.objects.create(
        action=action, effect=effect, reason=reason, at=now, by=by, next_review_on=next_review_on
    )


def _need(reason: str) -> None:
    if not reason.strip():
        raise ReasonMissing


def _require(action: Action, kind: str, due: date, now: datetime) -> None:
    require(
        kind=kind,
        subject_id=action.pk,
        subject_uuid=action.uuid,
        unit=action.unit,
        person=action.owner,
        due=due,
        now=now,
    )


def _step(
    action: Action,
    act: str,
    by: Person,
    now: datetime,
    *,
    text: str,
    note: str = "",
    **detail: str,
) -> None:
    ActionStep.objects.create(action=action, act=act, at=now, by=by, note=note, detail=detail)
    record(
        by=by,
        now=now,
        act=f"action.{act}",
        subject="action",
        subject_id=action.pk,
        trust_id=action.trust_id,
        text=text,
        **({"note": note} if note else {}),
    )


def default_review(due: date) -> date:
    """When one looks if nobody says otherwise: three months after the deadline."""
    return due + timedelta(days=90)
