"""What is true of organisation numbers, periods and roles, whatever the database holds."""

from datetime import date
from typing import Protocol

from django.db.models import Q

from styrk.core.prepared import Slot
from styrk.organisation.models import Person

# The one responsible leader of a unit: spesialisthelsetjenesteloven § 3-9.
LEADER = "leader"
WEIGHTS = (3, 2, 7, 6, 5, 4, 3, 2)


class Period(Protocol):
    """Days from and to, both included; an open end is None."""

    @property
    def valid_from(self) -> date: ...

    @property
    def valid_to(self) -> date | None: ...


def in_force(on: date | Slot) -> Q:
    """The rows whose period holds the day."""
    return Q(valid_from__lte=on) & (Q(valid_to__isnull=True) | Q(valid_to__gte=on))


def overlapping(start: date, end: date | None) -> Q:
    """The rows whose period has a day in common with this one."""
    begun = Q() if end is None else Q(valid_from__lte=end)
    return begun & (Q(valid_to__isnull=True) | Q(valid_to__gte=start))


def holds(outer: Period, start: date, end: date | None) -> bool:
    """Lies the period inside the outer one?"""
    if start < outer.valid_from:
        return False
    return outer.valid_to is None or (end is not None and end <= outer.valid_to)


def is_organisation_number(text: str) -> bool:
    """Nine digits with a modulus 11 check digit (Enhetsregisteret)."""
    if len(text) != 9 or not (text.isascii() and text.isdigit()):
        return False
    total = sum(int(digit) * weight for digit, weight in zip(text, WEIGHTS, strict=False))
    # A remainder of one would need the digit ten, which no text can match.
    return str(-total % 11) == text[8]


def has_left(person: Person | None, on: date) -> bool:
    """Whether nobody answers for what this person owns: nobody was named, or that one has left."""
    return person is None or (person.left_on is not None and person.left_on < on)
