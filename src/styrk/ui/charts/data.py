"""What the pictures are drawn from: plain data, without knowing where it comes from."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from styrk.ui.charts.periods import Moment, Rhythm


class Mark(StrEnum):
    """Why a point stands out. Each has a shape of its own."""

    NONE = ""
    OUTSIDE = "outside"  # beyond the limits: a diamond
    SHIFT = "shift"  # in a long run on one side of the centre: a square
    RISE = "rise"  # in a long rise: a triangle
    FALL = "fall"  # in a long fall: a triangle that points down
    CLOSE = "close"  # two of three close to a limit: a ring


class Tone(StrEnum):
    """Whether what stands out is good or bad; neither where no way is wished."""

    PLAIN = ""
    GOOD = "good"
    BAD = "bad"


@dataclass(frozen=True, slots=True)
class Point:
    """A figure in its period, with the lines that hold there. None is missing or without that line.

    `waiting`: not late, the figure comes later. `excluded`: kept out of the calculations by a person.
    `part` 1, 2 ...: stretches with a centre and limits of their own.
    """

    at: Moment
    value: float | None
    centre: float | None = None
    low: float | None = None
    high: float | None = None
    low95: float | None = None
    high95: float | None = None
    target: float | None = None
    mark: Mark = Mark.NONE
    tone: Tone = Tone.PLAIN
    excluded: bool = False
    waiting: bool = False
    part: int = 1


@dataclass(frozen=True, slots=True)
class Part:
    """`unsettled`: its points do not swing around the centre by chance; the centre is then dashed."""

    label: str = ""
    unsettled: bool = False


@dataclass(frozen=True, slots=True)
class Remark:
    """Something to remember at a point (its place in the series, from 0). An action has a line."""

    place: int
    text: str
    action: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ControlChart:
    """`words` what a person says of it, first in the description. `frozen`: how many points from the
    first its baseline has. `ceiling`: what no figure can be above (100 for per cent).
    """

    title: str
    points: Sequence[Point]
    rhythm: Rhythm = Rhythm.MONTH
    measured_in: str = ""
    decimals: int = 1
    ceiling: float | None = None
    centre_is: str = ""
    parts: Sequence[Part] = (Part(),)
    remarks: Sequence[Remark] = ()
    frozen: int = 0
    words: str = ""


@dataclass(frozen=True, slots=True)
class FunnelUnit:
    """A unit in a funnel: how many cases it had. `own` is the reader's."""

    name: str
    cases: float
    value: float
    outlier: bool = False
    tone: Tone = Tone.PLAIN
    own: bool = False


@dataclass(frozen=True, slots=True)
class FunnelLimit:
    """The limits at so many cases."""

    cases: float
    low95: float
    high95: float
    low998: float
    high998: float


@dataclass(frozen=True, slots=True, kw_only=True)
class FunnelChart:
    title: str
    units: Sequence[FunnelUnit]
    limits: Sequence[FunnelLimit]
    centre: float
    cases_are: str
    measured_in: str = ""
    decimals: int = 1
    ceiling: float | None = None
    words: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class BeforeAfter:
    """Before and after an action: `split` how many points there were before it.

    `before`, `after` the usual level in each; `change` with a 95 % interval. None where not known.
    """

    title: str
    points: Sequence[Point]
    split: int
    action: str
    on: date
    before: float | None
    after: float | None
    change: float | None = None
    low: float | None = None
    high: float | None = None
    tone: Tone = Tone.PLAIN
    rhythm: Rhythm = Rhythm.MONTH
    measured_in: str = ""
    decimals: int = 1
    ceiling: float | None = None
    words: str = ""


@dataclass(frozen=True, slots=True)
class Bar:
    """One unit's figure. Without a value `instead` says why. `low` to `high`: how sure it is."""

    name: str
    value: float | None
    low: float | None = None
    high: float | None = None
    own: bool = False
    instead: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class BarChart:
    title: str
    bars: Sequence[Bar]
    target: float | None = None
    measured_in: str = ""
    decimals: int = 1
    words: str = ""


@dataclass(frozen=True, slots=True)
class Step:
    """A place in a cumulative chart. `up` is 0 or more and `down` 0 or less; None is missing."""

    at: Moment
    up: float | None
    down: float | None
    signal_up: bool = False
    signal_down: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class CusumChart:
    """CUSUM and Bernoulli CUSUM: two sums that climb away from 0, and the limit each is held to."""

    title: str
    steps: Sequence[Step]
    limit: float
    rhythm: Rhythm = Rhythm.MONTH
    measured_in: str = ""
    up_is: str = ""
    down_is: str = ""
    words: str = ""


@dataclass(frozen=True, slots=True)
class Smooth:
    """A point of an EWMA chart: the figure, the weighted mean so far, and its limits."""

    at: Moment
    value: float | None
    mean: float | None
    low: float | None
    high: float | None
    outside: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class EwmaChart:
    title: str
    points: Sequence[Smooth]
    centre: float
    rhythm: Rhythm = Rhythm.MONTH
    measured_in: str = ""
    decimals: int = 1
    words: str = ""


@dataclass(frozen=True, slots=True)
class Money:
    """A period of a budget: None is not known, or not yet."""

    at: Moment
    actual: float | None = None
    budget: float | None = None
    last_year: float | None = None
    forecast: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class BudgetChart:
    title: str
    periods: Sequence[Money]
    rhythm: Rhythm = Rhythm.MONTH
    measured_in: str = ""
    decimals: int = 0
    words: str = ""


type Chart = (
    ControlChart | FunnelChart | BeforeAfter | BarChart | CusumChart | EwmaChart | BudgetChart
)
