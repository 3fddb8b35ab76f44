"""Codes shared inside the app, and the shapes of what its commands are given."""

from dataclasses import dataclass

from styrk.organisation.models import Person

# What waits for the leader a samleavvik is raised to.
ANSWER = "incident_group.answer"
# What waits for a unit's leader to say whether it is a samleavvik.
LOOK = "incident_group.look"
DAYS_TO_LOOK = 21
# What waits for the one who owns a tema.
REVIEW = "theme.review"
# Of the kind of an action that is decided for a tema.
ORIGIN = "theme"
# A review that changes something is told those whose reports came to the tema in so many days.
DAYS_TOLD_OF = 365
# How long that leader has, where the one who raises it says nothing else.
DAYS_TO_ANSWER = 21


@dataclass(frozen=True)
class WrittenCase:
    """What a samleavvik is raised with, beside the count: what happens, what it costs, what is asked for."""

    happens: str
    costs: str
    asks: str


@dataclass(frozen=True)
class AboutTheme:
    """What a tema is: what belongs to it and what does not, whose it is, how often it is gone through,
    and what those who report hear."""

    title: str
    belongs: str
    not_belongs: str
    answer: str
    owner: Person
    every: int


@dataclass(frozen=True)
class Taken:
    """How many new reports were taken in hand at once, and how many not: serious, or handled elsewhere."""

    taken: int
    serious: int
    elsewhere: int
