"""Codes shared inside the app, and the shapes of what its commands are given."""

from dataclasses import dataclass, field
from datetime import date

from styrk.organisation.models import Person

ANSWER = "requirement.answer"
REPORT = "requirement.report"
REACT = "requirement.react"
ANNUAL = "requirement.annual"


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


@dataclass(frozen=True)
class Sentence:
    """One requirement of a document that is received whole; the fields of `models.Requirement`.

    `parent` is the ref of another sentence. `extra` is plain JSON, for the way back to the file.
    """

    ref: str
    parent: str | None = None
    point: str = ""
    title: str = ""
    text: str = ""
    kind: str = ""
    rhythm: str = ""
    goal: str = ""
    due: date | None = None
    imposed: bool = False
    action: str = ""
    letters: tuple[str, ...] = ()
    pending: tuple[dict[str, object], ...] = ()
    repealed: bool = False
    extra: dict[str, object] = field(default_factory=dict)


@dataclass(frozen=True)
class Received:
    """A document as it reads in one edition, whatever form it came in.

    `code` names the source through all editions. `otherwise` is a label to use where `label` stands
    for other content already; without one, that is refused.
    """

    code: str
    kind: str
    title: str
    label: str
    dated: date
    format: str
    sentences: tuple[Sentence, ...]
    issuer: str = ""
    url: str = ""
    otherwise: str = ""
    extra: dict[str, object] = field(default_factory=dict)
