"""Which indicator shows whether a goal is reached, and whether an action helped."""

from collections.abc import Mapping
from datetime import date, datetime

from styrk.actions.models import Action
from styrk.goals.models import Goal
from styrk.indicators.models import ActionMeasure, EffectAnswer, GoalMeasure, Indicator
from styrk.indicators.record import told
from styrk.indicators.refusals import AlreadyLinked, NotBelow, Withdrawn
from styrk.organisation.models import Person, Unit
from styrk.trail.commands import command


@command
def measure_goal(*, goal: Goal, indicator: Indicator, by: Person, now: datetime) -> GoalMeasure:
    """The indicator shows at the goal's unit whether it is reached. Raises NotBelow, AlreadyLinked."""
    _refuse_outside(indicator, goal.unit)
    if goal.measures.filter(indicator=indicator, ended_at__isnull=True).exists():
        raise AlreadyLinked
    link = GoalMeasure.objects.create(goal=goal, indicator=indicator, by=by, at=now)
    text = f"Knyttet indikatoren «{indicator.name}» til målet «{goal.title}»"
    told(indicator, "measure_goal", by, now, text, goal=goal.pk)
    return link


@command
def stop_measuring_goal(*, link: GoalMeasure, by: Person, now: datetime) -> None:
    """The indicator no longer tells of the goal. Raises Withdrawn."""
    if link.ended_at is not None:
        raise Withdrawn
    link.ended_at, link.ended_by = now, by
    link.save(update_fields=["ended_at", "ended_by"])
    text = f"Løste indikatoren «{link.indicator.name}» fra målet «{link.goal.title}»"
    told(link.indicator, "stop_measuring_goal", by, now, text, goal=link.goal_id)


@command
def measure_action(
    *, action: Action, indicator: Indicator, unit: Unit, by: Person, now: datetime
) -> ActionMeasure:
    """The series that will show whether the action helped; a new choice takes the place of the old.

    Raises NotBelow.
    """
    _refuse_outside(indicator, unit)
    link, _new = ActionMeasure.objects.update_or_create(
        action=action, defaults={"indicator": indicator, "unit": unit, "by": by, "at": now}
    )
    # The action's title is not said here: not everyone who sees an indicator may see the action.
    text = f"Valgte indikatoren «{indicator.name}» for å se om et tiltak virker"
    told(indicator, "measure_action", by, now, text, action=action.pk, unit=unit.pk)
    return link


@command
def keep_effect_answer(
    *,
    link: ActionMeasure,
    asked_on: date,
    answer: Mapping[str, object],
    by: Person | None,
    now: datetime,
) -> EffectAnswer:
    """Keep what the series said of an action's effect, as it was said."""
    kept = EffectAnswer.objects.create(
        action_id=link.action_id,
        indicator_id=link.indicator_id,
        unit_id=link.unit_id,
        asked_on=asked_on,
        answer=dict(answer),
    )
    text = f"Spurte «{link.indicator.name}» om et tiltak har virket"
    told(link.indicator, "effect", by, now, text, action=link.action_id)
    return kept


def _refuse_outside(indicator: Indicator, unit: Unit) -> None:
    if not unit.path.startswith(indicator.unit.path):
        raise NotBelow
