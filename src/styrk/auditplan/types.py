"""Codes of duties, days, and the shapes that commands are given."""

from dataclasses import dataclass
from datetime import date, timedelta

from styrk.auditplan.states import Quarter
from styrk.organisation.models import Person, Unit
from styrk.requirements.models import Requirement

PLAN, ANSWER, BEGIN = "auditplan.plan", "auditplan.answer", "auditplan.begin"
# From when the plan of the coming year is asked for: wishes are asked for in the autumn.
ASKED_FROM = 9
# Ours: as long to answer the wishes as a finding has.
DAYS_TO_ANSWER = 30


@dataclass(frozen=True)
class Scope:
    """What a line is to look at: it becomes the scope and the criteria of the audit."""

    kind: str
    title: str
    about: str
    units: tuple[Unit, ...]
    why: str
    quarter: int | None = None
    criteria: tuple[Requirement, ...] = ()
    criteria_words: str = ""


@dataclass(frozen=True)
class Visit:
    """Who leads the audit that a line becomes, and when."""

    leader: Person
    starts_on: date
    ends_on: date


@dataclass(frozen=True)
class Decided:
    """What the board decided: the meeting, the number of the case, and its words."""

    held_on: date
    case: str
    words: str


def days_of(year: int, quarter: int) -> tuple[date, date]:
    """The first and the last day of a quarter."""
    first = date(year, 3 * Quarter(quarter) - 2, 1)
    after = date(year + 1, 1, 1) if quarter == Quarter.FOURTH else date(year, 3 * quarter + 1, 1)
    return first, after - timedelta(days=1)


def approved_by(year: int) -> date:
    """The plan stands when its year begins."""
    return date(year - 1, 12, 31)


def answered_by(wishes_until: date) -> date:
    return wishes_until + timedelta(days=DAYS_TO_ANSWER)
