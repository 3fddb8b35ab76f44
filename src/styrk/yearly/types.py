"""Codes of duties, the day that the report is usually there, and shapes that commands are given."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from styrk.organisation.models import Person

WRITE, TREAT, FOLLOW = "yearly.write", "yearly.treat", "yearly.follow"
# § 25-2: at least once a year.
A_YEAR = timedelta(days=366)
# What kommunestyret decided is noted some days after its meeting.
NOTED_WITHIN = timedelta(days=14)


@dataclass(frozen=True)
class DayOfYear:
    """A day in the year after the one that is told of, and why that day."""

    month: int
    day: int
    why: Promise

    def after(self, year: int) -> date:
        return date(year + 1, self.month, self.day)


SENT_BY = DayOfYear(
    4,
    30,
    _(
        "Loven setter ingen dag: den sier minst én gang i året (kommuneloven § 25-2). 30. april er"
        " satt her fordi mange legger den fram sammen med årsberetningen. Bruker kommunen deres en"
        " annen dag, gjelder den."
    ),
)


@dataclass(frozen=True)
class Treated:
    """What kommunestyret did: the meeting, the number of the case, and the decision in its words.

    `owner` follows what was asked for, and tells what became of it by `due`.
    """

    held_on: date
    case: str
    decision: str
    words: str
    owner: Person | None = None
    due: date | None = None
