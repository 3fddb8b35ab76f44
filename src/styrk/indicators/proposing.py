"""What Styrk proposes to do with a series. A person decides; what has been decided is not asked again."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date

from styrk.indicators.readings import Reading, evaluate
from styrk.indicators.spc.advice import ENOUGH_FOR_LIMITS
from styrk.indicators.spc.long_runs import all_runs, long_runs
from styrk.indicators.states import MarkKind

# Known points in a level before a new one is proposed, so that both have something to stand on.
ENOUGH_BEFORE = 8
# Known points after a baseline before it is proposed to hold it.
ENOUGH_AFTER = 4

type Decided = Collection[tuple[str, date]]


@dataclass(frozen=True)
class Proposal:
    """To mark a period: the last of a baseline, the first of a new level, or one to leave out."""

    kind: MarkKind
    period: date


def proposals(reading: Reading, decided: Decided) -> list[Proposal]:
    """`decided`: (kind, period) of all that a person has said yes or no to, also taken back since."""
    if reading.needed:
        return []
    level = _new_level(reading)
    if level and (level.kind.value, level.period) in decided:
        level = None
    # To hold the limits is the other answer to a new level: one question at a time.
    others = [_left_out(reading), None if level else _baseline(reading, decided)]
    fresh = [one for one in others if one and (one.kind.value, one.period) not in decided]
    return [level, *fresh] if level else fresh


def _new_level(reading: Reading) -> Proposal | None:
    """From where a long run begins that lasts still, where enough is known before it."""
    runs, every = long_runs(reading.drawn, reading.row), all_runs(reading.drawn, reading.row)
    if not runs or not every or runs[-1][-1] != every[-1][-1]:
        return None
    first = runs[-1][0]
    before = [n for n in range(first) if reading.parts[n] == reading.parts[first]]
    known = sum(reading.values[n] is not None and not reading.excluded[n] for n in before)
    if known < ENOUGH_BEFORE:
        return None
    return Proposal(MarkKind.SPLIT, reading.points[first].period)


def _left_out(reading: Reading) -> Proposal | None:
    """The only point outside the limits in the newest part, once there is a later one."""
    newest = max(n for n, value in enumerate(reading.values) if value is not None)
    last = reading.parts[newest]
    outside = [
        n
        for n, is_outside in enumerate(reading.outside)
        if is_outside and reading.parts[n] == last and not reading.excluded[n]
    ]
    if len(outside) != 1 or outside[0] == newest:
        return None
    return Proposal(MarkKind.EXCLUDE, reading.points[outside[0]].period)


def _baseline(reading: Reading, decided: Decided) -> Proposal | None:
    """The first twenty, where they were calm and something has happened since."""
    if any(kind in {MarkKind.FREEZE, MarkKind.SPLIT} for kind, _period in decided):
        return None
    known = [n for n, value in enumerate(reading.values) if value is not None]
    if len(known) < ENOUGH_FOR_LIMITS + ENOUGH_AFTER or not reading.signals:
        return None
    last = known[ENOUGH_FOR_LIMITS - 1]
    early = replace(reading.series, points=reading.points[: last + 1])
    before = next(iter(evaluate([early])), None)
    if before is None or before.signals or any(before.outside):
        return None
    return Proposal(MarkKind.FREEZE, reading.points[last].period)
