"""The year so far against the budget, period by period."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _
from markupsafe import Markup

from styrk.indicators import periods
from styrk.indicators.models import Definition
from styrk.indicators.presenters.figures import period_words, value_words
from styrk.indicators.series import Point, Series, YearToDate, together, year_to_date
from styrk.ui.charts import BudgetChart, Money, Rhythm, Rows, as_table, in_page


@dataclass(frozen=True)
class AgainstBudget:
    said: str
    picture: Markup
    rows: Rows


def against_budget(
    year: int, actual: Series, budget: Series, forecast: Series
) -> AgainstBudget | None:
    """Each period as the sum from the first of the year; None where there is no budget to be against."""
    planned = _of_year(budget, year)
    if not any(point.numerator is not None for point in planned):
        return None
    definition = actual.definition
    chart = BudgetChart(
        title=_("%(indicator)s hittil i %(year)s, mot budsjettet")
        % {"indicator": actual.indicator.name, "year": year},
        periods=_summed(year, actual, planned, _of_year(forecast, year)),
        rhythm=Rhythm(definition.rhythm),
        measured_in=definition.measured_in,
        decimals=definition.decimals,
    )
    so_far = year_to_date(year, actual, budget, forecast)
    return AgainstBudget(_said(definition, so_far), in_page(chart, "budsjett"), as_table(chart))


def _said(definition: Definition, year: YearToDate) -> str:
    """How far from the budget, which a line from the first of the year hardly shows."""
    if year.deviation is None or year.through is None:
        return ""
    said = {
        "far": value_words(definition, abs(year.deviation)),
        "period": period_words(definition, year.through),
    }
    if not round(year.deviation, definition.decimals):
        return _("Til og med %(period)s er det som budsjettet.") % said
    if year.deviation > 0:
        return _("Til og med %(period)s er det %(far)s over budsjettet.") % said
    return _("Til og med %(period)s er det %(far)s under budsjettet.") % said


def _summed(
    year: int, actual: Series, planned: Sequence[Point], estimated: Sequence[Point]
) -> list[Money]:
    rhythm = actual.definition.rhythm
    this = _known(_of_year(actual, year))
    through = max((point.period for point in this), default=date.min)
    before = {periods.a_year_before(rhythm, p.period): p.period for p in planned}
    last_year = [point for point in _known(actual.points) if point.period in before]
    coming = [point for point in _known(estimated) if point.period > through]
    shown = sorted({point.period for point in (*planned, *this, *coming)})

    def sum_of(points: Sequence[Point], upto: date) -> float | None:
        return together(actual.definition, [one for one in points if one.period <= upto])

    def of_last_year(upto: date) -> float | None:
        return together(actual.definition, [one for one in last_year if before[one.period] <= upto])

    return [
        Money(
            at=period,
            actual=sum_of(this, period) if period <= through else None,
            budget=sum_of(planned, period),
            last_year=of_last_year(period),
            # From where the known figures end, so that the line goes on from there.
            forecast=sum_of([*this, *coming], period) if coming and period >= through else None,
        )
        for period in shown
    ]


def _known(points: Sequence[Point]) -> list[Point]:
    return [point for point in points if point.numerator is not None]


def _of_year(series: Series, year: int) -> list[Point]:
    return [point for point in series.points if point.period.year == year]
