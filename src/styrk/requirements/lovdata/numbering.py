"""How provisions are named, so that the same provision has the same name in every file."""

import re
from collections.abc import Iterable

ORDINALS = (
    "første", "andre", "tredje", "fjerde", "femte", "sjette", "sjuende", "åttende", "niende",
    "tiende", "ellevte", "tolvte", "trettende", "fjortende", "femtende", "sekstende", "syttende",
    "attende", "nittende", "tjuende",
)  # fmt: skip
# Older laws and nynorsk have other words for the same ledd.
OTHER_ORDINALS = {"annet": 2, "anna": 2, "sjuande": 7, "syvende": 7, "åttande": 8, "niande": 9}
LETTERS = "abcdefghijklmnopqrstuvwxyzæøå"

SECTION = re.compile(r"^§\s*(\d+)\s*(?:([A-Z])(?=\s*-))?\s*(?:-\s*(\d+))?\s*([a-zæøå])?$")
# The converter of the JSON form cuts "§ 4 A-1. Formål" after the first number.
CUT_NUMBER = re.compile(r"^([A-Z])\s*-\s*(\d+)(?:\s*([a-z]))?\.\s*")
CHAPTER = re.compile(
    r"^(?:kapittel|kap\.)\s*(\d+|[IVXLC]+)\s*([A-Z](?![A-Za-zÆØÅæøå]))?[.:]?\s*(.*)$", re.IGNORECASE
)
PART = re.compile(r"^(avsnitt|del|vedlegg)\s+(\w{1,6})[.:]?\s*(.*)$", re.IGNORECASE)
ROMAN = re.compile(r"^([IVXLC]+)(?:\.\s*(.*))?$")


def section_ref(told: str) -> str:
    """ "§3-3a", "§ 3-3a" and "§ 3-3 a" are all "§ 3-3 a"; "§4A-1" is "§ 4 A-1"."""
    found = SECTION.match(told)
    if not found:
        return told
    number, capital, second, letter = found.groups()
    ref = f"§ {number}" + (f" {capital}" if capital else "")
    return ref + (f"-{second}" if second else "") + (f" {letter}" if letter else "")


def whole_number(told: str, heading: str) -> tuple[str, str]:
    """The section's number and heading, put together again where the heading took a part."""
    cut = CUT_NUMBER.match(heading)
    if not cut or "-" in told:
        return section_ref(told), heading
    capital, second, letter = cut.groups()
    return section_ref(f"{told} {capital}-{second}{letter or ''}"), heading[cut.end() :]


def chapter_name(title: str) -> tuple[str, str, str]:
    """A chapter's ref, number and heading, from its title as printed."""
    if found := CHAPTER.match(title):
        number = " ".join(part for part in found.groups()[:2] if part)
        return f"Kapittel {number}", number, found.group(3)
    if found := PART.match(title):
        return f"{found.group(1).capitalize()} {found.group(2)}", found.group(2), found.group(3)
    if found := ROMAN.match(title):
        return f"Del {found.group(1)}", found.group(1), found.group(2) or ""
    return title[:80], "", title


def ledd_name(number: int) -> str:
    return f"{ORDINALS[number - 1]} ledd" if number <= len(ORDINALS) else f"{number}. ledd"


def ledd_number(word: str) -> int | None:
    """ "sjette" is 6; None for a word that is no ordinal."""
    word = word.lower()
    if word in ORDINALS:
        return ORDINALS.index(word) + 1
    return OTHER_ORDINALS.get(word)


def letter(position: int) -> str:
    """The letter of an item by its place, from 1; "" beyond the alphabet."""
    return LETTERS[position - 1] if position <= len(LETTERS) else ""


class Names:
    """Gives every provision a name that no other in the law has."""

    def __init__(self, taken: Iterable[str] = ()) -> None:
        self._taken = set(taken)
        self._next: dict[str, int] = {}

    def unique(self, ref: str) -> str:
        """`ref`, or `ref` with the first free number behind: "§ 1 (2)"."""
        found = ref
        while found in self._taken:
            self._next[ref] = self._next.get(ref, 1) + 1
            found = f"{ref} ({self._next[ref]})"
        self._taken.add(found)
        return found
