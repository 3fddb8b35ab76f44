"""The goals that demands lead to in the demo, level by level, and the actions towards them."""

from datetime import datetime, timedelta
from decimal import Decimal

from styrk.core import clock
from styrk.demo.mandate import file
from styrk.demo.mandate.file import Told
from styrk.demo.mandate.line import Line
from styrk.goals import commands as goals
from styrk.goals.aim import Aim
from styrk.goals.models import Goal
from styrk.organisation.models import Person
from styrk.requirements.models import Placement
from styrk.requirements.periods import last_day


def goals_of(point: str, code: str) -> list[Told]:
    """The goals that the point led to there, by the file."""
    written: list[Told] = file.written()["goal"]
    return [told for told in written if (told["point"], told["unit"]) == (point, code)]


def aim(line: Line, told: Told, placement: Placement, by: Person, now: datetime) -> Goal:
    """The goal set and agreed on, from the goal above where the file says so, else from the demand."""
    year = clock.day(now).year
    above = line.goals.get(told.get("above", ""))
    counted = "target" in told
    goal = goals.set_goal(
        unit=placement.unit,
        aim=Aim(
            title=told["title"],
            why=told.get("why", ""),
            owner=by,
            direction=told["direction"],
            first_year=year,
            last_year=year,
            target=Decimal(str(told["target"])) if counted else None,
            measured_in=told.get("in", ""),
            target_on=last_day(str(year)) if counted else None,
            target_words=told.get("words", ""),
            placement=None if above else placement,
            above=above,
        ),
        by=by,
        now=now,
    )
    goals.agree_goal(goal=goal, by=by, now=now)
    line.goals[told["id"]] = goal
    _follow(line, told, goal, now)
    return goal


def _follow(line: Line, told: Told, goal: Goal, now: datetime) -> None:
    """What is said underway, evenly until lately."""
    said = told["follow"]
    left = line.year.end - timedelta(days=5) - now
    for nth, current in enumerate(said, start=1):

        def follow(by: Person, at: datetime, current: str = current) -> None:
            goals.follow_goal(goal=goal, current=current, by=by, now=at)

        line.at(now + left * nth / len(said), told["unit"], follow)
