"""The shapes of evidence: what an app's `evidence` module holds, and what is shown of it.

An app says `CLAIMS = [Claim(...)]`. A claim is a rule that can come out against the one who asks:
it looks at what has been done, never at whether there is a module for it.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any

from django.utils.functional import Promise

from styrk.core.asking import Ask
from styrk.regulation.letters import WITHIN, Letter
from styrk.regulation.profiles import ORDINARY, Extent, Size


class Status(StrEnum):
    SHOWN = "shown"
    PARTLY = "partly"
    NOT_SHOWN = "not_shown"
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class Datum:
    """One fact behind a status: what, how much, on which day, and where to see it."""

    what: str
    value: int | str
    date: date
    url: str = ""


@dataclass(frozen=True)
class Threshold:
    """Where a rule draws its line, and why just there. Ours, not the law's: the law gives no figure.

    `fitted` are the lines for organisations of other sizes, each with its own why.
    """

    value: int
    why: str | Promise
    fitted: Mapping[Size, "Threshold"] = field(default_factory=dict)


@dataclass(frozen=True)
class Question:
    """Which part of the organisation is asked about (a unit and all below it), for which day, and what
    is enough there."""

    unit_id: int
    code: str
    path: str
    on: date
    today: date
    extent: Extent = ORDINARY

    def at(self, threshold: Threshold) -> Threshold:
        """Where the line goes for an organisation of this size."""
        return threshold.fitted.get(self.extent.size, threshold)


@dataclass(frozen=True)
class Answer:
    """What a claim's rule comes out as, explained in a sentence or two, with the data behind it."""

    status: Status
    explanation: str
    data: tuple[Datum, ...] = ()


type Words = str | Promise


@dataclass(frozen=True)
class Claim:
    """That data of an app can evidence a letter by a rule.

    `rule` is its words, or what gives them where a line is drawn by the organisation's size.
    `read` is the question whose answer `gather` judges; claims that build on the same give the same,
    and it is asked once.
    `live` data is as it stands today, and says nothing of other days.
    """

    letter: Letter
    rule: Words | Callable[[Question], Words]
    read: Callable[[Question], Ask[Any]]
    gather: Callable[[Question, Any], Answer]
    live: bool = True

    @property
    def app(self) -> str:
        """The short name of the app whose rule it is."""
        return self.gather.__module__.split(".")[1]

    @property
    def key(self) -> str:
        """What the rule is known by where it is switched off: an app has one rule for a letter."""
        return f"{self.letter}-{self.app}"

    def says(self, question: Question) -> str:
        """The rule as it reads for this organisation."""
        return str(self.rule(question) if callable(self.rule) else self.rule)


@dataclass(frozen=True)
class Sought:
    """The unit and the first and last day that papers are sought for, and the standing of who reads them."""

    unit_id: int
    path: str
    first: date
    last: date
    reader: Any


@dataclass(frozen=True)
class Attachment:
    """A paper as it was written then. `about` says what it is; to open it is to read `subject`.

    `data` is None where the file is gone from its store.
    """

    name: str
    about: str
    data: bytes | None
    subject: str
    subject_id: int


@dataclass(frozen=True)
class Papers:
    """Signed and received papers that bear on these letters: `find` gives those the reader may open."""

    letters: frozenset[Letter]
    find: Callable[[Sought], list[Attachment]]


def concerns_others(letter: Letter, status: Status) -> bool:
    """What is claimed of another law than the forskrift, and says nothing here, is not for this unit."""
    return letter not in WITHIN and status is Status.UNKNOWN


@dataclass(frozen=True)
class Evidence:
    """A row of the forskriftskart. `reservation` says what the letter asks for that data cannot show.

    `off`: every rule for it is switched off here.
    """

    letter: Letter
    status: Status
    rule: str = ""
    explanation: str = ""
    reservation: str = ""
    data: tuple[Datum, ...] = ()
    judgement: str | None = None
    off: bool = False

    @property
    def concerns_others(self) -> bool:
        """It stands in another law, and is not for this unit."""
        return concerns_others(self.letter, self.status)
