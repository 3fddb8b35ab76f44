"""Codes shared inside the app, and the shape of a new action."""

from dataclasses import dataclass
from datetime import date

from styrk.organisation.models import Person, Unit

CARRY_OUT = "action.carry_out"
JUDGE = "action.judge"


@dataclass(frozen=True)
class Plan:
    """What an action asks at birth: what should change, how it is seen, when one looks."""

    unit: Unit
    title: str
    change: str
    sign: str
    level: str
    owner: Person
    due: date
    review_on: date
