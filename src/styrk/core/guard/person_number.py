"""Fødselsnummer, D-nummer, H- and FH-nummer, written together or in groups."""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import accumulate, pairwise

from styrk.core.guard.finding import Finding, Kind, finding, without_overlap

_K1_WEIGHTS = (3, 7, 6, 1, 8, 9, 4, 5, 2, 1)
_K2_WEIGHTS = (5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1)
# Numbers given out from 1 January 2032 may leave 0, 1, 2 or 3 here, beside today's 0
# (Skatteetaten, «Nye fødselsnummer og d-nummer fra 2032»); their century is then unknown too.
_K1_REMAINDERS = frozenset({0})
_K2_REMAINDERS = frozenset({0})

# H-nummer and NAV's test numbers, NHN's test numbers, Skatteetaten's (Tenor).
_MONTH_ADDITIONS = (0, 40, 65, 80)

_LENGTH = 11
_LENGTH_WITH_CENTURY = 13
# Between day, month, year, individual number and check digits.
_CUTS = frozenset({2, 4, 6, 9})
_CUTS_WITH_CENTURY = frozenset({2, 4, 8, 11})
_ANY_CUT = _CUTS | _CUTS_WITH_CENTURY
_ACCOUNT_NUMBER = [4, 2, 5]

_DIGITS = re.compile(r"\d+")
_GAP = re.compile(r"[ \n./_-]{1,3}")

Groups = Sequence[re.Match[str]]


def person_numbers(plain: str) -> list[Finding]:
    found = (f for chain in _chains(plain) for f in _in_chain(plain, chain))
    return without_overlap(found)


def kind_of(number: str) -> Kind | None:
    """The kind of an eleven-digit number, or None when it belongs to no one."""
    if not has_check_digits(number):
        return None
    if number[0] in "89":  # FH-nummer: no date inside
        return Kind.fnr
    if _birth_date(number) is None:
        return None
    return Kind.dnr if number[0] >= "4" else Kind.fnr


def has_check_digits(number: str) -> bool:
    digits = [int(digit) for digit in number]
    k1 = sum(w * d for w, d in zip(_K1_WEIGHTS, digits, strict=False)) % 11
    k2 = sum(w * d for w, d in zip(_K2_WEIGHTS, digits, strict=True)) % 11
    return k1 in _K1_REMAINDERS and k2 in _K2_REMAINDERS


def _birth_date(number: str) -> date | None:
    day, month, short_year = (int(number[at : at + 2]) for at in (0, 2, 4))
    year = _full_year(short_year, individual=int(number[6:9]))
    months = [month - added for added in _MONTH_ADDITIONS if 1 <= month - added <= 12]
    if year is None or not months:
        return None
    try:
        return date(year, months[0], day - 40 if day > 40 else day)
    except ValueError:
        return None


def _full_year(short_year: int, individual: int) -> int | None:
    if individual < 500 or (individual >= 900 and short_year >= 40):
        return 1900 + short_year
    if short_year < 40:
        return 2000 + short_year
    if individual < 750 and short_year >= 54:
        return 1800 + short_year
    return None


def _chains(plain: str) -> Iterator[Groups]:
    """Groups of digits with little between them."""
    chain: list[re.Match[str]] = []
    for group in _DIGITS.finditer(plain):
        if chain and not _GAP.fullmatch(plain, chain[-1].end(), group.start()):
            yield chain
            chain = []
        chain.append(group)
    yield chain


def _in_chain(plain: str, chain: Groups) -> Iterator[Finding]:
    for first in range(len(chain)):
        if first == 0 and plain[max(chain[0].start() - 1, 0)] == "+":
            continue  # a foreign telephone number
        for groups in _windows(chain, first):
            kind = _kind_of_groups(plain, groups, alone=len(groups) == len(chain))
            if kind:
                yield finding(kind, groups[0].start(), groups[-1].end())


def _windows(chain: Groups, first: int) -> Iterator[Groups]:
    uneven = len(chain) <= _LENGTH
    length = 0
    for last in range(first, len(chain)):
        length += len(chain[last].group())
        if length in {_LENGTH, _LENGTH_WITH_CENTURY}:
            yield chain[first : last + 1]
        if length >= _LENGTH_WITH_CENTURY or not (length in _ANY_CUT or uneven):
            return


def _kind_of_groups(plain: str, groups: Groups, *, alone: bool) -> Kind | None:
    sizes = [len(group.group()) for group in groups]
    gaps = [plain[a.end() : b.start()] for a, b in pairwise(groups)]
    cuts = list(accumulate(sizes[:-1]))
    digits = "".join(group.group() for group in groups)
    if any("\n" in gap and cut not in {6, 8} for gap, cut in zip(gaps, cuts, strict=True)):
        return None
    if len(digits) == _LENGTH_WITH_CENTURY:
        dated = 8 in cuts and _CUTS_WITH_CENTURY.issuperset(cuts)
        return _kind_with_century(digits) if dated else None
    # Another grouping than the number's own parts is believed when it is even and all there is.
    if not _CUTS.issuperset(cuts) and not (alone and len(set(gaps)) == 1):
        return None
    if sizes == _ACCOUNT_NUMBER and digits[0] in "89":
        return None
    return kind_of(digits)


def _kind_with_century(digits: str) -> Kind | None:
    """A date with the year in full, then the last five digits."""
    number = digits[:4] + digits[6:]
    born = _birth_date(number)
    return kind_of(number) if born and born.year == int(digits[4:8]) else None
