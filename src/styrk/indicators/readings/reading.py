"""What one series tells."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

import numpy as np

from styrk.indicators.models import SeriesMark
from styrk.indicators.readings.codes import ASSURANCE, VARIATION, Signals
from styrk.indicators.series import Point, Series
from styrk.indicators.spc import Assurance, Cause, Charts, Judgement, XmrCharts
from styrk.indicators.spc import Direction as Wish
from styrk.indicators.spc import Kind as Drawn
from styrk.indicators.spc.advice import (
    ENOUGH_FOR_LIMITS,
    ENOUGH_FOR_MEDIAN,
    Advice,
    Data,
    advise,
)
from styrk.indicators.spc.arrays import Bools, Floats
from styrk.indicators.spc.now import Now, assured, now
from styrk.indicators.states import Direction, Kind

DATA = {
    Kind.PROPORTION: Data.PROPORTION,
    Kind.RATE: Data.RATE,
    Kind.COUNT: Data.COUNT,
    Kind.MEAN: Data.MEASUREMENT,
    Kind.SINGLE: Data.MEASUREMENT,
    Kind.BETWEEN: Data.TIME_BETWEEN,
}
WISHES = {
    Direction.UP: Wish.INCREASE,
    Direction.DOWN: Wish.DECREASE,
    Direction.NEUTRAL: Wish.NEUTRAL,
}


# So many in a period are seldom moved by chance alone.
MANY_EVENTS = 100


def counts_events(points: Sequence[Point]) -> bool:
    """Whether sums are counts of so few events that chance moves them.

    Of others (money, parts of people, thousands of visits) the limits are learned from the figures
    themselves: those of a C chart would follow from what they are measured in alone.
    """
    events = [point.numerator for point in points if point.numerator is not None]
    whole = all(one >= 0 and one == int(one) for one in events)
    return whole and sum(events) <= MANY_EVENTS * len(events)


@dataclass(frozen=True)
class Part:
    """Anhøj's runs in a stretch between splits."""

    useful: int
    longest: int
    longest_allowed: int
    crossings: int
    fewest_allowed: int
    signal: bool


