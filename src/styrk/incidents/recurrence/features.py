"""Texts as weighted features, so that how alike two are is the product of two rows.

Three layers: stemmed words, two of them after each other, and four letters in a row (which meets
typing errors, compounds, and nynorsk beside bokmål). A feature is a hash of what it stands for: it is
the same in every run and every process, and nothing has to remember which words there are.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from zlib import crc32

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from styrk.incidents.recurrence.languages import Language
from styrk.incidents.recurrence.words import Words, read

type Keys = NDArray[np.uint32]
type Rows = Any  # a CSR matrix; scipy's own types say no more

LAYERS = ("words", "phrases", "letters")
LETTERS = 4
# An odd number, so that no two first words give the same phrase with one second word.
ODD = np.uint32(2_654_435_761)


@dataclass(frozen=True)
class Tuning:
    """How the layers weigh together, and how a word's number and rarity count. Chosen in README.md."""

    layers: tuple[float, float, float] = (0.2, 0.3, 0.5)
    saturation: float = 1.2
    rarity: float = 0.75


TUNING = Tuning()


@dataclass(frozen=True)
class Counted:
    """A layer: a row for each text, a column for each feature in it, in the order of their keys."""

    keys: Keys
    counts: Rows


@dataclass(frozen=True)
class Common:
    """In how many of so many texts each feature stands. What is not here has been seen in none."""

    keys: Keys
    texts: NDArray[np.int64]
    of: int

    def weights(self, keys: Keys, rarity: float) -> NDArray[np.float64]:
        """Robertson and Spärck Jones' weight, as in BM25: never negative, nothing for what all have."""
        if not len(self.keys):
            df = np.zeros(len(keys))
        else:
            at = np.minimum(np.searchsorted(self.keys, keys), len(self.keys) - 1)
            df = np.where(self.keys[at] == keys, self.texts[at], 0.0)
        return np.asarray(np.log1p((np.maximum(self.of - df, 0) + 0.5) / (df + 0.5)) ** rarity)


@dataclass(frozen=True)
class Model:
    """What is common and what is rare in one language, by layer."""

    language: Language
    common: tuple[Common, ...]
    tuning: Tuning = TUNING


def counted(texts: Sequence[str], language: Language) -> tuple[Counted, ...]:
    words = read(texts, language)
    return _of_words(words), _of_phrases(words), _of_letters(words)


def model_of(layers: Sequence[Counted], language: Language, tuning: Tuning = TUNING) -> Model:
    return Model(language, tuple(_common(layer) for layer in layers), tuning)


def _common(layer: Counted) -> Common:
    texts = np.bincount(layer.counts.indices, minlength=len(layer.keys))
    return Common(layer.keys, texts, layer.counts.shape[0])


def rarity_of(stems: Sequence[str], model: Model) -> NDArray[np.float64]:
    """How much each stemmed word tells."""
    return model.common[0].weights(_hashes(stems), model.tuning.rarity)


def vectors(layers: Sequence[Counted], model: Model) -> list[Rows]:
    """Each layer as rows of length one, or of nothing."""
    return [
        _weighed(layer, common, model.tuning)
        for layer, common in zip(layers, model.common, strict=True)
    ]


def together(layers: Sequence[Rows], tuning: Tuning) -> Rows:
    """The layers beside each other, so that the product of two rows is their weighted likeness."""
    scaled = [
        layer * np.float32(weight**0.5)
        for layer, weight in zip(layers, tuning.layers, strict=True)
        if weight
    ]
    return sparse.hstack(scaled, format="csr")


def _weighed(layer: Counted, common: Common, tuning: Tuning) -> Rows:
    counts = layer.counts
    values = counts.data / (counts.data + tuning.saturation)
    values *= common.weights(layer.keys, tuning.rarity)[counts.indices]
    rows = _row_of_each(counts)
    norms = np.sqrt(np.bincount(rows, values**2, minlength=counts.shape[0]))
    values /= np.where(norms, norms, 1)[rows]
    return sparse.csr_matrix(
        (values.astype(np.float32), counts.indices, counts.indptr), shape=counts.shape
    )


def _row_of_each(rows: Rows) -> NDArray[np.int64]:
    return np.repeat(np.arange(rows.shape[0]), np.diff(rows.indptr))


def _of_words(words: Words) -> Counted:
    ids, starts = _telling(words)
    return _count(_hashes(words.stems)[ids], starts)


def _of_phrases(words: Words) -> Counted:
    """Two words after each other, once those that say little are gone."""
    ids, starts = _telling(words)
    hashes = _hashes(words.stems)[ids]
    # The last word of a text and the first of the next are no phrase.
    inside = np.ones(len(ids), dtype=bool)
    inside[starts[1:][np.diff(starts) > 0] - 1] = False
    phrases = hashes[:-1] * ODD ^ hashes[1:]
    return _count(phrases[inside[:-1]], _kept(starts, inside))


def _of_letters(words: Words) -> Counted:
    """Of each different word once, and then as often as the word stands in the text."""
    grams = [_grams(word) for word in words.spelled]
    ends = np.cumsum([0, *map(len, grams)])
    of_word = _count(np.array([key for one in grams for key in one], dtype=np.uint32), ends)
    of_text = _matrix(words.ids, words.starts, len(words.spelled))
    counts = of_text @ of_word.counts
    counts.sort_indices()
    return Counted(of_word.keys, counts)


def _grams(word: str) -> list[int]:
    around = f" {word} "
    return [
        crc32(around[at : at + LETTERS].encode("utf-8", "surrogatepass"))
        for at in range(max(1, len(around) - LETTERS + 1))
    ]


def _hashes(stems: Sequence[str]) -> Keys:
    return np.array(
        [crc32(stem.encode("utf-8", "surrogatepass")) for stem in stems], dtype=np.uint32
    )


def _telling(words: Words) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """The words that say something, and where each text begins among them."""
    keep = np.array([bool(stem) for stem in words.stems], dtype=bool)[words.ids]
    return words.ids[keep], _kept(words.starts, keep)


def _kept(starts: NDArray[np.int64], keep: NDArray[np.bool_]) -> NDArray[np.int64]:
    before = np.concatenate([[0], np.cumsum(keep)])
    return np.asarray(before[starts], dtype=np.int64)


def _count(keys: Keys, starts: NDArray[np.int64]) -> Counted:
    columns, at = np.unique(keys, return_inverse=True)
    return Counted(columns, _matrix(at, starts, len(columns)))


def _matrix(at: NDArray[np.int64], starts: NDArray[np.int64], columns: int) -> Rows:
    """How many times each column is named between the starts."""
    ones = np.ones(len(at), dtype=np.float32)
    rows = sparse.csr_matrix((ones, at, starts), shape=(len(starts) - 1, columns))
    rows.sum_duplicates()
    return rows
