"""Periods as people write them: 2025-12, des. 2025, 31.12.2025, 2025 T1, 1. kvartal 2025, uke 5 2025."""

import re
from datetime import date

from styrk.indicators import periods
from styrk.indicators.states import Rhythm

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "jan januar january",
            "feb februar february",
            "mar mars march",
            "apr april",
            "mai may",
            "jun juni june",
            "jul juli july",
            "aug august",
            "sep sept september",
            "okt oktober oct october",
            "nov november",
            "des desember dec december",
        ),
        start=1,
    )
    for name in names.split()
}
YEAR = r"(?P<year>(?:19|20)\d\d)"
PART = {
    Rhythm.TERTIAL: (r"t(?:ertial)?", 3),
    Rhythm.QUARTER: (r"[kq](?:vartal|uarter)?", 4),
    Rhythm.HALF: (r"h(?:alvår)?", 2),
    Rhythm.WEEK: (r"(?:u(?:ke)?|w(?:eek)?)", 53),
}
DAYS = (
    re.compile(rf"{YEAR}-(?P<month>\d\d?)-(?P<day>\d\d?)(?:[ T]00:00(?::00)?)?"),
    re.compile(rf"(?P<day>\d\d?)[./](?P<month>\d\d?)[./]{YEAR}"),
)
NUMBERED = (
    re.compile(rf"{YEAR}[-/.]?(?P<month>0[1-9]|1[0-2])"),
    re.compile(rf"{YEAR} ?m(?P<month>\d\d?)"),
    re.compile(rf"(?P<month>\d\d?)[./-]{YEAR}"),
)
NAMED = (
    re.compile(rf"(?P<name>[a-z]+)\.?[ -]?{YEAR}"),
    re.compile(rf"{YEAR}[ -]?(?P<name>[a-z]+)\.?"),
    re.compile(r"(?P<name>[a-z]+)\.?[ -](?P<short>\d\d)"),
)


class NotAPeriod(ValueError):
    """The text says no period that we know."""


def period(text: str) -> tuple[Rhythm | None, date]:
    """Which rhythm the text is written in, and the first day; None for a day alone. Raises NotAPeriod."""
    said = " ".join(text.casefold().split())
    if any(sign.isdigit() and not sign.isascii() for sign in said):
        raise NotAPeriod(text)
    try:
        found = _day(said) or _part(said) or _month(said) or _year(said)
    except ValueError:
        raise NotAPeriod(text) from None
    if found is None:
        raise NotAPeriod(text)
    return found


def in_rhythm(found: tuple[Rhythm | None, date], rhythm: str) -> date | None:
    """The first day of the period, if the text says one in this rhythm. A day must be its first or last."""
    written, first = found
    if written is not None:
        return first if written == rhythm else None
    begins = periods.begins(rhythm, first)
    return begins if first in {begins, periods.ends(rhythm, begins)} else None


def _day(said: str) -> tuple[None, date] | None:
    for form in DAYS:
        if match := form.fullmatch(said):
            return None, date(int(match["year"]), int(match["month"]), int(match["day"]))
    return None


def _part(said: str) -> tuple[Rhythm, date] | None:
    for rhythm, (word, most) in PART.items():
        forms = (
            rf"{YEAR}[ -]?{word}[ .]?(?P<number>\d\d?)",
            rf"{word}[ .]?(?P<number>\d\d?)[ ,/-]*{YEAR}",
            rf"(?P<number>\d)\.? ?{word}[ ,/-]*{YEAR}",
        )
        for form in forms:
            if match := re.fullmatch(form, said):
                return _numbered(rhythm, int(match["year"]), int(match["number"]), most)
    return None


def _numbered(rhythm: Rhythm, year: int, number: int, most: int) -> tuple[Rhythm, date]:
    """Raises ValueError."""
    if not 1 <= number <= most:
        raise ValueError(number)
    if rhythm is Rhythm.WEEK:
        return rhythm, date.fromisocalendar(year, number, 1)
    return rhythm, periods.moved(rhythm, date(year, 1, 1), number - 1)


def _month(said: str) -> tuple[Rhythm, date] | None:
    for form in NUMBERED:
        if match := form.fullmatch(said):
            return Rhythm.MONTH, date(int(match["year"]), int(match["month"]), 1)
    for form in NAMED:
        match = form.fullmatch(said)
        if match and match["name"] in MONTHS:
            facts = match.groupdict()
            year = int(facts.get("year") or f"20{facts['short']}")
            return Rhythm.MONTH, date(year, MONTHS[match["name"]], 1)
    return None


def _year(said: str) -> tuple[Rhythm, date] | None:
    match = re.fullmatch(YEAR, said)
    return (Rhythm.YEAR, date(int(match["year"]), 1, 1)) if match else None
