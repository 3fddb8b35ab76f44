"""Codes shared inside the app, and the shapes of what its commands are given."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

QUIET = "plan.quiet"
DEFERRED = "plan.deferred"
# What an objection to an item is of, and the duty to answer it.
PRIORITY = "priority"
ANSWER = "priority.answer"


@dataclass(frozen=True)
class Terms:
    """What an item means here, what it costs in kroner, and who has granted the money."""

    note: str = ""
    cost: Decimal | None = None
    funding: str = ""


TERMS = ("note", "cost", "funding")


@dataclass(frozen=True)
class Known:
    """What the plan builds on: a kind of source, which one, and what it showed and means here."""

    source: str
    what: str
    showed: str


@dataclass(frozen=True)
class Heard:
    """Who was heard, when, what they said, and what came of it."""

    party: str
    who: str
    held_on: date
    said: str
    outcome: str
