"""Carrying an action out, and judging whether it worked."""

from datetime import date, datetime

from styrk.actions import rules
from styrk.actions.commands.decide import raise_action
from styrk.actions.models import Action, EffectReview
from styrk.actions.record import lay_duty, step
from styrk.actions.refusals import (
    NextActionMissing,
    NextDateMissing,
    ReviewBeforeAgreed,
    ReviewTooFar,
    TooSoon,
    need,
)
from styrk.actions.states import MOVES, Effect
from styrk.actions.types import CARRY_OUT, JUDGE, Plan
from styrk.core import clock, guard, states
from styrk.duties.commands import settle
from styrk.organisation.models import Person
from styrk.trail.commands import command


@command
def carry_out(*, action: Action, note: str, by: Person, now: datetime) -> None:
    """The action is carried out. It is not finished: its effect is to be judged at the review date.

    Done too late it has as long to work as was agreed, and the step tells the day.
    """
    guard.refuse_identity(note)
    action.state = states.move(MOVES, action.state, "carry_out")
    action.done_at, action.done_by = now, by
    agreed, action.review_on = action.review_on, rules.review_when_done(action, clock.day(now))
    action.save(update_fields=["state", "done_at", "done_by", "review_on"])
    settle(kind=CARRY_OUT, subject_uuid=action.uuid, by=by, now=now)
    lay_duty(action, JUDGE, action.review_on, now)
    moved = {"review_on": f"{action.review_on}"} if action.review_on != agreed else {}
    text = f"Iverksatte tiltaket «{action.title}»"
    step(action, "carry_out", by, now, text=text, note=note, **moved)


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
    saw: str = "",
) -> Action | None:
    """Judge whether the action worked, with a reason. Returns the new action where one follows.

    `saw` is what the judge was shown of the figures, as the app that showed it calls it.

    «For tidlig» needs a later date, not before the one agreed and within a year, and the action
    waits on; «virket ikke» needs a new action. Before the review date it can only have failed.
    Raises ReasonMissing, TooSoon, NextDateMissing, ReviewBeforeAgreed, ReviewTooFar,
    NextActionMissing or NotNow.
    """
    guard.refuse_identity(reason)
    need(reason)
    if effect == Effect.TOO_EARLY:
        _wait(action, reason, next_review_on, by, now, saw)
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
    step(
        action,
        "judge",
        by,
        now,
        text=f"Vurderte effekten: {said}",
        note=reason,
        effect=effect,
        **_seen(saw),
    )
    if next_plan is None:
        return None
    return raise_action(plan=next_plan, origin=action.origin, by=by, now=now, follows=action)


def _wait(
    action: Action,
    reason: str,
    next_review_on: date | None,
    by: Person,
    now: datetime,
    saw: str,
) -> None:
    if next_review_on is None or next_review_on <= clock.day(now):
        raise NextDateMissing
    if next_review_on < action.review_on:
        raise ReviewBeforeAgreed
    if next_review_on > rules.latest_next_review(action, clock.day(now)):
        raise ReviewTooFar
    states.move(MOVES, action.state, "wait")
    action.review_on = next_review_on
    action.save(update_fields=["review_on"])
    _review(action, Effect.TOO_EARLY, reason, by, now, next_review_on)
    lay_duty(action, JUDGE, next_review_on, now)
    text = f"Vurderte at det er for tidlig å si, og ser på det igjen {next_review_on:%d.%m.%Y}"
    step(action, "wait", by, now, text=text, note=reason, **_seen(saw))


def _seen(saw: str) -> dict[str, str]:
    return {"saw": saw} if saw else {}


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
