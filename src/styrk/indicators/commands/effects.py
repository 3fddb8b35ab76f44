"""By which series one will see whether an action helped, and asking it."""

from datetime import date, datetime

from styrk.actions.commands import raise_action
from styrk.actions.models import Action
from styrk.actions.record import step
from styrk.actions.types import Plan
from styrk.core import clock, guard, states
from styrk.indicators import effects
from styrk.indicators.effects import Answer
from styrk.indicators.models import ActionMeasure, EffectAnswer, Indicator
from styrk.indicators.queries.effects import beside, measure_of, newest_answer
from styrk.indicators.queries.figures import series
from styrk.indicators.queries.looking import marks_of
from styrk.indicators.record import told
from styrk.indicators.refusals import AlreadyLinked, NotBelow, Retired, Withdrawn, need
from styrk.indicators.states import SEEING
from styrk.organisation.models import Person, Unit
from styrk.trail.commands import already_done, command, record


@command
def act_on_series(*, indicator: Indicator, plan: Plan, by: Person, now: datetime) -> Action:
    """Decide an action from what a series of the plan's unit tells; the same series will show if it helped.

    Raises as `raise_action`, and NotBelow, Retired.
    """
    action = raise_action(plan=plan, origin="indicator", by=by, now=now)
    measure_action(action=action, indicator=indicator, unit=plan.unit, by=by, now=now)
    # Without the action's title: more people see an indicator than see the actions of a unit.
    text = f"Besluttet et tiltak ut fra «{indicator.name}» hos {plan.unit.name}"
    told(indicator, "add_action", by, now, text, unit=plan.unit.name)
    return action


@command
def measure_action(
    *,
    action: Action,
    indicator: Indicator,
    unit: Unit,
    by: Person,
    now: datetime,
    reason: str = "",
) -> ActionMeasure:
    """The series that will show whether the action helped; another takes the place of the one before.

    Once the action is carried out, choosing another needs its reason: figures must not be chosen by
    what they say. Raises NotNow, NotBelow, Retired, AlreadyLinked, ReasonMissing.
    """
    guard.refuse_identity(reason)
    states.move(SEEING, action.state, "measure")
    if not unit.path.startswith(indicator.unit.path):
        raise NotBelow
    if indicator.retired_on and indicator.retired_on <= clock.day(now):
        raise Retired
    before = measure_of(action)
    if before:
        if (before.indicator_id, before.unit_id) == (indicator.pk, unit.pk):
            raise AlreadyLinked
        _end(before, action, reason, by, now)
    link = ActionMeasure.objects.create(
        action=action, indicator=indicator, unit=unit, by=by, at=now
    )
    which = f"«{indicator.name}» hos {unit.name}"
    step(
        action,
        "measure",
        by,
        now,
        text=f"Valgte å se etter virkningen i {which}",
        note=reason,
        indicator=indicator.name,
        unit=unit.name,
    )
    return link


@command
def stop_measuring_action(*, link: ActionMeasure, reason: str, by: Person, now: datetime) -> None:
    """The series will not show whether the action helped after all.

    Raises Withdrawn, NotNow, and ReasonMissing where the action is carried out.
    """
    guard.refuse_identity(reason)
    if link.ended_at is not None:
        raise Withdrawn
    action = link.action
    states.move(SEEING, action.state, "stop")
    _end(link, action, reason, by, now)
    name = link.indicator.name
    text = f"Ser ikke lenger etter virkningen i «{name}»"
    step(action, "stop_measuring", by, now, text=text, note=reason, indicator=name)


def _end(link: ActionMeasure, action: Action, reason: str, by: Person, now: datetime) -> None:
    if action.done_at is not None:
        need(reason)
    link.ended_at, link.ended_by, link.ended_reason = now, by, reason
    link.save(update_fields=["ended_at", "ended_by", "ended_reason"])


@command
def ask_effect(*, link: ActionMeasure, by: Person | None, now: datetime) -> EffectAnswer:
    """Ask the series whether the action helped, and keep what it says as it says it.

    Where a person asks and it says what it said last, that answer stands. Raises Withdrawn, NotNow.
    """
    if link.ended_at is not None:
        raise Withdrawn
    action = link.action
    states.move(SEEING, action.state, "ask")
    answer = _answer(link, action, now)
    last = newest_answer(link)
    if by and last and answer.same_as(effects.as_answer(last.answer)):
        already_done()
        return last
    kept = EffectAnswer.objects.create(
        measure=link,
        asked_on=clock.day(now),
        by=by,
        verdict=answer.verdict,
        again_on=date.fromisoformat(answer.again_on) if answer.again_on else None,
        answer=effects.as_told(answer),
    )
    record(
        by=by,
        now=now,
        act="action.ask_effect",
        subject="action",
        subject_id=action.pk,
        trust_id=action.trust_id,
        text=f"Spurte «{link.indicator.name}» om tiltaket har virket",
        answer=kept.pk,
        digest=answer.digest,
        verdict=answer.verdict,
    )
    return kept


def _answer(link: ActionMeasure, action: Action, now: datetime) -> Answer:
    assert action.done_at is not None  # noqa: S101 - only what is carried out is asked about
    today, carried_out = clock.day(now), clock.day(action.done_at)
    found = series(link.indicator, link.unit, upto=today)
    pair = link.indicator_id, link.unit_id
    since = effects.window(found.definition.rhythm, carried_out)
    return effects.answered(
        found,
        tuple(marks_of([pair]).get(pair, ())),
        carried_out,
        place=link.unit.name,
        beside=beside(link, action, since, today),
    )
