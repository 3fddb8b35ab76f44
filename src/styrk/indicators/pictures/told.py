"""What a series is, beside its figures."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import isfinite

from styrk.indicators.spc.xmr import Direction
from styrk.ui.charts import Moment, Remark, Rhythm, Tone


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What a series is, beside its figures. `moments` one for each point; `targets` and `waiting` too,
    or none. `parts` the names of the parts..
    """

    title: str
    moments: Sequence[Moment]
    rhythm: Rhythm = Rhythm.MONTH
    measured_in: str = ""
    decimals: int = 1
    ceiling: float | None = None
    targets: Sequence[float | None] = ()
    waiting: Sequence[bool] = ()
    parts: Sequence[str] = ()
    remarks: Sequence[Remark] = ()
    direction: Direction = Direction.NEUTRAL
    words: str = ""


def known(value: float) -> float | None:
    return float(value) if isfinite(value) else None


def of[T](values: Sequence[T], place: int, default: T) -> T:
    return values[place] if place < len(values) else default


def toned(way: float, direction: Direction) -> Tone:
    """Whether it is good to be this way from the centre."""
    if direction is Direction.NEUTRAL or way == 0:
        return Tone.PLAIN
    return Tone.GOOD if (way > 0) == (direction > 0) else Tone.BAD
