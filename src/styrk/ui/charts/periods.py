"""Periods as they are written on an axis, and which of them there is room for."""

from collections.abc import Sequence
from datetime import date
from enum import StrEnum

from django.utils.translation import gettext as _

from styrk.ui.words import MONTHS

# A day of a period, or the number of a case.
type Moment = date | int


class Rhythm(StrEnum):
    """How often there is a figure; `NUMBER` where points are numbered rather than dated."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    TERTIAL = "tertial"
    HALF = "half"
    YEAR = "year"
    NUMBER = "number"


# Every how manyth period may have its label, and where in the year those labels begin.
EVERY: dict[Rhythm, tuple[int, ...]] = {
    Rhythm.DAY: (1, 7, 14, 28, 56, 91, 182, 364),
    Rhythm.WEEK: (1, 2, 4, 13, 26, 52, 104),
    Rhythm.MONTH: (1, 2, 3, 6, 12, 24, 36, 60, 120),
    Rhythm.QUARTER: (1, 2, 4, 8, 12, 20, 40),
    Rhythm.TERTIAL: (1, 3, 6, 9, 15, 30),
    Rhythm.HALF: (1, 2, 4, 10, 20),
    Rhythm.YEAR: (1, 2, 5, 10, 20, 50),
    Rhythm.NUMBER: (1, 2, 5, 10, 20, 25, 50, 100, 200, 250, 500, 1000, 2000, 5000, 10000),
}
MONTHS_IN = {Rhythm.MONTH: 1, Rhythm.QUARTER: 3, Rhythm.TERTIAL: 4, Rhythm.HALF: 6}


def spoken(at: Moment, rhythm: Rhythm) -> str:
    """«jan. 25», «T1 25», «uke 3 2025», «2025»; «nr. 12» where points are numbered."""
    if not isinstance(at, date):
        return _("nr. %(number)s") % {"number": at}
    short = f"{_year(at, rhythm) % 100:02}"
    match rhythm:
        case Rhythm.DAY:
            return f"{at.day}. {MONTHS[at.month - 1]} {short}"
        case Rhythm.WEEK:
            return _("uke %(week)s %(year)s") % {
                "week": at.isocalendar().week,
                "year": _year(at, rhythm),
            }
        case Rhythm.YEAR | Rhythm.NUMBER:
            return str(at.year)
        case _:
            return f"{_in_year(at, rhythm)} {short}"


def _year(at: date, rhythm: Rhythm) -> int:
    return at.isocalendar().year if rhythm is Rhythm.WEEK else at.year


def _in_year(at: date, rhythm: Rhythm) -> str:
    number = (at.month - 1) // MONTHS_IN[rhythm] + 1
    match rhythm:
        case Rhythm.QUARTER:
            return _("K%(number)s") % {"number": number}
        case Rhythm.TERTIAL:
            return _("T%(number)s") % {"number": number}
        case Rhythm.HALF:
            return _("%(number)s. halvår") % {"number": number}
        case _:
            return str(MONTHS[at.month - 1])


def labelled(moments: Sequence[Moment], rhythm: Rhythm, most: int) -> list[int]:
    """The places of at most so many periods whose labels are drawn, evenly, from a natural start."""
    if not moments:
        return []
    for every in EVERY[rhythm]:
        places = [n for n, at in enumerate(moments) if _count(at, rhythm) % every == 0]
        if 0 < len(places) <= max(most, 1):
            return places
    return [0]


def _count(at: Moment, rhythm: Rhythm) -> int:
    """Periods since a start that labels are counted from: January, the first T1, Monday."""
    if not isinstance(at, date):
        return at
    match rhythm:
        case Rhythm.DAY:
            return at.toordinal() - 1
        case Rhythm.WEEK:
            # Counted within the year, so that week 1 has its label.
            return at.isocalendar().week - 1 + 52 * (at.isocalendar().year % 2)
        case Rhythm.YEAR | Rhythm.NUMBER:
            return at.year
        case _:
            return (at.year * 12 + at.month - 1) // MONTHS_IN[rhythm]
