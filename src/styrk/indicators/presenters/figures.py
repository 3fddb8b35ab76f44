"""Figures and periods as they are said."""

from datetime import date
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext_lazy

from styrk.indicators import periods
from styrk.indicators.models import Definition
from styrk.indicators.series import Point, Series, Standing
from styrk.indicators.states import Rhythm
from styrk.ui.charts import Rhythm as Drawn
from styrk.ui.charts import spoken, with_unit
from styrk.ui.charts.numbers import figure
from styrk.ui.words import spoken_day


def period_words(definition: Definition, period: date) -> str:
    """«okt. 26», «T1 26», «uke 3 2026»."""
    return spoken(period, Drawn(definition.rhythm))


def value_words(definition: Definition, value: float | None) -> str:
    """«12,3 %»; a dash where there is none."""
    if value is None:
        return "–"
    return with_unit(value, definition.decimals, definition.measured_in)


def plain(value: float | None) -> str:
    """A numerator or denominator, with the decimals that it has and no more."""
    if value is None:
        return "–"
    decimals = next((n for n in range(6) if round(value, n) == round(value, 6)), 6)
    return figure(value, decimals)


BEHIND: dict[str, Any] = {
    Rhythm.DAY: ngettext_lazy("én dag etter", "%(n)s dager etter", "n"),
    Rhythm.WEEK: ngettext_lazy("én uke etter", "%(n)s uker etter", "n"),
    Rhythm.MONTH: ngettext_lazy("én måned etter", "%(n)s måneder etter", "n"),
    Rhythm.TERTIAL: ngettext_lazy("ett tertial etter", "%(n)s tertialer etter", "n"),
    Rhythm.QUARTER: ngettext_lazy("ett kvartal etter", "%(n)s kvartaler etter", "n"),
    Rhythm.HALF: ngettext_lazy("et halvår etter", "%(n)s halvår etter", "n"),
    Rhythm.YEAR: ngettext_lazy("ett år etter", "%(n)s år etter", "n"),
}


def behind(rhythm: str, periods_behind: int) -> str:
    """«én måned etter»."""
    return str(BEHIND[rhythm] % {"n": periods_behind})


def standing_words(series: Series) -> str:
    """What is to be known of the newest periods: that they wait, are too few, or miss some units."""
    last, latest = (series.points[-1] if series.points else None), series.latest
    if last is None:
        return ""
    said = []
    if latest and last.standing is Standing.WAITING:
        said.append(behind(series.definition.rhythm, steps(series, latest.period, last.period)))
    if last.standing is Standing.WAITING:
        said.append(waits(series.definition, last))
    elif last.standing is Standing.TOO_FEW:
        said.append(
            _("%(period)s har for få til å vises")
            % {"period": period_words(series.definition, last.period)}
        )
    if latest and latest.is_partial:
        said.append(parts(latest))
    return ", ".join(said)


def waits(definition: Definition, point: Point) -> str:
    return _("%(period)s ventes %(day)s") % {
        "period": period_words(definition, point.period),
        "day": spoken_day(point.expected_on),
    }


def parts(point: Point) -> str:
    """How many of the units below have reported."""
    return _("%(there)s av %(expected)s enheter") % {
        "there": point.reporting,
        "expected": point.expected,
    }


def steps(series: Series, first: date, last: date) -> int:
    """How many periods lie between."""
    rhythm = series.definition.rhythm
    return sum(1 for _one in periods.between(rhythm, first, last)) - 1


def missing(series: Series) -> list[date]:
    """The periods whose figure should have been there, the newest first; at most the last of each gap."""
    found = [p.period for p in series.points if p.standing is Standing.MISSING]
    return found[::-1]
