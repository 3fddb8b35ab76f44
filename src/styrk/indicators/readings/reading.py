"""What one series tells."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from styrk.indicators.models import SeriesMark
from styrk.indicators.readings.codes import ASSURANCE, CAUSES, VARIATION, Signals
from styrk.indicators.series import Point, Series
from styrk.indicators.spc import Assurance, Cause, Charts, Judgement, XmrCharts
from styrk.indicators.spc import Kind as Drawn
from styrk.indicators.spc.advice import (
    ENOUGH_FOR_LIMITS,
    ENOUGH_FOR_MEDIAN,
    Advice,
    Data,
    advise,
)
from styrk.indicators.spc.arrays import Bools, Floats
from styrk.indicators.states import Kind

DATA = {
    Kind.PROPORTION: Data.PROPORTION,
    Kind.RATE: Data.RATE,
    Kind.COUNT: Data.COUNT,
    Kind.MEAN: Data.MEASUREMENT,
    Kind.SINGLE: Data.MEASUREMENT,
    Kind.BETWEEN: Data.TIME_BETWEEN,
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
    known: int
    p: float | None
    drawn: Charts
    icons: XmrCharts
    row: int

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

    @property
    def variation(self) -> str:
        """The code of the icon: common, improvement, concern, neutral_high, neutral_low; "" for too few."""
        if self.needed:
            return ""
        return VARIATION[Judgement(int(self.icons.judgement[self.row, self._last]))]

    @property
    def assurance(self) -> str:
        """The code of the icon: pass, inconsistent, fail; "" for too few points or no target."""
        if self.needed:
            return ""
        return ASSURANCE[Assurance(int(self.icons.assurance[self.row]))]

    @cached_property
    def signals(self) -> list[Signals]:
        """What signals now: the newest known point, and the runs of the newest part."""
        if self.needed:
            return []
        found = []
        if self.chart is not Drawn.RUN and self.drawn.outside[self.row, self._last]:
            above = self.drawn.lines.y[self.row, self._last] > self._centre_now
            found.append(Signals.OUTSIDE_HIGH if above else Signals.OUTSIDE_LOW)
        if self.runs and self.runs[-1].longest > self.runs[-1].longest_allowed:
            found.append(Signals.LONG_RUN)
        if self.runs and self.runs[-1].crossings < self.runs[-1].fewest_allowed:
            found.append(Signals.FEW_CROSSINGS)
        cause = Cause(int(self.icons.cause[self.row, self._last]))
        return [*found, CAUSES[cause]] if cause in CAUSES else found

    @property
    def moved(self) -> float | None:
        """How much the latest figure is above the median of those before it."""
        known = [one for one in self.values if one is not None]
        return known[-1] - float(np.median(known[:-1])) if len(known) > 1 else None

    def advice(self) -> Advice:
        """Which chart would suit the series, and why."""
        definition = self.series.definition
        y = [None if p.value is None else p.numerator for p in self.points]
        n = [p.denominator for p in self.points] if definition.is_divided else None
        data = DATA[Kind(definition.kind)]
        if data is Data.COUNT and not counts_events(self.points):
            data = Data.MEASUREMENT
        if Kind(definition.kind) in {Kind.MEAN, Kind.SINGLE, Kind.BETWEEN}:
            y, n = [p.value for p in self.points], None
        return advise(data, numbers(y), None if n is None else numbers(n))

    @cached_property
    def _last(self) -> int:
        """The place of the newest known point."""
        known = np.flatnonzero(~np.isnan(self.drawn.lines.y[self.row, : len(self.points)]))
        return int(known[-1]) if len(known) else 0

    @property
    def _centre_now(self) -> float:
        return float(self.drawn.lines.centre[self.row, self._last])

    def _line(self, values: Floats) -> list[float | None]:
        found = values[self.row, : len(self.points)].tolist()
        return [None if one != one else one for one in found]

    def _flags(self, values: Bools) -> list[bool]:
        return [bool(one) for one in values[self.row, : len(self.points)]]


def numbers(values: Sequence[float | None]) -> Floats:
    """None becomes NaN."""
    return np.array([np.nan if one is None else one for one in values], dtype=np.float64)
