"""The shape of a goal as it is given."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from styrk.goals.models import Goal
from styrk.organisation.models import Person
from styrk.requirements.models import Placement


@dataclass(frozen=True)
class Aim:
    """What is to be reached, why, by whom and when. Either `target` with its unit of measure and
    its day, or `target_words`. At most one of `placement` and `above` says where it comes from.
    """

    title: str
    why: str
    owner: Person
    direction: str
    first_year: int
    last_year: int
    target: Decimal | None = None
    measured_in: str = ""
    target_on: date | None = None
    target_words: str = ""
    placement: Placement | None = None
    above: Goal | None = None
