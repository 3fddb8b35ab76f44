"""A definition in plain words, and the figures of the year."""

from collections.abc import Sequence

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from styrk.indicators.models import Definition
from styrk.indicators.presenters.figures import period_words, plain, value_words
from styrk.indicators.series import Series, YearToDate
from styrk.indicators.states import Chart, Direction, Kind, Rhythm
from styrk.ui.charts import change

type Facts = list[tuple[str, str]]


def definition_words(definition: Definition) -> str:
    """How the figure is made, in a sentence."""
    said = {
        "numerator": definition.numerator,
        "denominator": _in_sentence(definition.denominator),
        "factor": plain(float(definition.factor)),
        "unit": definition.measured_in,
    }
    if definition.computed and not definition.numerator:
        return _("Styrk teller dette selv.")
    match Kind(definition.kind):
        case Kind.PROPORTION:
            return _("%(numerator)s som andel av %(denominator)s.") % said
        case Kind.RATE:
            return _("%(numerator)s for hver %(factor)s %(denominator)s.") % said
        case Kind.MEAN:
            return _("Sum av %(numerator)s delt på antall %(denominator)s.") % said
        case Kind.BETWEEN:
            return _("%(numerator)s, målt fra den ene til den neste.") % said
        case _:
            return f"{definition.numerator}."

def _in_sentence(name: str) -> str:
    """Not at the beginning of it: «Liggedøgn» is «liggedøgn», and «DRG-poeng» stays."""
    return name[:1].lower() + name[1:] if name[1:2].islower() else name



def definition_facts(definition: Definition) -> Facts:
    """What else one should know to read the figures."""
    rows = [
        (_("Slag"), str(Kind(definition.kind).label)),
        (_("Hvor ofte"), str(Rhythm(definition.rhythm).label)),
        (_("Hva er bra?"), str(Direction(definition.direction).label)),
        (_("Måles i"), definition.measured_in),
        (_("Kilde"), definition.source),
        (_("Kommer"), _lag(definition.lag_days)),
        (_("Minste grunnlag"), plain(float(definition.least)) if definition.least else ""),
        (_("Diagram"), str(Chart(definition.chart).label)),
        (_("Gjelder fra"), period_words(definition, definition.valid_from)),
    ]
    return [(name, said) for name, said in rows if said]


def _lag(days: int) -> str:
    if not days:
        return _("Når perioden er slutt")
    return ngettext(
        "%(n)s dag etter at perioden er slutt", "%(n)s dager etter at perioden er slutt", days
    ) % {"n": days}


def editions(series: Series) -> list[tuple[Definition, str]]:
    """Every version, the newest first, with what it says."""
    return [(one, definition_words(one)) for one in reversed(series.definitions)]


def year_facts(definition: Definition, year: YearToDate) -> Facts:
    """The year so far against budget and last year, as far as they are known."""
    rows: Sequence[tuple[str, float | None]] = (
        (_("Hittil i år"), year.actual),
        (_("Budsjett hittil"), year.budget),
        (_("Samme tid i fjor"), year.last_year),
        (_("Årsestimat"), year.estimate),
        (_("Budsjett for året"), year.year_budget),
    )
    told = [(name, value_words(definition, value)) for name, value in rows if value is not None]
    if year.deviation is not None:
        told.insert(2, (_("Avvik fra budsjettet"), change(year.deviation, definition.decimals)))
    return told
