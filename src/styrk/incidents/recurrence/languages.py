"""What is particular to a language: its stemmer, the words that say little, words that are the same."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from Stemmer import Stemmer

HERE = Path(__file__).parent
STEMMERS = {"nb": "norwegian", "en": "english"}


class UnknownLanguage(ValueError):
    """A language that nobody has written words for."""


@dataclass(frozen=True)
class Language:
    """`same` are other spellings: nynorsk beside bokmål, and what is shortened in a hurry."""

    code: str
    stemmer: Stemmer
    stop: frozenset[str]
    same: Mapping[str, str]

    def stems(self, words: list[str]) -> list[str]:
        """In the order given. Words that say little are empty."""
        plain = [self.same.get(word, word) for word in words]
        stems: list[str] = self.stemmer.stemWords(plain)
        return ["" if word in self.stop else stem for word, stem in zip(words, stems, strict=True)]


@cache
def language(code: str = "nb") -> Language:
    if code not in STEMMERS:
        raise UnknownLanguage(code)
    text = (HERE / f"words_{code}.txt").read_text(encoding="utf-8")
    stop, same = text.partition("[stop]")[2].split("[same]")
    return Language(
        code=code,
        # The cache of the stemmer itself is of no use: each word is asked about once.
        stemmer=Stemmer(STEMMERS[code], 0),
        stop=frozenset(stop.split()),
        same=dict(line.split() for line in same.splitlines() if line),
    )
