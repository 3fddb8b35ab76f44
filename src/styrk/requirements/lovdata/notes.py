"""Announced changes in the notes under a section: «Endres ved lov ... (i kraft 1 juli 2026 ...)»."""

import re
from datetime import date
from itertools import zip_longest

from styrk.requirements.lovdata.shape import Pending, Verb

MONTHS = {
    "jan": 1, "feb": 2, "mar": 3, "apr": 4, "mai": 5, "jun": 6, "jul": 7, "aug": 8, "sep": 9,
    "okt": 10, "nov": 11, "des": 12,
}  # fmt: skip
MONTH_NAMES = (
    "januar", "februar", "mars", "april", "mai", "juni", "juli", "august", "september", "oktober",
    "november", "desember",
)  # fmt: skip
DAY = r"(\d{1,2})\.?\s+(jan|feb|mar|apr|mai|jun|jul|aug|sep|okt|nov|des)[a-zæøå]*\.?\s+(\d{4})"
# Only what is still to come: «Endret ved» is already in the text. Nynorsk has «vert» and «blir».
TO_COME = re.compile(
    r"\b(?:(?P<change>endres|endrast|(?:vert|blir)\s+endra)"
    r"|(?P<add>tilføyes|føyes\s+til|leggjast\s+til|(?:vert|blir)\s+(?:tilføyd|lagt\s+til))"
    r"|(?P<repeal>oppheves|opphevast|(?:vert|blir)\s+oppheva))"
    r"(?:\s+igjen)?\s+(?:ved|med)\s+(?P<what>lov|forskrift)(?:er|ar)?\b",
    re.IGNORECASE,
)
DONE = re.compile(
    r"(?<!vert )(?<!blir )\b(?:endret|endra|tilføyd|føyd\s+til|lagt\s+til|opphevet|oppheva)\s+(?:igjen\s+)?(?:ved|med)\b",
    re.IGNORECASE,
)
# An act that was itself changed before it came into force: the date belongs to the first act.
CHANGED_ITSELF = re.compile(
    rf"\s+som\s+endr(?:et|a)\s+(?:ved|med)\s+(?:lov|forskrift)\s+{DAY}\s+nr\.?\s*\d+", re.IGNORECASE
)
ACT = re.compile(rf"{DAY}\s+nr\.?\s*(\d+)", re.IGNORECASE)
IN_FORCE = re.compile(rf"\b(?:i\s+kraft|ikr\.?)\s+(?:fra\s+)?{DAY}", re.IGNORECASE)
PARENTHESES = re.compile(r"\([^()]*\)")
VERBS = {"change": Verb.CHANGE, "add": Verb.ADD, "repeal": Verb.REPEAL}


def pending(section: str, notes: tuple[str, ...]) -> tuple[Pending, ...]:
    """Every announced change in the notes of a section, in the order they are told."""
    return tuple(found for note in notes for found in _in_note(section, note))


def _in_note(section: str, note: str) -> list[Pending]:
    told = CHANGED_ITSELF.sub("", note)
    outside = _without_parentheses(told)
    starts = sorted([*TO_COME.finditer(outside), *DONE.finditer(outside)], key=re.Match.start)
    found = []
    for here, after in zip_longest(starts, starts[1:]):
        if here.re is TO_COME:
            span = (here.start(), after.start() if after else len(told))
            found += _acts(section, here, told[slice(*span)], outside[slice(*span)])
    return found


def _without_parentheses(told: str) -> str:
    """The same length. What stands in them is about the act before: it names no act of its own."""
    for _ in range(3):  # as deep as they may stand inside each other
        told = PARENTHESES.sub(lambda inside: " " * len(inside.group()), told)
    return told


def _acts(section: str, verb: re.Match[str], told: str, outside: str) -> list[Pending]:
    kind = next(VERBS[name] for name in VERBS if verb.group(name))
    acts = list(ACT.finditer(outside))
    found = []
    for act, after in zip_longest(acts, acts[1:]):
        terms = told[act.end() : after.start() if after else len(told)]
        if day := to_date(*act.groups()[:3]):
            refid = f"{verb.group('what').lower()}/{day.isoformat()}-{act.group(4)}"
            found.append(Pending(section, kind, refid, _in_force(terms), told.strip(" ,")))
    return found


def _in_force(terms: str) -> date | None:
    found = IN_FORCE.search(terms)
    return to_date(*found.groups()) if found else None


def to_date(day: str, month: str, year: str) -> date | None:
    """None for a day that no calendar has."""
    try:
        return date(int(year), MONTHS[month[:3].lower()], int(day))
    except ValueError:
        return None


def said(day: date) -> str:
    """ "1. juli 2026"."""
    return f"{day.day}. {MONTH_NAMES[day.month - 1]} {day.year}"
