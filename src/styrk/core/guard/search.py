"""All finders over one text, the blocking kinds first."""

from collections.abc import Callable

from styrk.core.guard.birth_date import after_names, birth_dates
from styrk.core.guard.email_address import email_addresses
from styrk.core.guard.finding import Finding, Kind, without_overlap
from styrk.core.guard.person_name import person_names
from styrk.core.guard.person_number import person_numbers
from styrk.core.guard.phone import phones
from styrk.core.guard.reading import masked, read, spans_of
from styrk.core.guard.record_number import record_numbers
from styrk.core.guard.redaction import PLACEHOLDER

Finder = Callable[[str], list[Finding]]

_BLOCKING: tuple[Finder, ...] = (email_addresses, person_numbers, phones)
_WARNING: tuple[Finder, ...] = (birth_dates, record_numbers, person_names)
# What is taken out may leave its neighbour standing alone, and then readable.
_ROUNDS = 4


def all_findings(text: str) -> list[Finding]:
    reading = read(text)
    plain = masked(reading.plain, spans_of(PLACEHOLDER, reading.plain))
    found: list[Finding] = []
    for finder in _BLOCKING:
        new, plain = _until_none(finder, plain)
        found += new
    likely = [f for finder in _WARNING for f in finder(plain)]
    names = [f for f in likely if f.kind is Kind.name]
    found += without_overlap([*likely, *after_names(plain, names)])
    return sorted(map(reading.in_text, found), key=lambda f: f.start)


def _until_none(finder: Finder, plain: str) -> tuple[list[Finding], str]:
    found: list[Finding] = []
    for _ in range(_ROUNDS):
        new = finder(plain)
        if not new:
            break
        found += new
        plain = masked(plain, ((f.start, f.end) for f in new))
    return found, plain
