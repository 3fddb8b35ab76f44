"""Likely names of persons. A guess: it warns, it never blocks."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile

from styrk.core.guard.finding import Finding, Kind, finding
from styrk.core.guard.words import WORDS

_WORD = re.compile(r"[^\W\d_]+(?:['\u2019-][^\W\d_]+)*")
_LONGEST = 4

_GIVEN = WORDS["given"]
_GIVEN_AND_WORD = WORDS["given_and_word"]
_SURNAMES = WORDS["surnames"]
_SURNAMES_AND_WORDS = WORDS["surnames_and_words"]
_NAMES = _GIVEN | _SURNAMES | _SURNAMES_AND_WORDS
_NEVER_NAMES = WORDS["never_names"] | WORDS["roles"] | WORDS["forms_of_address"]
_ROLES = WORDS["roles"] | WORDS["forms_of_address"]
_SURNAME_ENDING = re.compile(
    r"..(?:sen|son|mann|rud|gaard|seth|sæter|sæther|haugen|bakken|bråten)s?$"
)
_ABBREVIATIONS = frozenset({"pas", "pt", "hr", "dr"})
_ROLE_GAP = re.compile(r"[ :(\"«]{1,3}|, ?| - ")
_ABBREVIATION_GAP = re.compile(r"\.? ?")
_STARTS_SENTENCE = re.compile(r"[.!?:;\n*\"«\u201c|>\u2022-]")


@dataclass(frozen=True, slots=True)
class Word:
    text: str
    start: int
    end: int
    gap: str  # what stands between the word before and this one; a line break for the first

    @property
    def is_capitalised(self) -> bool:
        return self.text[0].isupper()

    @property
    def is_name_like(self) -> bool:
        """«Kari», «Anne-Grete», but not «Maria-klinikken»."""
        return all(part[0].isupper() for part in self.text.split("-"))

    @property
    def is_initial(self) -> bool:
        return len(self.text) == 1 and self.is_capitalised

    @property
    def shouts(self) -> bool:
        return len(self.text) > 1 and self.text.isupper()


Words = Sequence[Word]


def person_names(plain: str) -> list[Finding]:
    words = list(_words(plain))
    found: list[Finding] = []
    at = 0
    while at < len(words):
        length = _name_length(words, at) if words[at].is_capitalised else 0
        if length:
            last = words[at + length - 1]
            end = last.end + (last.is_initial and plain[last.end : last.end + 1] == ".")
            found.append(finding(Kind.name, words[at].start, end))
        at += length or 1
    return found


def _words(plain: str) -> Iterator[Word]:
    done = 0
    for match in _WORD.finditer(plain):
        gap = plain[done : match.start()] if done else "\n"
        yield Word(match.group(), match.start(), match.end(), gap)
        done = match.end()


def _name_length(words: Words, at: int) -> int:
    """How many words the name that begins here has; 0 when none does."""
    first = words[at]
    if not first.is_name_like or _is_never_name(first) or first.is_initial:
        return 0
    if _is_surname_first(words, at):
        return 2
    rest = _following(words, at)
    if _is_named_after(words, at, at + 1 + len(rest)):
        return 0
    role = _role_before(words, at)
    if first.shouts:
        return _length_shouted(first, rest)
    if _is_name(first, rest, role, alone_counts=_stands_inside_sentence(words, at)):
        return 1 + len(rest)
    return 0


def _is_name(first: Word, rest: Words, role: str, *, alone_counts: bool) -> bool:
    if role in WORDS["forms_of_address"]:
        return True
    if _is_in(first, _GIVEN):
        return bool(rest or role or alone_counts)
    if _is_in(first, _GIVEN_AND_WORD):
        return bool(role or _has_name(rest) or (alone_counts and _ends_in_initial(rest)))
    if _is_in(first, _SURNAMES):
        return bool(role or (alone_counts and _is_patronymic(first)))
    if _is_in(first, _SURNAMES_AND_WORDS):
        return bool(role)
    return bool(role and rest and not rest[0].is_initial)


def _length_shouted(first: Word, rest: Words) -> int:
    """KARI NORDMANN: both must be known, for headings and short forms shout too."""
    shouted = list(takewhile(lambda word: word.shouts, rest))
    known = _is_in(first, _GIVEN) and any(_is_in(w, _SURNAMES | _GIVEN) for w in shouted)
    return 1 + len(shouted) if known else 0


def _following(words: Words, at: int) -> Words:
    """The words that belong to the same name as the one at `at`."""
    last = at
    while last + 1 < len(words) and last + 1 - at < _LONGEST:
        step = _step(words, last)
        if not step:
            break
        last += step
    return words[at + 1 : last + 1]


def _step(words: Words, last: int) -> int:
    """1 to the next word of a name, 2 over a particle as in «von Berg», 0 when it ends."""
    if _continues(words[last], words[last + 1]):
        return 1
    particle = words[last + 1]
    over = (
        last + 2 < len(words) and particle.text in WORDS["name_particles"] and particle.gap == " "
    )
    return 2 if over and _continues(particle, words[last + 2]) else 0


def _continues(word: Word, following: Word) -> bool:
    joined = following.gap in {" ", "  "} or (word.is_initial and following.gap in {". ", "."})
    name_like = following.is_name_like and not _is_never_name(following)
    same_voice = word.shouts or word.is_initial or not following.shouts
    return joined and name_like and same_voice


def _role_before(words: Words, at: int) -> str:
    """«pasienten», «fru», «mor» right before, or nothing."""
    if not at:
        return ""
    role = words[at - 1].text.lower()
    if role not in _ROLES:
        return ""
    gap = _ABBREVIATION_GAP if role in _ABBREVIATIONS else _ROLE_GAP
    near = gap.fullmatch(words[at].gap) or _ROLE_GAP.fullmatch(words[at].gap)
    return role if near and not words[at - 1].shouts else ""


def _is_surname_first(words: Words, at: int) -> bool:
    """«Nordmann, Kari»."""
    if at + 1 == len(words) or words[at + 1].gap != ", " or words[at].shouts:
        return False
    sure_given = _is_in(words[at + 1], _GIVEN) and _is_in(
        words[at], _SURNAMES | _SURNAMES_AND_WORDS
    )
    sure_surname = _is_in(words[at], _SURNAMES) and _is_in(words[at + 1], _GIVEN_AND_WORD)
    return words[at + 1].is_capitalised and (sure_given or sure_surname)


def _is_named_after(words: Words, at: int, end: int) -> bool:
    """«Martina Hansens Hospital», «St. Olavs», «Kari Nordmanns vei»."""
    after = words[end] if end < len(words) and words[end].gap == " " else None
    inside = any(word.text.lower() in WORDS["institutions"] for word in words[at + 1 : end])
    before = at and words[at].gap in {" ", ". "} and words[at - 1].text.lower()
    return bool(
        inside
        or (after and after.text.lower() in WORDS["institutions"])
        or before in WORDS["saints_and_royalty"]
    )


def _stands_inside_sentence(words: Words, at: int) -> bool:
    """A capital letter means something only there; after another capital it may be a title."""
    if not at or _STARTS_SENTENCE.search(words[at].gap):
        return False
    before = words[at - 1]
    return not before.is_capitalised or bool(_STARTS_SENTENCE.search(before.gap))


def _is_patronymic(word: Word) -> bool:
    """«Hansen» is a person; «Solheim» is as likely a nursing home."""
    return word.text.removesuffix("s").endswith("sen")


def _has_name(words: Words) -> bool:
    return any(_is_in(word, _NAMES) or _SURNAME_ENDING.search(word.text) for word in words)


def _ends_in_initial(words: Words) -> bool:
    return bool(words) and words[-1].is_initial


def _is_never_name(word: Word) -> bool:
    return word.text.lower() in _NEVER_NAMES


def _is_in(word: Word, names: frozenset[str]) -> bool:
    """Also in the genitive, and for the first half of a double name."""
    whole = word.text.lower()
    return any(
        name in names or (name.endswith("s") and name[:-1] in names)
        for name in (whole, whole.partition("-")[0])
    )
