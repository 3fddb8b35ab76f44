"""Figures and periods as they are said."""

from datetime import date
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext_lazy

from styrk.indicators.glances import Glance
from styrk.indicators.models import Definition
from styrk.indicators.series import Series, Standing
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


def standing_words(glance: Glance) -> str:
    """What is to be known of the newest periods: that they wait, are too few, or miss some units."""
    said = []
    if glance.waits:
        period, day, steps = glance.waits
        if glance.latest:
            said.append(behind(glance.rhythm, steps))
        said.append(waits(glance.rhythm, period, day))
    elif glance.few:
        few = spoken(glance.few, Drawn(glance.rhythm))
        said.append(_("%(period)s har for få til å vises") % {"period": few})
    if glance.aside:
        aside = spoken(glance.aside, Drawn(glance.rhythm))
        said.append(_("%(period)s er holdt utenfor") % {"period": aside})
    if glance.parts:
        said.append(parts(*glance.parts))
    return ", ".join(said)


def waits(rhythm: str, period: date, day: date) -> str:
    said = {"period": spoken(period, Drawn(rhythm)), "day": spoken_day(day)}
    return _("%(period)s ventes %(day)s") % said


def parts(there: int, expected: int) -> str:
    """How many of the units below have reported."""
    return _("%(there)s av %(expected)s enheter") % {"there": there, "expected": expected}


def missing(series: Series) -> list[date]:
    """The periods whose figure should have been there, the newest first."""
    found = [p.period for p in series.points if p.standing is Standing.MISSING]
    return found[::-1]
