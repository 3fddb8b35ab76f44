"""Groups as they are proposed to a leader: how many, where, since when, why, and whether they rise.

The caller gives the reports of one scope, as a leader's units and the last years; what is looked at
together is corrected together. A proposal that was dismissed comes back only when it has changed.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import blake2b

from styrk.incidents.recurrence.groups import groups
from styrk.incidents.recurrence.reading import Report
from styrk.incidents.recurrence.reasons import shared
from styrk.incidents.recurrence.rising import Rise, rises
from styrk.incidents.recurrence.scan import Scanned

# Reports of the very same event: as alike, from the same place, at most so many days apart.
SAME_EVENT, DAYS = 0.6, 1
# A group of fewer events is nothing to raise.
FEWEST = 3
# The share of signals that may be false.
FALSE = 0.05
# A fingerprint is of the first so many.
FIRST = 3
# What is another group, and what has changed since it was dismissed.
KEPT, NEW, GROWN, FASTER = 0.5, 3, 1.5, 1.5


@dataclass(frozen=True)
class Proposal:
    """`members` are the ids of the reports, the first to happen first; `events` holds the same, those
    of one event together."""

    fingerprint: str
    members: tuple[str, ...]
    events: tuple[tuple[str, ...], ...]
    sites: tuple[str, ...]
    first: date | None
    last: date | None
    words: tuple[str, ...]
    rise: Rise | None

    @property
    def rising(self) -> bool:
        return self.rise is not None and self.rise.q <= FALSE


@dataclass(frozen=True)
class Dismissed:
    """What is kept of a proposal that somebody said no to."""

    fingerprint: str
    members: tuple[str, ...]
    events: int
    rising: bool
    times: float | None


def proposals(
    ids: Sequence[str], reports: Sequence[Report], scanned: Scanned, today: date
) -> list[Proposal]:
    """Those that rise first, the clearest at the top; then the largest."""
    split = [(rows, events(rows, reports, scanned)) for rows in groups(scanned)]
    large = [(rows, parts) for rows, parts in split if len(parts) >= FEWEST]
    # Every group that could have given a signal has been looked at.
    found = rises(
        [_days(parts, reports) for _, parts in large],
        _everything(split, reports),
        today,
    )
    made = [
        _proposal(rows, parts, rise, ids, reports, scanned)
        for (rows, parts), rise in zip(large, found, strict=True)
    ]
    return sorted(made, key=_order)


def events(
    rows: Sequence[int], reports: Sequence[Report], scanned: Scanned
) -> list[tuple[int, ...]]:
    """The rows of each event. What has no day is an event of its own."""
    parts: list[list[int]] = []
    open_at: dict[str, list[list[int]]] = {}
    for row in sorted(rows, key=lambda row: (reports[row].day or date.min, row)):
        report = reports[row]
        near = [
            part
            for part in open_at.get(report.site, [])
            if report.day and _apart(reports[part[0]].day, report.day) <= DAYS
        ]
        home = next((part for part in near if _like(part[0], row, scanned) >= SAME_EVENT), None)
        if home is None:
            home = []
            parts.append(home)
            near.append(home)
        home.append(row)
        open_at[report.site] = near
    return [tuple(part) for part in parts]


def comes_back(proposal: Proposal, dismissed: Iterable[Dismissed]) -> bool:
    """Whether it is to be shown: it was never dismissed, or has changed since each time it was."""
    return all(changed(one, proposal) for one in dismissed if same(one, proposal))


def same(one: Dismissed, proposal: Proposal) -> bool:
    """It begins as it did, or at least half of what it was is in it."""
    still = len(set(one.members) & set(proposal.members))
    return one.fingerprint == proposal.fingerprint or still >= KEPT * len(one.members)


def changed(one: Dismissed, proposal: Proposal) -> bool:
    """Three more and half as many again; or it rises, and did not, or now half as fast again."""
    number = len(proposal.events)
    if number >= one.events + NEW and number >= one.events * GROWN:
        return True
    if not proposal.rising or proposal.rise is None:
        return False
    times = proposal.rise.times
    faster = one.times is not None and (times is None or times >= one.times * FASTER)
    return not one.rising or faster


def dismissed(proposal: Proposal) -> Dismissed:
    """What is to be kept when somebody says no."""
    return Dismissed(
        fingerprint=proposal.fingerprint,
        members=proposal.members,
        events=len(proposal.events),
        rising=proposal.rising,
        times=proposal.rise.times if proposal.rise else None,
    )


def fingerprint(members: Sequence[str]) -> str:
    """Of the first reports, so that it stays when more come."""
    first = "\n".join(sorted(members[:FIRST]))
    return blake2b(first.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()


def _proposal(
    rows: Sequence[int],
    parts: Sequence[Sequence[int]],
    rise: Rise | None,
    ids: Sequence[str],
    reports: Sequence[Report],
    scanned: Scanned,
) -> Proposal:
    in_time = sorted(rows, key=lambda row: (reports[row].day or date.max, ids[row]))
    members = tuple(ids[row] for row in in_time)
    days = sorted(day for row in rows if (day := reports[row].day))
    return Proposal(
        fingerprint=fingerprint(members),
        members=members,
        events=tuple(tuple(ids[row] for row in part) for part in parts),
        sites=tuple(sorted({reports[row].site for row in rows if reports[row].site})),
        first=days[0] if days else None,
        last=days[-1] if days else None,
        words=shared([reports[row].text for row in rows], scanned.model),
        rise=rise,
    )


def _everything(
    split: Iterable[tuple[list[int], list[tuple[int, ...]]]], reports: Sequence[Report]
) -> list[date]:
    """The day of each event of the scope: reports in no group are an event each."""
    counted = [(rows, parts) for rows, parts in split]
    grouped = {row for rows, _ in counted for row in rows}
    alone = [(row,) for row in range(len(reports)) if row not in grouped]
    return _days([*(part for _, parts in counted for part in parts), *alone], reports)


def _days(parts: Iterable[Sequence[int]], reports: Sequence[Report]) -> list[date]:
    return [day for part in parts if (day := reports[part[0]].day)]


def _apart(one: date | None, other: date) -> int:
    return abs((other - one).days) if one else DAYS + 1


def _like(one: int, other: int, scanned: Scanned) -> float:
    first, second = int(scanned.text_of[one]), int(scanned.text_of[other])
    return 1.0 if first == second else float(scanned.nearest[first, second])


def _order(one: Proposal) -> tuple[object, ...]:
    rise = one.rise if one.rising else None
    return (rise is None, rise.q if rise else 0.0, -len(one.events), one.fingerprint)
