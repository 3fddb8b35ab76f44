"""The most alike of many texts.

Texts that are the same word for word are one text here, and texts stand in alphabetical order, so
that the answer does not depend on the order they came in.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy import sparse
from sparse_dot_topn import sp_matmul_topn

from styrk.incidents.recurrence.features import (
    TUNING,
    Model,
    Rows,
    Tuning,
    counted,
    model_of,
    together,
    vectors,
)
from styrk.incidents.recurrence.languages import Language
from styrk.incidents.recurrence.words import plain

THREADS = 2
# Compared in full for each text: at least so many, and so many times what is asked for.
CANDIDATES, TIMES = 40, 2
# So many multiplications may go to choosing whom to compare; a feature that many share costs the
# square of how many. With fewer texts nothing is left out, and all are compared.
BUDGET = 1_000_000_000
type Progress = Callable[[int, int], None]


@dataclass(frozen=True)
class Scanned:
    """Report n has text `text_of[n]`. `nearest` is how alike texts are, the same both ways."""

    text_of: NDArray[np.int64]
    nearest: Rows
    vectors: Rows
    model: Model


def silent(_done: int, _of: int) -> None:
    """Nobody waits to see how far it has come."""


def scan(
    texts: Sequence[str],
    language: Language,
    top: int = 10,
    *,
    tuning: Tuning = TUNING,
    progress: Progress = silent,
) -> Scanned:
    """Each different text with at least the `top` most like it."""
    different, text_of = distinct(texts)
    layers = counted(different, language)
    model = model_of(layers, language, tuning)
    rows = together(vectors(layers, model), tuning)
    rows.sort_indices()
    chosen = _chosen(rows, max(CANDIDATES, top * TIMES))
    return Scanned(text_of, _compared(rows, chosen, progress), rows, model)


def distinct(texts: Sequence[str]) -> tuple[list[str], NDArray[np.int64]]:
    """Texts that differ in more than capitals, in order, and where each of those given is."""
    same = [plain(text) for text in texts]
    different = sorted(set(same))
    place = {text: at for at, text in enumerate(different)}
    return different, np.array([place[text] for text in same], dtype=np.int64)


def _chosen(rows: Rows, number: int) -> Rows:
    """Those that share most of what is rare enough to be paid for, both ways, each pair once."""
    texts = np.bincount(rows.indices, minlength=rows.shape[1]).astype(np.int64)
    rare = rows[:, (texts > 1) & (texts <= _commonest(texts))]
    found = sp_matmul_topn(rare, rare.T.tocsr(), top_n=number + 1, n_threads=THREADS)
    return sparse.triu(found + found.T, k=1, format="csr")


def _commonest(texts: NDArray[np.int64]) -> int:
    """The highest number of texts a feature may stand in for all features up to it to be paid for."""
    ordered = np.sort(texts)
    paid = np.cumsum(ordered**2) <= BUDGET
    if paid.all():
        return int(ordered[-1]) if len(ordered) else 0
    # Not some of those that stand in equally many: which ones would be chance.
    return int(ordered[np.argmin(paid)]) - 1


def _compared(rows: Rows, pairs: Rows, progress: Progress) -> Rows:
    """The pairs with how alike they are in everything, both ways."""
    scores = np.zeros(pairs.nnz, dtype=np.float32)
    spread = np.zeros(rows.shape[1], dtype=np.float32)
    for row in range(pairs.shape[0]):
        others = slice(pairs.indptr[row], pairs.indptr[row + 1])
        mine = slice(rows.indptr[row], rows.indptr[row + 1])
        if others.start < others.stop:
            spread[rows.indices[mine]] = rows.data[mine]
            scores[others] = against(rows, pairs.indices[others], spread)
            spread[rows.indices[mine]] = 0
        if not row % 1000:
            progress(row, pairs.shape[0])
    progress(1, 1)
    half = sparse.csr_matrix((scores, pairs.indices, pairs.indptr), shape=pairs.shape)
    return (half + half.T).tocsr()


def against(
    rows: Rows, which: NDArray[np.int32], spread: NDArray[np.float32]
) -> NDArray[np.float32]:
    """The products of some rows with one that is spread out over all columns."""
    begins = rows.indptr[which]
    sizes = rows.indptr[which + 1] - begins
    ends = np.cumsum(sizes)
    at = np.arange(sizes.sum()) + np.repeat(begins - ends + sizes, sizes)
    parts = rows.data[at] * spread[rows.indices[at]]
    summed = np.concatenate([[0.0], np.cumsum(parts, dtype=np.float64)])
    return np.asarray(summed[ends] - summed[ends - sizes], dtype=np.float32)
