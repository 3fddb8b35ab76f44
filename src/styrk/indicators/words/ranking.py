"""How much of what stands out is chance, when thousands of series are looked at."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from styrk.indicators.spc.ranking import NEWEST
from styrk.ui.charts import figure

PER_CENT = 100


def expected_by_chance(charts: int, rate: float) -> str:
    """How many charts would stand out though nothing has changed."""
    chance = round(charts * rate)
    said = {"charts": figure(charts, 0), "number": chance}
    return (
        ngettext(
            "Av %(charts)s serier ville vi ventet %(number)s tilfeldig utslag.",
            "Av %(charts)s serier ville vi ventet %(number)s tilfeldige utslag.",
            chance,
        )
        % said
    )


def stands_out() -> str:
    """Of a series that is told of in the list, though nothing in its chart is beyond its rules."""
    return _(
        "De %(n)s nyeste tallene skiller seg fra dem før, selv om diagrammet ikke slår ut."
    ) % {"n": NEWEST}


def ranked(told: int, charts: int, rate: float) -> str:
    """What a board is shown first, and how often it will be by chance; nothing is hidden."""
    if not told:
        return _(
            "Ingen av %(charts)s serier skiller seg sikkert ut nå. Du finner alle i lista."
        ) % {"charts": figure(charts, 0)}
    said = {"number": told, "charts": figure(charts, 0), "share": round(rate * PER_CENT)}
    return (
        ngettext(
            "%(number)s av %(charts)s serier skiller seg ut. Lista lages slik at høyst %(share)s\u00a0%% av dem ventes å være tilfeldige.",
            "%(number)s av %(charts)s serier skiller seg ut. Lista lages slik at høyst %(share)s\u00a0%% av dem ventes å være tilfeldige.",
            told,
        )
        % said
    )
