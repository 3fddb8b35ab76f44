"""Codes shared inside the app, and the shapes of what its commands are given."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from styrk.goals.models import Goal
from styrk.organisation.models import Person, Unit
from styrk.requirements.models import Placement

RATE = "risk.rate"
REVIEW = "risk.review"
ANSWER = "risk.answer"
# How long whoever is asked has to answer a proposal.
DAYS_TO_ANSWER = 21
DAYS_TO_RATE = 14
# What is said of a risk beside its title, and goes with it wherever it is taken in.
SAID = ("description", "causes", "consequences", "measures", "interaction", "counterpart")


@dataclass(frozen=True)
class Description:
    """What a risk is: what may go wrong and why, what it leads to, and what holds it back today.

    `counterpart` says with whom, where it lies in an interaction. `placements` are the placed
    requirements it threatens, and `goals` the goals. `themes` are words it can be found by.
    """

    unit: Unit
    title: str
    description: str
    causes: str
    consequences: str
    measures: str
    interaction: str
    owner: Person
    review_on: date
    counterpart: str = ""
    placements: tuple[Placement, ...] = ()
    goals: tuple[Goal, ...] = ()
    themes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Assessment:
    """How likely it is, and how bad in each dimension: steps from 1, by the dimension's code."""

    kind: str
    likelihood: int
    consequences: Mapping[str, int]
    reason: str
