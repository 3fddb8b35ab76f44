"""Groups out of pairs, without chains: each in a group is like the middle of it.

Pairs that are joined end to end make one vague heap out of everything. Here the text with most that
are like it takes those with it; then groups with nearly the same middle become one, once.
"""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy import sparse
from sparse_dot_topn import sp_matmul_topn

from styrk.incidents.recurrence.features import Rows
from styrk.incidents.recurrence.scan import THREADS, Scanned

# How alike two must be to belong together, and two groups' middles to be one.
LIKE, ONE = 0.35, 0.7
NEIGHBOURS = 20


@dataclass(frozen=True)
class Likeness:
    text: float = LIKE
    middles: float = ONE


LIKENESS = Likeness()


def groups(scanned: Scanned, likeness: Likeness = LIKENESS) -> list[list[int]]:
    """The rows of each group of at least two, the largest first."""
    copies = np.bincount(scanned.text_of, minlength=scanned.vectors.shape[0])
    close = scanned.nearest.copy()
    close.data[close.data < likeness.text] = 0
    close.eliminate_zeros()
    first = _stars(close, copies)
    second = _joined(scanned.vectors, copies, first, likeness.middles)
    return _rows(scanned, second)


def _stars(close: Rows, copies: NDArray[np.int64]) -> NDArray[np.int64]:
    """For each text the middle of its star: that with most around it first."""
    middle = np.full(close.shape[0], -1)
    for text in np.lexsort((np.arange(close.shape[0]), -(close @ copies))):
        if middle[text] < 0:
            around = close.indices[close.indptr[text] : close.indptr[text + 1]]
            middle[around[middle[around] < 0]] = text
            middle[text] = text
    return middle


def _joined(
    vectors: Rows, copies: NDArray[np.int64], middle: NDArray[np.int64], one: float
) -> NDArray[np.int64]:
    """Stars whose mean texts are as good as the same become one, the largest taking the others."""
    names, of = np.unique(middle, return_inverse=True)
    size = np.bincount(of, copies).astype(np.int64)
    number = len(names)
    belongs = sparse.csr_matrix(
        (copies.astype(np.float32), (of, np.arange(len(of)))), shape=(number, len(of))
    )
    means = belongs @ vectors
    norms = np.sqrt(np.asarray(means.multiply(means).sum(axis=1)).ravel())
    means = (sparse.diags(1 / np.where(norms, norms, 1)) @ means).astype(np.float32).tocsr()
    means.sort_indices()
    real = np.flatnonzero(np.bincount(of) + (size > 1) > 1)
    near = sp_matmul_topn(
        means[real], means[real].T.tocsr(), top_n=NEIGHBOURS, threshold=one, n_threads=THREADS
    )
    near = near.maximum(near.T).tocsr()
    near.setdiag(0)
    near.eliminate_zeros()
    into = np.arange(number)
    into[real] = real[_stars(near, size[real])]
    return names[into[of]]


def _rows(scanned: Scanned, middle: NDArray[np.int64]) -> list[list[int]]:
    says = np.diff(scanned.vectors.indptr) > 0
    found: dict[int, list[int]] = {}
    for row, text in enumerate(scanned.text_of.tolist()):
        if says[text]:
            found.setdefault(int(middle[text]), []).append(row)
    return ordered(rows for rows in found.values() if len(rows) > 1)


def ordered(found: Iterable[list[int]]) -> list[list[int]]:
    return sorted(found, key=lambda rows: (-len(rows), rows))
