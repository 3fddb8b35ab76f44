"""Codes shared inside the app, and the shapes that commands take."""

from dataclasses import dataclass
from datetime import date

from styrk.organisation.models import Person, Unit
from styrk.requirements.models import Authority, Requirement

ANSWER = "finding.answer"
MEET = "finding.meet"
CONFIRM = "finding.confirm"
COMMENT = "audit.comment"
LOOK = "lesson.look"
DECIDE = "lesson.decide"
TREAT = "audit.treat"
# What somebody outside has opened of an audit, in the trail of what was read.
LOOKED = "inspected"
# Ours, not the law's: a month to answer a report, and as long to look at what was done about it.
DAYS_TO_ANSWER = 30
DAYS_TO_CONFIRM = 30
DAYS_TO_LOOK = 30
DAYS_TO_DECIDE = 30


@dataclass(frozen=True)
class Mandate:
    """What an audit looks at, where, against what, when, and who does it.

    `unit` keeps the record: the trust whose internal audit it is, the region for konsernrevisjonen.
    `leader` leads it; of what an authority does, the one here who answers for the record. `exempt`
    is the ground on which it is kept from the public until the report is there.
    """

    unit: Unit
    kind: str
    title: str
    about: str
    leader: Person
    starts_on: date
    ends_on: date
    units: tuple[Unit, ...]
    team: tuple[Person, ...] = ()
    authority: Authority | None = None
    criteria: tuple[Requirement, ...] = ()
    criteria_words: str = ""
    exempt: str = ""


@dataclass(frozen=True)
class Found:
    """A finding as the team words it. An order has a deadline."""

    kind: str
    title: str
    text: str
    unit: Unit
    requirement: Requirement | None = None
    deadline: date | None = None


@dataclass(frozen=True)
class Learnt:
    """What is shared with `units`, in words that they may read; they look for `ask` by `due`.

    `unit` keeps it. `origin` says who learnt it, where that is somebody else.
    """

    unit: Unit
    title: str
    text: str
    ask: str
    due: date
    units: tuple[Unit, ...]
    origin: str = ""


@dataclass(frozen=True)
class Upload:
    """A file that was sent in, looked over: its name for people and its bytes."""

    name: str
    content: bytes
    digest: str
