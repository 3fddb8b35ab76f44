"""Why texts match, in the words that stand in them: what they share, what tells most first."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

import numpy as np

from styrk.incidents.recurrence.features import Model, rarity_of
from styrk.incidents.recurrence.languages import Language
from styrk.incidents.recurrence.reading import Report
from styrk.incidents.recurrence.words import spelled

MOST = 8
# A word is a group's when it stands in so many of its texts.
HALF = 0.5
# Of a large group so many texts are looked at: what they share, they share in these.
LOOKED_AT = 200


@dataclass(frozen=True)
class Reason:
    """`words` and `phrases` as they are written in the first; `days` between them where both are told."""

    words: tuple[str, ...]
    phrases: tuple[str, ...]
    same_site: bool
    days: int | None


def why(one: Report, other: Report, model: Model) -> Reason:
    first, second = (_said(report.text, model.language) for report in (one, other))
    both = {stem for stem, _ in first} & {stem for stem, _ in second}
    return Reason(
        words=_telling({stem: word for stem, word in reversed(first) if stem in both}, model),
        phrases=tuple(_phrases(first, second)),
        same_site=bool(one.site) and one.site == other.site,
        days=_days(one.day, other.day),
    )


def shared(texts: Sequence[str], model: Model) -> tuple[str, ...]:
    """What at least half of the texts say, as most of them write it."""
    texts = texts[:: max(1, len(texts) // LOOKED_AT)]
    stands: Counter[str] = Counter()
    written: dict[str, Counter[str]] = {}
    for text in texts:
        said = _said(text, model.language)
        stands.update({stem for stem, _ in said})
        for stem, word in said:
            written.setdefault(stem, Counter())[word] += 1
    return _telling(
        {
            stem: min(words, key=lambda word: (-words[word], word))
            for stem, words in written.items()
            if stands[stem] >= HALF * len(texts) and not stem.isdigit()
        },
        model,
        stands,
    )


def _said(text: str, language: Language) -> list[tuple[str, str]]:
    """Each word that says something, with its stem."""
    words = spelled(text)
    return [(stem, word) for stem, word in zip(language.stems(words), words, strict=True) if stem]


def _telling(
    written: Mapping[str, str], model: Model, stands: Mapping[str, int] | None = None
) -> tuple[str, ...]:
    stems = sorted(written)
    weights = rarity_of(stems, model) * [stands[stem] if stands else 1 for stem in stems]
    return tuple(written[stems[at]] for at in np.argsort(-weights, kind="stable")[:MOST])


def _phrases(first: list[tuple[str, str]], second: list[tuple[str, str]]) -> Iterator[str]:
    """Two words or more after each other in both, as long as they go on, at most so many."""
    after = {(one, two) for (one, _), (two, _) in pairwise(second)}
    found: dict[str, None] = {}
    run: list[str] = []
    for (stem, word), (following, next_word) in pairwise(first):
        if (stem, following) in after:
            run = [*(run or [word]), next_word]
        elif run:
            found[" ".join(run)] = None
            run = []
    if run:
        found[" ".join(run)] = None
    yield from list(found)[:MOST]


def _days(one: date | None, other: date | None) -> int | None:
    return abs((one - other).days) if one and other else None
