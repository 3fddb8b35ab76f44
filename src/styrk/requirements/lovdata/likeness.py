"""How alike two texts are, and which words differ. Spaces and typography do not count."""

import re
import unicodedata
from collections import Counter
from difflib import SequenceMatcher
from functools import lru_cache

# Signs that typists and systems choose differently for the same thing.
SAME_SIGNS = str.maketrans(
    {"“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "’": "'", "‘": "'", "´": "'", "`": "'"}
    | {"–": "-", "—": "-", "‑": "-", "‐": "-", "−": "-"}
)
WORD = re.compile(r"\S+")
# Above this many pairs of words, a comparison word by word would take seconds.
MOST_PAIRS = 4_000_000
Words = tuple[tuple[str, str], ...]


@lru_cache(maxsize=2048)
def flat(text: str) -> str:
    """The text as it is compared: one kind of quote and dash, single spaces, whole characters."""
    same = unicodedata.normalize("NFKC", text).translate(SAME_SIGNS).replace("\xad", "")
    return " ".join(same.split())


def is_same(one: str, other: str) -> bool:
    return one == other or flat(one) == flat(other)


@lru_cache(maxsize=2048)
def _bag(text: str) -> Counter[str]:
    return Counter(re.findall(r"\w+", flat(text).lower()))


def likeness(one: str, other: str) -> float:
    """From 0.0 (no word in common) to 1.0 (the same words), whatever their order."""
    first, second = _bag(one), _bag(other)
    total = first.total() + second.total()
    if not total:
        return 1.0 if is_same(one, other) else 0.0
    return 2 * (first & second).total() / total


def words(before: str, after: str) -> Words:
    """The texts word by word: runs of ("same" | "removed" | "added", words), in reading order."""
    old, new = WORD.findall(before), WORD.findall(after)
    if len(old) * len(new) > MOST_PAIRS:
        return _told(("removed", old), ("added", new))
    matcher = SequenceMatcher(None, [flat(w) for w in old], [flat(w) for w in new], autojunk=False)
    runs: list[tuple[str, list[str]]] = []
    for kind, start, end, from_, to in matcher.get_opcodes():
        if kind == "equal":
            runs.append(("same", new[from_:to]))
        else:
            runs += [("removed", old[start:end]), ("added", new[from_:to])]
    return _told(*runs)


def _told(*runs: tuple[str, list[str]]) -> Words:
    return tuple((kind, " ".join(run)) for kind, run in runs if run)
