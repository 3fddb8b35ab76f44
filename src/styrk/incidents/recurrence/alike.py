"""For each report those that are most like it: text first, then place and time."""

from bisect import bisect_left
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
    told = _Told(
        sites=[one.site for one in reports] if any(one.site for one in reports) else None,
        days=[one.day.toordinal() if one.day else None for one in reports]
        if any(one.day for one in reports)
        else None,
    )
    empty = (np.diff(scanned.vectors.indptr) == 0).tolist()
    return [
        [] if empty[text] else _best(row, _near(row, text, scanned, rows_of, top), told)[:top]
        for row, text in enumerate(scanned.text_of.tolist())
    ]


def rows_by_text(scanned: Scanned) -> list[list[int]]:
    rows: list[list[int]] = [[] for _ in range(scanned.vectors.shape[0])]
    for row, text in enumerate(scanned.text_of.tolist()):
        rows[text].append(row)
    return rows


@dataclass(frozen=True)
class _Told:
    """Of each row; none where no row tells."""

    sites: list[str] | None
    days: list[int | None] | None

    @property
    def most(self) -> float:
        return 1 + PLACE * (self.sites is not None) + TIME * (self.days is not None)

    def nearness(self, row: int, other: int) -> float:
        near = 1.0
        if self.sites and self.sites[row] and self.sites[row] == self.sites[other]:
            near += PLACE
        if self.days:
            one, two = self.days[row], self.days[other]
            if one and two:
                near += TIME * 0.5 ** (abs(one - two) / HALVED)
        return near


def _best(row: int, near: list[tuple[int, float]], told: _Told) -> list[Alike]:
    most = told.most
    scored = [
        (-round(like * told.nearness(row, other) / most, DIGITS), other) for other, like in near
    ]
    return [Alike(other, -score) for score, other in sorted(scored)]


def _near(
    row: int, text: int, scanned: Scanned, rows_of: list[list[int]], top: int
) -> list[tuple[int, float]]:
    """Those with the same words, and those with the most alike, more than are asked for."""
    found = [(other, 1.0) for other in _around(rows_of[text], row, top)]
    here = slice(scanned.nearest.indptr[text], scanned.nearest.indptr[text + 1])
    others, likes = scanned.nearest.indices[here], scanned.nearest.data[here]
    order = np.lexsort((others, -likes))[: 2 * top]
    for at, like in zip(others[order].tolist(), likes[order].tolist(), strict=True):
        found += [(other, min(like, 1.0)) for other in rows_of[at][:top]]
    return found


def _around(rows: list[int], row: int, top: int) -> list[int]:
    """Of very many with the same words, those beside it in the file."""
    if len(rows) <= 2 * top:
        return [other for other in rows if other != row]
    at = bisect_left(rows, row)
    begin = min(max(at - top // 2, 0), len(rows) - top - 1)
    return [other for other in rows[begin : begin + top + 1] if other != row]
