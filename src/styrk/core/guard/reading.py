"""A text as the finders read it: plain digits, spaces and dashes, nothing invisible."""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from styrk.core.guard.finding import Finding, finding

# What stands where something is already found: no digit, letter, space or mark.
MASK = "\0"

_DOTS = "\u00b7\u2024\u2027\u2219\u22c5\uff61"
_MINUS = "\u2212"
_SLASHES = "\u2044\u2215"
_FULL_WIDTH = range(0xFF01, 0xFF5F)
_VARIATION_SELECTORS = range(0xFE00, 0xFE10)
_ASCII = str.maketrans({code: "\n" if chr(code) in "\n\r" else " " for code in range(32)})


@dataclass(frozen=True, slots=True)
class Reading:
    """`plain[i]` is read from `text[starts[i]:ends[i]]`."""

    plain: str
    starts: Sequence[int]
    ends: Sequence[int]

    def in_text(self, found: Finding) -> Finding:
        return finding(found.kind, self.starts[found.start], self.ends[found.end - 1])


def read(text: str) -> Reading:
    if text.isascii():
        return _straight(text.translate(_ASCII))
    plain_of = {character: _plain(character) for character in set(text)}
    if all(plain_of.values()) and not any(map(unicodedata.combining, plain_of)):
        return _straight(text.translate({ord(c): plain for c, plain in plain_of.items()}))
    return _compact(text, plain_of)


def masked(plain: str, spans: Iterable[tuple[int, int]]) -> str:
    parts = []
    done = 0
    for start, end in spans:
        parts += [plain[done:start], MASK * (end - start)]
        done = end
    return "".join([*parts, plain[done:]])


def _straight(plain: str) -> Reading:
    return Reading(plain, range(len(plain)), range(1, len(plain) + 1))


def _compact(text: str, plain_of: dict[str, str]) -> Reading:
    """Drops what cannot be seen and joins a letter with the accent written after it."""
    plain: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for at, character in enumerate(text):
        if plain and unicodedata.combining(character):
            joined = unicodedata.normalize("NFC", plain[-1] + character)
            plain[-1] = joined if len(joined) == 1 else plain[-1]
            ends[-1] = at + 1
        elif plain_of[character]:
            plain.append(plain_of[character])
            starts.append(at)
            ends.append(at + 1)
    return Reading("".join(plain), starts, ends)


def _plain(character: str) -> str:
    """One character, or none for what cannot be seen."""
    if character.isdecimal():
        return str(unicodedata.decimal(character))
    if character.isalpha() and ord(character) not in _FULL_WIDTH:
        return character
    return _plain_mark(character)


def _plain_mark(character: str) -> str:
    category = unicodedata.category(character)
    if character in "\n\r\x85" or category in {"Zl", "Zp"}:
        return "\n"
    if category in {"Zs", "Cc"}:
        return " "
    if category == "Cf" or ord(character) in _VARIATION_SELECTORS:
        return ""
    if ord(character) in _FULL_WIDTH:
        return chr(ord(character) - 0xFEE0)
    return _plain_punctuation(character, category)


def _plain_punctuation(character: str, category: str) -> str:
    if category == "Pd" or character == _MINUS:
        return "-"
    if character in _DOTS:
        return "."
    if character in _SLASHES:
        return "/"
    return character


def spans_of(pattern: re.Pattern[str], plain: str) -> list[tuple[int, int]]:
    return [match.span() for match in pattern.finditer(plain)]
