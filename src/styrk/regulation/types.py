"""The shapes of evidence: what an app's `evidence` module holds, and what is shown of it.

An app says `CLAIMS = [Claim(...)]`. A claim is a rule that can come out against the one who asks:
it looks at what has been done, never at whether there is a module for it.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from django.utils.functional import Promise

from styrk.core.asking import Ask
from styrk.regulation.letters import Letter


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
    """Where a rule draws its line, and why just there. Ours, not the law's: the law gives no figure."""

    value: int
    why: str | Promise


@dataclass(frozen=True)
class Question:
    """Which part of the organisation is asked about (a unit and all below it), and for which day."""

    unit_id: int
    code: str
    path: str
    on: date
    today: date


@dataclass(frozen=True)
class Answer:
    """What a claim's rule comes out as, explained in a sentence or two, with the data behind it."""

    status: Status
    explanation: str
    data: tuple[Datum, ...] = ()


@dataclass(frozen=True)
class Claim:
    """That data of an app can evidence a letter by a rule.

    `read` is the question whose answer `gather` judges; claims that build on the same give the same,
    and it is asked once.
    `whole` is true where the rule answers all that the letter asks; otherwise it never comes out as
    more than partly. `live` data is as it stands today, and says nothing of other days.
    """

    letter: Letter
    rule: str | Promise
    read: Callable[[Question], Ask[Any]]
    gather: Callable[[Question, Any], Answer]
    whole: bool = False
    live: bool = True


@dataclass(frozen=True)
class Evidence:
    """A row of the forskriftskart. `reservation` says what the letter asks for that data cannot show."""

    letter: Letter
    status: Status
    rule: str = ""
    explanation: str = ""
    reservation: str = ""
    data: tuple[Datum, ...] = ()
    judgement: str | None = None
