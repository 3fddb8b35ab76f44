"""By which series actions and goals are seen in the demo, and what the series answer."""

from datetime import datetime, timedelta

from styrk.actions.models import Action
from styrk.actions.states import State
from styrk.core import clock, scope
from styrk.demo.measured.file import Told, line
from styrk.demo.measured.known import Known
from styrk.goals.models import Goal
from styrk.indicators import commands
from styrk.indicators.models import ActionMeasure
from styrk.organisation.models import Person

# The job of the night; what a person asks is asked by day.
AT_NIGHT, BY_DAY = timedelta(hours=3), timedelta(hours=14)
# Carried out so many days before the day set.
DAYS_BEFORE_DUE = 3


def measure_goal(known: Known, goal: Goal, told: Told, by: Person, now: datetime) -> None:
    """The indicator that shows whether the goal of the file is reached."""
    if "measured" in told:
        indicator = known.indicators[told["measured"]]
        commands.measure_goal(goal=goal, indicator=indicator, by=by, now=now)


def watch(known: Known, action: Action, told: Told, by: Person, now: datetime) -> None:
    """The action is seen by a series, which changes as the file says from the day it is carried out."""
    if "seen" not in told:
        return
    seen = told["seen"]
    link = commands.measure_action(
        action=action,
        indicator=known.indicators[seen["by"]],
        unit=known.unit(seen["at"]),
        by=by,
        now=now,
    )
    if not told.get("done"):
        return
    _change(known, action, seen)
    night = clock.start_of(action.review_on) + AT_NIGHT
    known.year.plan(night, lambda at: _ask(known, link, None, at))
    if "asked_days_ago" in seen:
        day = clock.start_of(known.today - timedelta(days=seen["asked_days_ago"])) + BY_DAY
        known.year.plan(day, lambda at: _ask(known, link, by, at))


def _change(known: Known, action: Action, seen: Told) -> None:
    since = action.due - timedelta(days=DAYS_BEFORE_DUE)
    for (code, unit), series in known.series.items():
        if code == seen["by"] and seen["at"] in line(unit, known.facts):
            series.shifts.append((since, seen.get("factor", 1.0)))


def _ask(known: Known, link: ActionMeasure, by: Person | None, now: datetime) -> None:
    scope.apply(known.year.world.acting(by, now) if by else scope.SYSTEM)
    found = ActionMeasure.objects.select_related("action", "indicator", "unit").get(pk=link.pk)
    if found.action.state != State.PLANNED:
        commands.ask_effect(link=found, by=by, now=now)
