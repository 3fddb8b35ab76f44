"""Which indicator shows whether a goal is reached."""

from datetime import datetime

from styrk.goals.models import Goal
from styrk.indicators.models import GoalMeasure, Indicator
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


def _refuse_outside(indicator: Indicator, unit: Unit) -> None:
    if not unit.path.startswith(indicator.unit.path):
        raise NotBelow
