"""Codes and limits shared inside the app."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from styrk.organisation.models import Unit
from styrk.regulation.maps import MAP_OF, Item, Map


@dataclass(frozen=True)
class Spot:
    """An item of a map at a unit."""

    unit: Unit
    item: Item

    @property
    def map(self) -> Map:
        return MAP_OF[self.item.key]


class Outcome(StrEnum):
    """What came of going through something."""

    ASKED = "asked"
    DECIDED = "decided"


REVIEW, JUDGE = "compliance.review", "compliance.judge"
# What a fitting is about, where it is not a rule: which profile holds. And what it says of a rule.
PROFILE, OFF = "profile", "off"
# Whoever is asked has this long before the day that was agreed.
WARNED = timedelta(days=30)
# How we do it is looked at again at least this often: § 5, «til enhver tid … oppdatert».
LONGEST_REVIEW = 24


def months_after(day: date, months: int) -> date:
    """The same day so many months later, or the last of that month."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    following = date(year + (month == 11), (month + 1) % 12 + 1, 1)
    return min(
        date(year, month + 1, 1) + timedelta(days=day.day - 1), following - timedelta(days=1)
    )
