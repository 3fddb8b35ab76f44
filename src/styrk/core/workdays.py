"""Working days in Norway: neither Saturdays, Sundays nor the holidays of the law.

Lov om helligdager og helligdagsfred (LOV-1995-02-24-12) § 2, and lov om 1. og 17. mai.
"""

from datetime import date, timedelta
from functools import cache

SATURDAY = 5
FIXED = ((1, 1), (5, 1), (5, 17), (12, 25), (12, 26))
# Days after Easter Sunday: Maundy Thursday, Good Friday, Easter, Ascension, Whitsun.
BY_EASTER = (-3, -2, 0, 1, 39, 49, 50)


def working_day(after: date, number: int) -> date:
    """The working day that is so many of them after the day (1: the first one after it)."""
    on = after
    for _one in range(number):
        on += timedelta(days=1)
        while not is_working_day(on):
            on += timedelta(days=1)
    return on


def is_working_day(on: date) -> bool:
    return on.weekday() < SATURDAY and on not in holidays(on.year)


@cache
def holidays(year: int) -> frozenset[date]:
    easter = easter_sunday(year)
    moving = (easter + timedelta(days=days) for days in BY_EASTER)
    return frozenset([*(date(year, month, day) for month, day in FIXED), *moving])


def easter_sunday(year: int) -> date:
    """By the Gregorian computus (Meeus, Jones and Butcher)."""
    golden = year % 19
    century, rest = divmod(year, 100)
    leaps, skipped = divmod(century, 4)
    moon = (century - (century + 8) // 25 + 1) // 3
    epact = (19 * golden + century - leaps - moon + 15) % 30
    quarter, remainder = divmod(rest, 4)
    weekday = (32 + 2 * skipped + 2 * quarter - epact - remainder) % 7
    late = (golden + 11 * epact + 22 * weekday) // 451
    month, day = divmod(epact + weekday - 7 * late + 114, 31)
    return date(year, month, day + 1)
