"""Codes shared inside the app, and the shape of a new action."""

from dataclasses import dataclass
from datetime import date

from styrk.organisation.models import Person, Unit

# The part of a grant by which a post works on an action that no line sees.
HANDLE = "handle"
CARRY_OUT = "action.carry_out"
JUDGE = "action.judge"
ANSWER = "action.answer"
# Whole months, this one with them: what is shown of the register, and what it evidences.
MONTHS_LOOKED_AT = 12


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


type Post = tuple[Unit, str]


@dataclass(frozen=True)
class Closing:
    """How closed an action is, which is as closed as what it came from.

    `posts` (a unit, and a role where it is not its leader) handle what no line sees; None where a
    line does. `without` never see it, whatever they hold or own.
    """

    posts: tuple[Post, ...] | None = None
    without: tuple[Person, ...] = ()


IN_LINE = Closing()
