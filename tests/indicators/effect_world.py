"""An action at the ward, and a series of it that falls when the action is carried out."""

from datetime import date, datetime, timedelta

from styrk.actions import commands as actions
from styrk.actions.models import Action
from styrk.actions.types import Plan
from styrk.core.clock import OSLO
from styrk.indicators import commands, periods
from styrk.indicators.types import Value

CARRIED_OUT = datetime(2026, 3, 10, 9, 0, tzinfo=OSLO)
REVIEW = date(2026, 11, 1)
BEFORE = (30, 34, 28, 33, 31, 29, 35, 30, 32, 28, 34, 31, 30, 33)
AFTER = (30, 18, 17, 20, 19, 16, 18, 21)


def series(first: date, numbers) -> list[tuple[date, int]]:
    return [(periods.moved("month", first, step), one) for step, one in enumerate(numbers)]


def record_falls(indicator, unit, by, numbers, *, until, now):
    """So many falls of 1000 days each month, the last in the month `until`."""
    first = periods.moved("month", until, 1 - len(numbers))
    values = [
        Value(indicator.pk, unit.pk, month, number, 1000)
        for month, number in series(first, numbers)
    ]
    return commands.record_values(values=values, by=by, now=now)


def decide(unit, owner, *, at=CARRIED_OUT, title="Sklisikkert belegg på badet", **facts) -> Action:
    """An action decided a month before it is carried out."""
    decided = at - timedelta(days=30)
    told = {
        "unit": unit,
        "title": title,
        "change": "Ingen faller fordi gulvet er vått",
        "sign": "Færre fall",
        "level": "system",
        "owner": owner,
        "due": at.date(),
        "review_on": REVIEW,
    }
    return actions.raise_action(plan=Plan(**told | facts), origin="unit", by=owner, now=decided)


def carry_out(action, by, at=CARRIED_OUT) -> Action:
    actions.carry_out(action=action, note="", by=by, now=at)
    return action
