"""The words of many texts, each different word looked at once."""

import re
import unicodedata
from array import array
from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from styrk.incidents.recurrence.languages import Language

type Numbers = NDArray[np.int64]

WORD = re.compile(r"\w+")
# What stands after so many characters is not read. A report that long is a file pasted in.
LONGEST_TEXT = 20_000
LONGEST_WORD = 40


@dataclass(frozen=True)
class Words:
    """`ids` of all texts after each other, text n from `starts[n]` to `starts[n + 1]`.

    An id points into `spelled`, as written, and into `stems`, where words that say little are empty.
    """

    ids: Numbers
    starts: Numbers
    spelled: list[str]
    stems: list[str]


def plain(text: str) -> str:
    """As it is compared: small letters, one way of writing å."""
    return unicodedata.normalize("NFKC", text[:LONGEST_TEXT]).casefold()


def spelled(text: str) -> list[str]:
    return [word[:LONGEST_WORD] for word in WORD.findall(plain(text))]


def read(texts: Iterable[str], language: Language) -> Words:
    seen: dict[str, int] = {}
    ids, starts = array("q"), array("q", [0])
    for text in texts:
        ids.extend([seen.setdefault(word, len(seen)) for word in spelled(text)])
        starts.append(len(ids))
    words = list(seen)
    return Words(_numbers(ids), _numbers(starts), words, language.stems(words))


def _numbers(values: "array[int]") -> Numbers:
    return np.frombuffer(values, dtype=np.int64) if values else np.zeros(0, np.int64)