@dataclass(frozen=True)
class Reading:
    """What one series tells. Lists are as long as `points`, None where there is nothing.

    `points` are those that can stand in one chart. `chart` is what was drawn: the one a person chose
    or the usual, a run chart below twelve points. `p`: see `models.Signal`. Figures and lines are in
    the definition's measure.
    """

    series: Series
    marks: tuple[SeriesMark, ...]
    points: tuple[Point, ...]
    chart: Drawn
    p: float | None
    drawn: Charts
    icons: XmrCharts
    row: int

    @property
    def known(self) -> int:
        """How many points the newest level has to stand on."""
        return self.now.known

    @property
    def needed(self) -> int:
        """How many points are still needed before anything is said with some certainty."""
        return max(0, ENOUGH_FOR_MEDIAN - self.known)

    @property
    def on_trial(self) -> bool:
        """Fewer points than limits need to be firm."""
        return self.known < ENOUGH_FOR_LIMITS

    @property
    def values(self) -> list[float | None]:
        """What is plotted."""
        return self._line(self.drawn.lines.y)

    @property
    def centre(self) -> list[float | None]:
        return self._line(self.drawn.lines.centre)

    @property
    def low(self) -> list[float | None]:
        return self._line(self.drawn.lines.low)

    @property
    def high(self) -> list[float | None]:
        return self._line(self.drawn.lines.high)

    @property
    def low95(self) -> list[float | None]:
        return self._line(self.drawn.lines.low95)

    @property
    def high95(self) -> list[float | None]:
        return self._line(self.drawn.lines.high95)

    @property
    def outside(self) -> list[bool]:
        return self._flags(self.drawn.outside)

    @property
    def excluded(self) -> list[bool]:
        return self._flags(~self.drawn.points.include)

    @property
    def baseline(self) -> list[bool]:
        """Which points centre and limits come from."""
        return self._flags(self.drawn.points.base)

    @property
    def parts(self) -> list[int]:
        return [int(one) for one in self.drawn.points.part[self.row, : len(self.points)]]

    @property
    def causes(self) -> list[Cause]:
        """Why each point stands out by the rules of Making Data Count."""
        found = self.icons.cause[self.row, : len(self.points)]
        return [Cause(int(one)) for one in found]

    @property
    def judgements(self) -> list[Judgement]:
        found = self.icons.judgement[self.row, : len(self.points)]
        return [Judgement(int(one)) for one in found]

    @cached_property
    def runs(self) -> list[Part]:
        """The runs of each part, oldest first."""
        runs, row = self.drawn.runs, self.row
        return [
            Part(
                int(runs.useful[row, part]),
                int(runs.longest[row, part]),
                int(runs.longest_allowed[row, part]),
                int(runs.crossings[row, part]),
                int(runs.fewest_allowed[row, part]),
                bool(runs.signal[row, part]),
            )
            for part in range(runs.useful.shape[1])
            if runs.observed[row, part] >= 0
        ]

    @cached_property
    def now(self) -> Now:
        """What the chart that is drawn signals as it stands."""
        return now(self.drawn, self.row)

    @property
    def variation(self) -> str:
        """The code of the icon: common, improvement, concern, neutral_high, neutral_low; "" for too few.

        Of the same rules as the signals, so that the two never say different things.
        """
        if self.needed:
            return ""
        way = self.now.way
        if not way:
            return VARIATION[Judgement.COMMON]
        wish = {Direction.UP: 1, Direction.DOWN: -1}.get(
            Direction(self.series.definition.direction)
        )
        if wish is None:
            return VARIATION[Judgement.NEUTRAL_HIGH if way > 0 else Judgement.NEUTRAL_LOW]
        return VARIATION[Judgement.IMPROVEMENT if way == wish else Judgement.CONCERN]

    @property
    def assurance(self) -> str:
        """The code of the icon: pass, inconsistent, fail; "" for too few points or no target.

        By the limits of the chart that is drawn; those of an XmR where that is a run chart, which has none.
        """
        if self.needed:
            return ""
        if self.chart is Drawn.RUN:
            return ASSURANCE[Assurance(int(self.icons.assurance[self.row]))]
        target = self.series.target
        wish = WISHES[Direction(self.series.definition.direction)]
        found = assured(
            self.drawn, self.row, self.now.last, wish, np.nan if target is None else target
        )
        return ASSURANCE[found]

    @cached_property
    def signals(self) -> list[Signals]:
        """What signals now: the newest point that nobody has left out, and the runs of the newest part."""
        if self.needed:
            return []
        found, told = self.now, []
        if found.outside:
            told.append(Signals.OUTSIDE_HIGH if found.outside > 0 else Signals.OUTSIDE_LOW)
        if found.run:
            told.append(Signals.SHIFT_HIGH if found.side > 0 else Signals.SHIFT_LOW)
        return [*told, Signals.FEW_CROSSINGS] if found.few else told

    @property
    def aside(self) -> set[date]:
        """The periods that a person has left out."""
        rows = zip(self.points, self.excluded, strict=True)
        return {point.period for point, out in rows if out}

    @property
    def moved(self) -> float | None:
        """How much the newest figure is above the median of those before it; none of them left out."""
        rows = zip(self.values, self.excluded, strict=True)
        known = [one for one, out in rows if one is not None and not out]
        return known[-1] - float(np.median(known[:-1])) if len(known) > 1 else None

    def advice(self) -> Advice:
        """Which chart would suit the series, and why."""
        definition = self.series.definition
        y = [None if p.value is None else p.numerator for p in self.points]
        n = [p.denominator for p in self.points] if definition.is_divided else None
        data = DATA[Kind(definition.kind)]
        shares = data in {Data.PROPORTION, Data.RATE} and not definition.counts_whole
        if shares or (data is Data.COUNT and not counts_events(self.points)):
            data = Data.MEASUREMENT
        if Kind(definition.kind) in {Kind.MEAN, Kind.SINGLE, Kind.BETWEEN}:
            y, n = [p.value for p in self.points], None
        return advise(data, numbers(y), None if n is None else numbers(n))

    def _line(self, values: Floats) -> list[float | None]:
        found = values[self.row, : len(self.points)].tolist()
        return [None if one != one else one for one in found]

    def _flags(self, values: Bools) -> list[bool]:
        return [bool(one) for one in values[self.row, : len(self.points)]]


def numbers(values: Sequence[float | None]) -> Floats:
    """None becomes NaN."""
    return np.array([np.nan if one is None else one for one in values], dtype=np.float64)
