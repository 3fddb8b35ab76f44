"""The year so far against the budget, period by period."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _
from markupsafe import Markup

from styrk.indicators import periods
from styrk.indicators.models import Definition
from styrk.indicators.presenters.figures import period_words, value_words
from styrk.indicators.series import Point, Series, together
from styrk.indicators.states import Along
from styrk.indicators.year import YearToDate, known, year_to_date
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
    lacks = [*year.holes, *year.partial]
    if lacks:
        named = ", ".join(period_words(definition, one) for one in sorted(lacks))
        return _("Tallene for %(periods)s mangler helt eller delvis, så det kan ikke sies.") % {
            "periods": named
        }
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
    this = known(_of_year(actual, year))
    through = max(this, default=date.min)
    coming = known(estimated)
    asked = {p.period for p in _of_year(actual, year) if p.period <= through}
    shown = sorted(asked | known(planned).keys() | coming.keys())
    there = known(actual.points)
    before = {p: there[b] for p in shown if (b := periods.a_year_before(rhythm, p)) in there}

    def so_far(found: Mapping[date, Point], upto: date) -> float | None:
        """Through the period; None from the first that is missing, where it would lack in a sum."""
        wanted = [period for period in shown if period <= upto]
        if actual.definition.joined is Along.LAST:
            wanted = wanted[-1:]
        if any(period not in found for period in wanted):
            return None
        return together(actual.definition, [found[period] for period in wanted])

    return [
        Money(
            at=period,
            actual=so_far(this, period),
            budget=so_far(known(planned), period),
            last_year=so_far(before, period),
            # From where the known figures end, so that the line goes on from there.
            forecast=so_far(coming | this, period) if coming and period >= through else None,
        )
        for period in shown
    ]


def _of_year(series: Series, year: int) -> list[Point]:
    return [point for point in series.points if point.period.year == year]
