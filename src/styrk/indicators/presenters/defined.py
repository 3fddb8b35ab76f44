"""A definition in plain words, and the figures of the year."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from styrk.indicators.models import Definition
from styrk.indicators.presenters.figures import period_words, plain, value_words
from styrk.indicators.series import Series
from styrk.indicators.states import Chart, Direction, Kind, Rhythm
from styrk.indicators.year import YearToDate
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
        (_("Telles i hele tall"), _("Ja") if definition.counts_whole else _("Nei")),
        (_("Året"), str(definition.joined.label)),
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
    rows = (
        (_("Hittil i år"), "actual"),
        (_("Budsjett hittil"), "budget"),
        (_("Samme tid i fjor"), "last_year"),
        (_("Årsestimat"), "estimate"),
        (_("Budsjett for året"), "year_budget"),
    )
    unknown = _("Kan ikke sies: noen perioder mangler")
    told = [
        (label, unknown if name in year.untold else value_words(definition, getattr(year, name)))
        for label, name in rows
        if name in year.untold or getattr(year, name) is not None
    ]
    if year.deviation is not None:
        told.insert(2, (_("Avvik fra budsjettet"), change(year.deviation, definition.decimals)))
    return [*told, *_lacks(definition, year)]


def _lacks(definition: Definition, year: YearToDate) -> Facts:
    """What the figures of the year do not have in them, and what cannot be said without it."""
    named = [
        (_("Mangler i året"), year.holes),
        (_("Ikke alle enhetene er med"), year.partial),
    ]
    return [
        (name, ", ".join(period_words(definition, one) for one in found))
        for name, found in named
        if found
    ]
