"""Whether a kind of event rises against the unit's own history, when many kinds are looked at.

The question: of all that was reported here, are more of this kind than before? All reports are the
measure, so that a unit that begins to report more has not got more of everything. Given how many
reports there are before and after a day, and how many are of the kind, their number after it has an
exact (hypergeometric) distribution when nothing has changed: Fisher's exact test, one-sided. Each
kind is looked at over several stretches, and everything that is looked at counts in the correction
(Benjamini and Hochberg 1995). Groups are made of texts alone and never of days; that is what makes
the test fair.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

import numpy as np
from numpy.typing import NDArray
from scipy.special import gammaln

# Stretches up to today that are looked at, and how far back the history goes before them.
STRETCHES = (30, 91, 182, 365)
HISTORY = 730
type Days = NDArray[np.int64]
# Fewer than so many are a coincidence whatever the test says.
FEWEST = 3


@dataclass(frozen=True)
class Rise:
    """`number` events of the kind since `since`, among `reports`; and the same before. `p` is of this
    look alone, `q` where all looks are counted: the share of such signals that would be false."""

    since: date
    number: int
    reports: int
    number_before: int
    reports_before: int
    p: float
    q: float = 1.0

    @property
    def times(self) -> float | None:
        """How many times as often as before; None where there were none before."""
        if not self.number_before or not self.reports:
            return None
        return (self.number / self.reports) / (self.number_before / self.reports_before)


def rises(
    kinds: Sequence[Sequence[date]], everything: Sequence[date], today: date
) -> list[Rise | None]:
    """For each kind its clearest rise, or None where there was nothing to look at.

    `everything` has the day of each event of the unit, those of the kinds among them.
    """
    of_all = _ordinals(everything)
    looks = [list(_looks(_ordinals(days), of_all, today)) for days in kinds]
    adjusted = iter(_adjusted([look.p for one in looks for look in one]).tolist())
    told = [[replace(look, q=next(adjusted)) for look in one] for one in looks]
    return [min(one, key=lambda look: (look.p, look.since)) if one else None for one in told]


def _looks(days: Days, everything: Days, today: date) -> Iterator[Rise]:
    for stretch in STRETCHES:
        since = today - timedelta(days=stretch)
        begin = since - timedelta(days=HISTORY)
        number, reports = _between(days, since, today), _between(everything, since, today)
        before, reports_before = (
            _between(one, begin, since - timedelta(days=1)) for one in (days, everything)
        )
        if number >= FEWEST and reports_before:
            p = at_least(number, number + before, reports, reports + reports_before)
            yield Rise(since, number, reports, before, reports_before, p)


def _ordinals(days: Sequence[date]) -> Days:
    return np.sort(np.array([day.toordinal() for day in days], dtype=np.int64))


def _between(days: Days, first: date, last: date) -> int:
    begin, end = np.searchsorted(days, [first.toordinal(), last.toordinal() + 1])
    return int(end - begin)


def at_least(number: int, of_kind: int, drawn: int, everything: int) -> float:
    """The chance of so many of the kind or more among those drawn, when all are as likely."""
    lowest = max(0, of_kind + drawn - everything)
    highest = min(of_kind, drawn)
    if number <= lowest:
        return 1.0
    x = np.arange(number, highest + 1)
    logs = (
        _choose(of_kind, x)
        + _choose(everything - of_kind, drawn - x)
        - _choose(everything, np.array([drawn]))
    )
    return float(min(1.0, np.exp(logs).sum()))


def _choose(total: int, part: NDArray[np.int64]) -> NDArray[np.float64]:
    """The logarithm of how many ways there are."""
    return np.asarray(gammaln(total + 1) - gammaln(part + 1) - gammaln(total - part + 1))


def _adjusted(values: Sequence[float]) -> NDArray[np.float64]:
    """Benjamini and Hochberg's."""
    p = np.asarray(values, dtype=np.float64)
    order = np.argsort(p, kind="stable")
    scaled = p[order] * len(p) / np.arange(1, len(p) + 1)
    lowest = np.minimum.accumulate(scaled[::-1])[::-1]
    result = np.empty_like(p)
    result[order] = np.minimum(lowest, 1)
    return result
