"""How well what is alike is found: our features and plain TF-IDF on files where people have said it.

Plain TF-IDF is a word of two letters or more, ln((1 + n) / (1 + df)) + 1 times how often it stands,
and the cosine. Each figure is a mean over questions; the questions are drawn again, with the same
draws for both, and `least` is what the ratio is at least in 97.5 of 100 draws.
"""

import csv
import json
import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from styrk.demo import world_files
from styrk.incidents.recurrence.features import TUNING, counted, model_of, together, vectors
from styrk.incidents.recurrence.groups import groups
from styrk.incidents.recurrence.languages import language
from styrk.incidents.recurrence.scan import scan

FOLDER = Path(__file__).resolve().parents[5] / "shared" / "data" / "recurrence"
WORD = re.compile(r"\b\w\w+\b")
DRAWS, LOWEST = 1000, 2.5
TOP = 10
# Of fewer rows nothing can be said.
FEWEST = 50
# Of fewer pairs nothing is said.
FEWEST_PAIRS = 100

type Floats = NDArray[np.float64]
type Rows = Any
type Measure = Callable[[Floats], dict[str, Floats]]


@dataclass(frozen=True)
class Compared:
    what: str
    ours: float
    plain: float
    least: float


def compared(most: int) -> Iterator[Compared]:
    """On at most so many rows of each file. What is not there gives nothing."""
    if most < FEWEST:
        return
    yield from _stories(most)
    if not FOLDER.is_dir():
        return
    yield from _breaches(_table("hhs_breaches_2009_2018.csv", "web_description")[:most])
    yield from _events(_table("ler_2012_2019.csv", "title", "narrative")[:most])
    yield from _pairs(most)


def _stories(most: int) -> Iterator[Compared]:
    """Our own: the same kind of event told by several people, in bokmål and nynorsk."""
    told = [(text, story.id) for story in world_files.stories() for text in story.texts][:most]
    names = np.array([name for _, name in told])
    yield from _same_kind("egne", [text for text, _ in told], names, "nb")


def _breaches(rows: Sequence[dict[str, str]]) -> Iterator[Compared]:
    kinds = np.array([row["type_of_breach"] for row in rows])
    yield from _same_kind("HHS", [row["web_description"] for row in rows], kinds, "en")


def _same_kind(
    name: str, texts: Sequence[str], kinds: NDArray[np.str_], lang: str
) -> Iterator[Compared]:
    """Whether the nearest, and the ten nearest, are of the same kind; and the pairs in our groups."""
    alike = kinds[:, None] == kinds[None]
    np.fill_diagonal(alike, val=False)
    ours, plain = ((rows @ rows.T).toarray() for rows in (_ours(texts, lang), _plain(texts)))
    for what, measure in (("nærmeste", 1), ("ti nærmeste", TOP)):
        yield _drawn(f"{name} {what}", *(_of_kind(one, alike, measure) for one in (ours, plain)))
    pairs = [
        (a, b) for rows in groups(scan(texts, language(lang))) for a in rows for b in rows if a < b
    ]
    first, second = np.triu_indices(len(texts), k=1)
    closest = np.argsort(-plain[first, second], kind="stable")[: len(pairs)]
    if len(pairs) >= FEWEST_PAIRS:
        a, b = np.array(pairs).T
        yield _drawn(f"{name} par", alike[a, b] * 1.0, alike[first[closest], second[closest]] * 1.0)


def _of_kind(likeness: Floats, alike: NDArray[np.bool_], number: int) -> Floats:
    others = likeness.copy()
    np.fill_diagonal(others, -1)
    nearest = np.argsort(-others, axis=1, kind="stable")[:, :number]
    return np.asarray(np.take_along_axis(alike, nearest, axis=1).mean(axis=1))


