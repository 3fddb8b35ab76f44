"""One new report against very many: a few by their rarest words, and these compared in everything.

A report is kept as the keys of the rarest features in it. Whoever has a database keeps them there
(`keys` as an array with an inverted index) and gives `score` the texts that share some; `Index` is
the same in memory.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from styrk.incidents.recurrence.features import (
    Counted,
    Keys,
    Model,
    counted,
    together,
    vectors,
)
from styrk.incidents.recurrence.scan import against

# Features kept of each report, and reports compared in full with a new one.
KEPT = 16
CANDIDATES = 200
# Places in the index that may be read for one report.
BUDGET = 2_000_000
# Reports whose features are worked out at a time.
AT_ONCE = 20_000


@dataclass(frozen=True)
class Kept:
    """The keys of report n are `keys[starts[n]:starts[n + 1]]`, with how much each tells."""

    keys: Keys
    weights: NDArray[np.float32]
    starts: NDArray[np.int64]


def keep(texts: Sequence[str], model: Model, number: int = KEPT) -> Kept:
    """What tells most in each text."""
    layers = counted(texts, model.language)
    rows = together(vectors(layers, model), model.tuning)
    keys = _keys(layers, model)
    row_of = np.repeat(np.arange(rows.shape[0]), np.diff(rows.indptr))
    order = np.lexsort((keys[rows.indices], -rows.data, row_of))
    nth = np.arange(len(order)) - np.repeat(rows.indptr[:-1], np.diff(rows.indptr))
    order = order[nth < number]
    return Kept(
        keys=keys[rows.indices[order]],
        weights=rows.data[order],
        starts=np.concatenate([[0], np.cumsum(np.minimum(np.diff(rows.indptr), number))]),
    )


def score(text: str, candidates: Sequence[str], model: Model) -> NDArray[np.float32]:
    """How alike the text and each of the candidates are, from 0 to 1."""
    layers = counted([text, *candidates], model.language)
    rows = together(vectors(layers, model), model.tuning)
    spread = np.zeros(rows.shape[1], dtype=np.float32)
    mine = slice(rows.indptr[0], rows.indptr[1])
    spread[rows.indices[mine]] = rows.data[mine]
    return np.minimum(against(rows, np.arange(1, rows.shape[0]), spread), 1)


class Index:
    """Which reports share what is rare. Made of all at once; those that come after are few."""

    def __init__(self, texts: Sequence[str], model: Model) -> None:
        self.model = model
        self.texts = texts
        parts = [keep(texts[at : at + AT_ONCE], model) for at in range(0, len(texts), AT_ONCE)]
        keys = np.concatenate([part.keys for part in parts] or [np.zeros(0, np.uint32)])
        sizes = np.concatenate([np.diff(part.starts) for part in parts] or [np.zeros(0, np.int64)])
        order = np.argsort(keys, kind="stable")
        self.keys = keys[order]
        self.reports = np.repeat(np.arange(len(texts), dtype=np.int32), sizes)[order]
        weights = [part.weights for part in parts]
        self.weights = np.concatenate(weights or [np.zeros(0, np.float32)])[order]

    def candidates(self, text: str, number: int = CANDIDATES) -> NDArray[np.int64]:
        """Those that share most of what tells most, as far as the rarest can be paid for."""
        mine = keep([text], self.model)
        begin = np.searchsorted(self.keys, mine.keys, side="left")
        end = np.searchsorted(self.keys, mine.keys, side="right")
        rarest = np.lexsort((mine.keys, end - begin))
        rarest = rarest[np.cumsum((end - begin)[rarest]) <= BUDGET]
        total = np.zeros(len(self.texts), dtype=np.float32)
        for at in rarest:
            there = slice(begin[at], end[at])
            # A report has a key once, so that no place is named twice.
            total[self.reports[there]] += self.weights[there] * mine.weights[at]
        some = np.flatnonzero(total)
        if len(some) > number:
            # All that are as good as the last one are let in, and then the first of them are taken.
            least = np.partition(total[some], -number)[-number]
            some = some[total[some] >= least]
        return np.asarray(some[np.lexsort((some, -total[some]))][:number], dtype=np.int64)

    def match(self, text: str, top: int = 10) -> list[tuple[int, float]]:
        """The reports most like the text, best first."""
        which = self.candidates(text)
        likes = score(text, [self.texts[at] for at in which], self.model)
        best = np.lexsort((which, -likes))[:top]
        return [(int(which[at]), float(likes[at])) for at in best if likes[at] > 0]


def _keys(layers: Sequence[Counted], model: Model) -> Keys:
    """The key of each column that `together` makes; layers are told apart by a bit of their own."""
    weighed = zip(layers, model.tuning.layers, strict=True)
    return np.concatenate(
        [
            layer.keys ^ np.uint32(nth * 0x9E3779B9 & 0xFFFFFFFF)
            for nth, (layer, weight) in enumerate(weighed)
            if weight
        ]
    )
