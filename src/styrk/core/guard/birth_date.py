"""Dates of birth: a date right after a word that says so, or right after a person's name."""

import re
from collections.abc import Iterable

from styrk.core.guard.calendar_date import is_date
from styrk.core.guard.finding import Finding, Kind, finding

_LABEL = (
    r"(?<![^\W_])(?:født|fødd|fødsels(?:dato|dag|nr|nummer)(?:en|et)?|f\.? ?dato|f\.? ?nr|f\.?"
    r"|person(?:nr|nummer)|born|dob|date of birth)"
)
_FILLER = r"[ .:,=(]{0,4}(?:(?:den|dato|er|dag)[ .:]{0,3})?(?:(?:i|på) [^\W\d_]+,? )?(?:den )?"
_MONTHS = ("jan", "feb", "mar", "apr", "mai", "jun", "jul", "aug", "sep", "okt", "nov", "des")
_DATE = (
    r"(?:(?P<day>\d{1,2})(?:[./-] ?(?P<month>\d{1,2})[./-] ?|\.? (?P<word>[a-z]{3,9})\.? )"
    r"(?P<year>\d{4}|\d{2})"
    r"|(?P<y>\d{4})[./-](?P<m>\d{2})[./-](?P<d>\d{2})"
    r"|(?P<solid>\d{8}|\d{6})"
    r")(?P<rest>[ -]{0,3}\d{5})?(?!\d)"
)
# «Ola Nordmann 3.4.1950», «Kari Berg (03.04.50)», but not «Kari Berg så dette 3.4.2026».
_AFTER_NAME = re.compile(rf"[ ,:;(*-]{{1,3}}(?P<date>{_DATE})", re.IGNORECASE)
_BIRTH = re.compile(rf"{_LABEL}{_FILLER}(?P<date>{_DATE})", re.IGNORECASE)


def birth_dates(plain: str) -> list[Finding]:
    """With the five digits after it, if any: a fødselsnummer mistyped still says who."""
    return [
        finding(Kind.date_of_birth, *match.span("date"))
        for match in _BIRTH.finditer(plain)
        if is_date(*_date_parts(match))
    ]


def after_names(plain: str, names: Iterable[Finding]) -> list[Finding]:
    """Dates that follow one of the names at once: so a patient is written in a record."""
    found = (_AFTER_NAME.match(plain, name.end) for name in names)
    return [
        finding(Kind.date_of_birth, *match.span("date"))
        for match in found
        if match and is_date(*_date_parts(match))
    ]


def _date_parts(match: re.Match[str]) -> tuple[int, int, int]:
    """Year, month, day as written; month 0 when the word is no month."""
    if match["solid"]:
        return _solid_parts(match["solid"])
    if match["y"]:
        return int(match["y"]), int(match["m"]), int(match["d"])
    month = int(match["month"]) if match["month"] else _month_of(match["word"])
    return _full_year(match["year"]), month, int(match["day"])


def _solid_parts(digits: str) -> tuple[int, int, int]:
    if len(digits) == 8 and digits[:2] in {"19", "20"} and int(digits[4:6]) <= 12:
        return int(digits[:4]), int(digits[4:6]), int(digits[6:])
    return _full_year(digits[4:]), int(digits[2:4]), int(digits[:2])


def _full_year(year: str) -> int:
    """The century does not matter here, but 29 February must be possible."""
    return int(year) if len(year) == 4 else 2000 + int(year)


def _month_of(word: str) -> int:
    short = word.lower()[:3]
    return _MONTHS.index(short) + 1 if short in _MONTHS else 0
