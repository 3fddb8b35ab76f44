"""Codes shared inside the app, and the shapes of what its commands are given."""

from dataclasses import dataclass
from datetime import date

from styrk.organisation.models import Person

ANSWER = "requirement.answer"
REPORT = "requirement.report"
REACT = "requirement.react"


@dataclass(frozen=True)
class Wording:
    """What a requirement says, as it is written by hand into a draft edition."""

    ref: str
    title: str
    text: str
    point: str = ""
    parent_ref: str = ""
    kind: str = ""
    rhythm: str = ""
    goal: str = ""
    due: date | None = None
    imposed: bool = False
    action: str = ""
    letters: tuple[str, ...] = ()


@dataclass(frozen=True)
class Meaning:
    """How a unit makes a requirement its own: what it means here, who, when, how one sees it."""

    meaning: str
    owner: Person
    sign: str = ""
    due: date | None = None
