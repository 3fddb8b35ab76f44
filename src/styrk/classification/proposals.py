"""Which codes a case may have: those whose words stand in the report, and those set on cases like it."""

from collections import Counter, defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from math import log

from styrk.classification import queries
from styrk.classification.models import Code, CodeAxis
from styrk.classification.queries import Same
from styrk.incidents.models import Incident
from styrk.incidents.recurrence.languages import Language, language
from styrk.incidents.recurrence.words import spelled
from styrk.patterns.queries import earlier_like

MOST = 12
# So much of what a code's words tell must stand in the report. A word that stands in many codes tells little.
HALF = 0.5
# Two words are the same where the shorter begins the longer and is as long as this: «legemiddel», «legemiddelfeil».
SHORTEST = 5


@dataclass(frozen=True)
class Proposed:
    """A code, the `words` of it that stand in the report, and how many `like` it of those near have it."""

    code: Code
    words: tuple[str, ...]
    like: int
    score: float


def proposed(incident: Incident, axes: Collection[CodeAxis]) -> list[Proposed]:
    """The codes of these axes that may fit, best first."""
    codes = [
        (Same(axis.scheme.name, axis.key, one.code), one)
        for axis in axes
        for one in axis.codes.all()
    ]
    said = by_words(_text(incident), [one.title for _same, one in codes], language())
    near = _near(incident)
    found = []
    for (same, one), words in zip(codes, said, strict=True):
        scores = near.get(same, [])
        if words or scores:
            share, shared = words or (0.0, ())
            found.append(Proposed(one, shared, len(scores), share + sum(scores)))
    return sorted(found, key=lambda each: -each.score)[:MOST]


def by_words(
    text: str, titles: Sequence[str], spoken: Language
) -> list[tuple[float, tuple[str, ...]] | None]:
    """Of each title how much of what it tells stands in the text, 0-1, and in which words. None: too little."""
    said = {stem for stem in spoken.stems(list(dict.fromkeys(spelled(text)))) if stem}
    begun = {stem[:end] for stem in said for end in range(SHORTEST, len(stem) + 1)}
    told = [_stems(title, spoken) for title in titles]
    stands = Counter(stem for one in told for stem in one)
    found: list[tuple[float, tuple[str, ...]] | None] = []
    for one in told:
        weights = {stem: log(1 + len(titles) / stands[stem]) for stem in one}
        shared = [stem for stem in one if _in(stem, said, begun)]
        share = sum(weights[stem] for stem in shared) / (sum(weights.values()) or 1)
        found.append((share, tuple(one[stem] for stem in shared)) if share >= HALF else None)
    return found


def _in(stem: str, said: Collection[str], begun: Collection[str]) -> bool:
    """Whether the text has the word, a longer one that it begins, or a shorter one that begins it."""
    shorter = (stem[:end] for end in range(SHORTEST, len(stem)))
    return stem in said or stem in begun or any(one in said for one in shorter)


def _stems(title: str, spoken: Language) -> dict[str, str]:
    """Each stem that says something, and the word as it stands."""
    words = spelled(title)
    return {
        stem: word
        for stem, word in zip(spoken.stems(words), words, strict=True)
        if stem and not stem.isdigit()
    }


def _text(incident: Incident) -> str:
    return f"{incident.title} {incident.description} {incident.immediate} {incident.place}"


def _near(incident: Incident) -> dict[Same, list[float]]:
    """What is set on the cases in sight most like this one, each time with how alike the case is."""
    alike = {one.told.pk: one.score for one in earlier_like(incident)}
    found = defaultdict(list)
    for pk, same in queries.set_on_each(alike):
        found[same].append(alike[pk])
    return found
