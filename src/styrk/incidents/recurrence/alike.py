"""For each report those that are most like it: text first, then place and time."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from styrk.incidents.recurrence.reading import Report
from styrk.incidents.recurrence.scan import Scanned

# What the same place, and the same day, count beside the text where they are known. A guess on
# purpose: no labelled file tells, and text decides also when both are against it.
PLACE, TIME = 0.1, 0.1
# In so many days what nearness counts is halved.
HALVED = 30.0
DIGITS = 4


@dataclass(frozen=True)
class Alike:
    row: int
    score: float


def alike(reports: Sequence[Report], scanned: Scanned, top: int) -> list[list[Alike]]:
    """At most `top` for each, best first. A text without words is like nothing."""
    rows_of = rows_by_text(scanned)
    told = _Told(any(one.site for one in reports), any(one.day for one in reports))
    empty = np.diff(scanned.vectors.indptr) == 0
    return [
        []
        if empty[text]
        else sorted(
            (
                Alike(other, _score(like, report, reports[other], told))
                for other, like in _near(row, text, scanned, rows_of, top)
            ),
            key=lambda one: (-one.score, one.row),
        )[:top]
        for row, (report, text) in enumerate(zip(reports, scanned.text_of.tolist(), strict=True))
    ]


def rows_by_text(scanned: Scanned) -> list[list[int]]:
    rows: list[list[int]] = [[] for _ in range(scanned.vectors.shape[0])]
    for row, text in enumerate(scanned.text_of.tolist()):
        rows[text].append(row)
    return rows


@dataclass(frozen=True)
class _Told:
    place: bool
    time: bool


def _near(
    row: int, text: int, scanned: Scanned, rows_of: list[list[int]], top: int
) -> list[tuple[int, float]]:
    """Those with the same words, and those with the most alike, more than are asked for."""
    found = [(other, 1.0) for other in _around(rows_of[text], row, top)]
    here = slice(scanned.nearest.indptr[text], scanned.nearest.indptr[text + 1])
    others, likes = scanned.nearest.indices[here], scanned.nearest.data[here]
    for nth in np.lexsort((others, -likes))[: 2 * top]:
        like = min(float(likes[nth]), 1.0)
        found += [(other, like) for other in rows_of[others[nth]][:top]]
    return found


def _around(rows: list[int], row: int, top: int) -> list[int]:
    """Of very many with the same words, those beside it in the file."""
    if len(rows) <= 2 * top:
        return [other for other in rows if other != row]
    at = int(np.searchsorted(rows, row))
    begin = min(max(at - top // 2, 0), len(rows) - top - 1)
    return [other for other in rows[begin : begin + top + 1] if other != row]


def _score(like: float, one: Report, other: Report, told: _Told) -> float:
    score, most = like, 1.0
    if told.place:
        most += PLACE
        score += PLACE * like * bool(one.site and one.site == other.site)
    if told.time:
        most += TIME
        if one.day and other.day:
            score += TIME * like * 0.5 ** (abs((one.day - other.day).days) / HALVED)
    return round(score / most, DIGITS)
