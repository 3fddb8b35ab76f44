"""Drawing the figures of one series: a season, a slow change, shifts on their day, and chance.

Each series has a chance of its own, so that it is the same whatever else is measured.
"""

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from math import cos, exp, log1p, pi
from random import Random

from styrk.demo.measured.file import Shape, Written
from styrk.indicators import periods
from styrk.indicators.shape import usual_factor
from styrk.indicators.states import Kind, Rhythm

JULY = 7
# The level of the file is that of so many years ago.
MIDDLE = 1.5
# How much the number of patients or days varies from month to month.
CROWD = 0.04
HIGHEST = 0.985


@dataclass(frozen=True)
class Drawn:
    numerator: Decimal
    denominator: Decimal | None = None


@dataclass
class Series:
    """An indicator at a unit. `shifts` are (first day, factor); `odd` are factors of single periods."""

    written: Written
    unit: str
    random: Random
    today: date
    shifts: list[tuple[date, float]] = field(default_factory=list)
    odd: dict[date, float] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.shape: Shape = self.written.shape_at(self.unit)
        self.factor = float(self.written.told.get("factor") or usual_factor(self.written.kind))
        # Money and points with two decimals more than are shown, people and days as whole numbers.
        self.decimals: int = self.written.told.get("decimals", 1)

    def draw(self, period: date) -> Drawn:
        """The next value. To be called for one period after the other."""
        level = self.usual(period) * (1 + self.shape.spread * self.random.gauss())
        level *= self.odd.get(period, 1)
        kind = self.written.kind
        if kind in {Kind.COUNT, Kind.SINGLE}:
            level += self.shape.additive * self.random.gauss()
            return Drawn(as_decimal(level, self.decimals))
        crowd = self._crowd(period)
        if kind == Kind.MEAN:
            return Drawn(as_decimal(level / self.factor * crowd, self.decimals), Decimal(crowd))
        share = min(max(level / self.factor, 0), HIGHEST)
        return Drawn(Decimal(self.random.binomialvariate(crowd, share)), Decimal(crowd))

    def planned(self, period: date, against: float) -> Drawn:
        """What a budget or an estimate says of it, of a count."""
        return Drawn(as_decimal(self.usual(period, shifted=False) * against, self.decimals))

    def usual(self, period: date, *, shifted: bool = True) -> float:
        """The figure as it would be without chance."""
        shape = self.shape
        level = shape.level * (1 + shape.winter * cos(2 * pi * (period.month - 1) / 12))
        years = (period - self.today).days / 365 + MIDDLE
        level *= exp(years * log1p(shape.yearly))
        if self.written.kind == Kind.COUNT:
            level *= self._july(period)
        for since, factor in self.shifts if shifted else ():
            level *= factor if period >= since else 1
        return level

    def _crowd(self, period: date) -> int:
        size = self.shape.size * self._july(period)
        return max(1, round(size * (1 + CROWD * self.random.gauss())))

    def _july(self, period: date) -> float:
        return self.shape.july if self._is_july(period) else 1

    def _is_july(self, period: date) -> bool:
        return self.written.rhythm == Rhythm.MONTH and period.month == JULY


def ago(written: Written, today: date, number: int) -> date:
    """The period that so many months ago was in."""
    month = periods.moved(Rhythm.MONTH, periods.begins(Rhythm.MONTH, today), -number)
    return periods.begins(written.rhythm, month)


def as_decimal(number: float, decimals: int) -> Decimal:
    return Decimal(str(round(number, decimals)))
