"""Telephone numbers as people write them, and not the other numbers of a hospital."""

import re
from collections.abc import Iterator
from itertools import pairwise

from styrk.core.guard.calendar_date import is_compact_date
from styrk.core.guard.finding import Finding, Kind, finding, without_overlap
from styrk.core.guard.words import WORDS

_LOOSE = r"[ .\-()/]{0,3}"
_COUNTRY = (
    r"(?:1|7|2[07]|2[1-689]\d|3[0-469]|3[578]\d|4[0134-689]|42\d|5[1-8]|5[09]\d|6[0-6]|6[789]\d"
    r"|8[1246]|8[058]\d|9[0-58]|9[679]\d)"
)
_NORWAY = rf"47{_LOOSE}[2-9](?:{_LOOSE}\d){{7}}"
_WITH_COUNTRY = re.compile(
    rf"(?<![\w+])\(?(?:\+ ?\(?|00 ?)(?:{_NORWAY}"
    rf"|(?<=\+)(?P<plus>{_COUNTRY}(?P<rest>(?:{_LOOSE}\d){{5,12}}))"
    # After 00 a group of four may be a time of day: Nordic and large European countries only.
    rf"|(?<=00)(?:4[4-689]|3[0-469]|35[348])(?!{_LOOSE}\d{{4}}(?!\d))(?:{_LOOSE}\d){{7,11}})(?!\d)"
)

_LABEL = (
    r"(?<![^\W\d_])(?:(?:mobil|privat|arbeids|hjemme|direkte)?(?:tlf|telefon|mobil)|tel|mob)"
    r"(?:nr|nummer|nummeret|en)?"
    r"(?:[ .:=(]|nr|nummer|er|på|til){0,8}"
)
_LABELLED = re.compile(
    rf"{_LABEL}(?P<number>[2-9](?: {{0,2}}\d){{7}})(?! ?\d)",
    re.IGNORECASE,
)

_BETWEEN = r"[ .-]{1,2}"
_GROUPED = re.compile(
    r"(?<!\d)(?:"
    rf"(?:47{_BETWEEN})?(?P<pairs>[2-79]\d(?P<p>{_BETWEEN})\d\d(?P=p)\d\d(?P=p)\d\d)"
    rf"|(?:47{_BETWEEN})?(?P<triple>[2-9]\d\d(?P<t>{_BETWEEN})\d\d(?P=t)\d\d\d)"
    r"|(?:47 ?)?(?P<solid>[2-9]\d{7})"
    r")(?!\d)"
)

# First two digits that Nkom has given to mobile and to geographic numbers.
_GIVEN_OUT = re.compile(r"2[1-4]|3[1-3578]|4\d|5[1-35-79]|6[1-4679]|7\d|9\d")
_MOBILE = re.compile(r"[49]")

_TIED_BEFORE = re.compile(r"(?:[^\W_][-_]|_|#|\d\.|[^\W\d_]|\d/|[./]\S*/|(?:^|\s)/)$")
_NUMBER_BEFORE = re.compile(r"\d(?: ?\d){7}/$")
_TIED_AFTER = re.compile(r"[-_]?[^\W\d_]|[-_]\d|/(?!(?:\d ?){8}(?!\d))\d|[.,]\d{1,3}(?!\d)")
_UNIT_AFTER = re.compile(
    r" ?(?:%|°|(?:mg|g|kg|ml|dl|l|µg|mcg|mmol|ie|mmhg|cm|mm|kr|kroner|nok|stk|tabletter|kapsler"
    r"|poser|doser|pasienter|personer|timer|minutter|dager)\b)",
    re.IGNORECASE,
)
_REACH = 40
_WORDS_BEFORE = re.compile(r"(?:([^\W\d_]+)[ .:-]{1,2})?([^\W\d_]+)[ .:#=]{0,3}$")
_NUMBER_WORD = re.compile(r"(?:nr|nummer|nummeret)$")
_COUNTED = WORDS["counts_something"]
_NUMBERED = WORDS["numbered_things"] | _COUNTED


def phones(plain: str) -> list[Finding]:
    found = (*_with_country(plain), *_labelled(plain), *_grouped(plain))
    return without_overlap(found)


def _with_country(plain: str) -> Iterator[Finding]:
    for match in _WITH_COUNTRY.finditer(plain):
        amount = match["plus"] and (
            not match["rest"].strip(" .0") or _UNIT_AFTER.match(plain, match.end())
        )
        if not amount:
            yield finding(Kind.phone, *match.span())


def _labelled(plain: str) -> Iterator[Finding]:
    for match in _LABELLED.finditer(plain):
        yield finding(Kind.phone, *match.span("number"))


def _grouped(plain: str) -> Iterator[Finding]:
    for match in _GROUPED.finditer(plain):
        if _is_plausible(plain, match) and not _is_something_else(plain, match):
            yield finding(Kind.phone, *match.span())


def _is_plausible(plain: str, match: re.Match[str]) -> bool:
    if match["pairs"]:
        return _is_run_of_numbers(plain, match) and not _is_series(match["pairs"])
    if match["solid"]:
        number = match["solid"]
        return bool(_GIVEN_OUT.match(number)) and not is_compact_date(number)
    return True


def _is_run_of_numbers(plain: str, match: re.Match[str]) -> bool:
    """Four pairs; or eight when both halves are mobile numbers. Other lists are lists."""
    gap = re.escape(match["p"])
    before = re.search(
        rf"(?:(?<!\d)\d\d{gap}){{0,5}}$", plain[max(match.start() - 30, 0) : match.start()]
    )
    after = re.compile(rf"(?:{gap}\d\d(?!\d)){{0,5}}").match(plain, match.end())
    around = [re.findall(r"\d\d", part.group()) for part in (before, after) if part]
    pairs = [pair for side in around for pair in side]
    if not pairs:
        return True
    halves = len(pairs) == 4 and [] in around
    return halves and bool(_MOBILE.match(match["pairs"]) and _MOBILE.match(pairs[0]))


def _is_series(pairs: str) -> bool:
    """21 22 23 24 are beds; 20 40 60 80 are doses."""
    numbers = [int(pair) for pair in re.findall(r"\d\d", pairs)]
    steps = {after - before for before, after in pairwise(numbers)}
    return steps == {1} or all(number and number % 10 == 0 for number in numbers)


def _is_something_else(plain: str, match: re.Match[str]) -> bool:
    before = plain[max(match.start() - _REACH, 0) : match.start()]
    return bool(
        (_TIED_BEFORE.search(before) and not _NUMBER_BEFORE.search(before))
        or _TIED_AFTER.match(plain, match.end())
        or _UNIT_AFTER.match(plain, match.end())
        or _numbers_something(before)
    )


def _numbers_something(before: str) -> bool:
    """«rom», «batch», «saksnr» or «avvik nr» stands right before."""
    words = _WORDS_BEFORE.search(before.lower())
    if not words:
        return False
    earlier, last = words[1] or "", words[2]
    numbered = earlier if last in {"nr", "nummer", "nummeret"} else _NUMBER_WORD.sub("", last)
    if numbered != last:
        return numbered in _NUMBERED
    return last in _COUNTED
