"""The year so far, against budget and last year: only what is known of the same periods is compared."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta

from styrk.indicators import periods
from styrk.indicators.series import Point, Series, summed, together
from styrk.indicators.states import Along


@dataclass(frozen=True)
class YearToDate:
    """Hittil i år: through the newest period that is known, and the year as a whole.

    `budget` and `last_year` are of the same periods, and None where any of them lacks there. `estimate`:
    what is known, and the forecast for every other period of the year; None where one has neither.
    `made`: what is counted above and below the line in all of them. `holes`: the periods before `through` without a figure; `partial`: those that lack units.
    `untold`: what something is known of, but too little. All in the definition's measure, None where it
    cannot be told.
    """

    year: int
    through: date | None
    periods: int
    actual: float | None
    budget: float | None
    last_year: float | None
    estimate: float | None
    year_budget: float | None
    made: tuple[float, float] = (0.0, 0.0)
    holes: tuple[date, ...] = ()
    partial: tuple[date, ...] = ()
    untold: frozenset[str] = frozenset()

    @property
    def deviation(self) -> float | None:
        if self.actual is None or self.budget is None:
            return None
        return self.actual - self.budget


def year_to_date(
    year: int, actual: Series, budget: Series | None = None, forecast: Series | None = None
) -> YearToDate:
    """The year so far, of series that begin in the year before or earlier."""
    rhythm = actual.definition.rhythm
    of_year = _of_year(actual, year)
    this = known(of_year)
    through = max(this, default=None)
    before = {periods.a_year_before(rhythm, period) for period in this}
    planned, last_year = known(_of_year(budget, year)), known(actual.points)
    coming = known(_of_year(forecast, year))
    whole = _whole_year(actual, year)
    hoped = coming.keys() - this.keys()
    told = {
        "budget": _over(actual, planned, set(this)),
        "last_year": _over(actual, last_year, before),
        "estimate": _over(actual, coming | this, whole) if hoped else None,
        "year_budget": _over(actual, planned, whole),
    }
    begun = {
        "budget": bool(planned),
        "last_year": bool(last_year.keys() & before),
        "estimate": bool(hoped),
        "year_budget": bool(planned),
    }
    return YearToDate(
        year=year,
        through=through,
        periods=len(this),
        actual=together(actual.definition, list(this.values())),
        **told,
        made=summed(list(this.values())),
        holes=_told(actual, [p for p in of_year if p.numerator is None], through),
        partial=_told(actual, [p for p in this.values() if p.is_partial], through),
        untold=frozenset(name for name, value in told.items() if value is None and begun[name]),
    )


def known(points: Collection[Point]) -> dict[date, Point]:
    """By period, oldest first."""
    return {point.period: point for point in points if point.numerator is not None}


def _over(actual: Series, found: dict[date, Point], wanted: Collection[date]) -> float | None:
    """One figure of the periods that are wanted, if all that it stands on are known."""
    needed = {max(wanted)} if wanted and actual.definition.joined is Along.LAST else set(wanted)
    if not needed <= found.keys():
        return None
    return together(actual.definition, [found[period] for period in sorted(needed)])


def _told(actual: Series, points: Collection[Point], through: date | None) -> tuple[date, ...]:
    """Those that the figure of the year so far stands on."""
    if through is None:
        return ()
    is_last = actual.definition.joined is Along.LAST
    return tuple(
        p.period for p in points if p.period == through or (p.period < through and not is_last)
    )


def _whole_year(actual: Series, year: int) -> list[date]:
    """Every period that begins in the year."""
    rhythm = actual.definition.rhythm
    first = periods.begins(rhythm, date(year, 1, 1))
    there = periods.between(rhythm, first, date(year + 1, 1, 1) - timedelta(days=1))
    return [period for period in there if period.year == year]


def _of_year(series: Series | None, year: int) -> list[Point]:
    return [point for point in series.points if point.period.year == year] if series else []