def _events(rows: Sequence[dict[str, str]]) -> Iterator[Compared]:
    """Whether a title finds its own report, first and among ten."""
    texts = [row["narrative"] for row in rows] + [row["title"] for row in rows]
    above = []
    for made in (_ours(texts, "en"), _plain(texts)):
        likeness = (made[len(rows) :] @ made[: len(rows)].T).toarray()
        above.append((likeness > np.diag(likeness)[:, None]).sum(axis=1))
    for number in (1, TOP):
        yield _drawn(f"LER gjenkalling@{number}", *((one < number) * 1.0 for one in above))


def _pairs(most: int) -> Iterator[Compared]:
    lines = (FOLDER / "maude_labelled_pairs.jsonl").read_text(encoding="utf-8").splitlines()
    told = [json.loads(line) for line in lines][:most]
    match = np.array([one["label"] == "match" for one in told])
    for name, columns in (
        ("MAUDE", ["Description"]),
        ("MAUDE med undersøkelse", ["Description", "Additional Manufacturer Narrative"]),
    ):
        texts = [
            " ".join(str(one[side].get(column) or "") for column in columns)
            for one in told
            for side in "ab"
        ]
        likes = [
            np.asarray(made[0::2].multiply(made[1::2]).sum(axis=1)).ravel()
            for made in (_ours(texts, "en"), _plain(texts))
        ]
        yield _drawn_areas(f"{name} AUC", match, *likes)


def _ours(texts: Sequence[str], lang: str) -> Rows:
    layers = counted(texts, language(lang))
    return together(vectors(layers, model_of(layers, language(lang))), TUNING)


def _plain(texts: Sequence[str]) -> Rows:
    said = [Counter(WORD.findall(text.lower())) for text in texts]
    place = {word: at for at, word in enumerate(sorted(set().union(*said)))}
    starts = np.cumsum([0, *map(len, said)])
    at = np.array([place[word] for one in said for word in one], dtype=np.int64)
    often = np.array([number for one in said for number in one.values()], dtype=np.float64)
    idf = np.log((1 + len(texts)) / (1 + np.bincount(at, minlength=len(place)))) + 1
    values = often * idf[at]
    row = np.repeat(np.arange(len(texts)), np.diff(starts))
    norms = np.sqrt(np.bincount(row, values**2, minlength=len(texts)))
    return sparse.csr_matrix((values / norms[row], at, starts), shape=(len(texts), len(place)))


def _drawn(what: str, ours: Floats, plain: Floats) -> Compared:
    random = np.random.default_rng(1)
    draws = random.integers(0, len(ours), (DRAWS, len(ours))) if len(ours) < 10_000 else None
    if draws is None:
        # So many pairs that their means are as good as normal.
        means = [
            random.normal(one.mean(), one.std() / len(one) ** 0.5, DRAWS) for one in (ours, plain)
        ]
    else:
        means = [one[draws].mean(axis=1) for one in (ours, plain)]
    return _least(what, ours.mean(), plain.mean(), means[0], means[1], 1 / len(ours))


def _drawn_areas(what: str, match: NDArray[np.bool_], ours: Floats, plain: Floats) -> Compared:
    random = np.random.default_rng(1)
    draws = random.integers(0, len(match), (DRAWS, len(match)))
    both = [np.array([_area(match[d], one[d]) for d in draws]) for one in (ours, plain)]
    return _least(what, _area(match, ours), _area(match, plain), both[0], both[1], 1 / len(match))


def _least(
    what: str, ours: float, plain: float, drawn: Floats, drawn_plain: Floats, floor: float
) -> Compared:
    ratios = drawn / np.maximum(drawn_plain, floor)
    return Compared(what, float(ours), float(plain), float(np.percentile(ratios, LOWEST)))


def _area(match: NDArray[np.bool_], likes: Floats) -> float:
    """The chance that a pair that matches is more alike than one that does not."""
    yes, no = likes[match][:, None], likes[~match][None]
    return float(((yes > no) + 0.5 * (yes == no)).mean()) if yes.size and no.size else 0.5


def _table(name: str, *needed: str) -> list[dict[str, str]]:
    with (FOLDER / name).open(encoding="utf-8", newline="") as file:
        return [
            row for row in csv.DictReader(file) if all(row[column].strip() for column in needed)
        ]
