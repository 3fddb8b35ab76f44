"""Units beside each other: as bars, and in a funnel where that is fair."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from django.utils.translation import gettext as _
from markupsafe import Markup

from styrk.indicators.pictures import Counted, Way, funnel_among
from styrk.indicators.presenters.figures import period_words, plain, value_words
from styrk.indicators.readings.reading import WISHES
from styrk.indicators.series import Point, Series, Standing
from styrk.indicators.states import Direction, Kind
from styrk.organisation.models import Unit
from styrk.ui.charts import Bar, BarChart, in_page

# Fewer units than this have no spread to be judged by.
ENOUGH_UNITS = 5


@dataclass(frozen=True)
class Beside:
    """A unit in the comparison: its figure, or why it has none, and what it is made of.

    `outlier`: outside the funnel.
    """

    unit: Unit
    point: Point | None
    value: str
    counted: str
    outlier: bool = False


@dataclass(frozen=True)
class Comparison:
    """`why` says why there is a funnel, or why there is none; `outliers` who is outside it, if anybody is."""

    period: str
    rows: tuple[Beside, ...]
    bars: Markup
    funnel: Markup
    why: str
    outliers: str = ""


def compared(series: Series, below: Sequence[tuple[Unit, Point | None]], own: str) -> Comparison:
    """The units in a period, which is the one of their points; the best known first."""
    definition = series.definition
    period = next(point.period for _unit, point in below if point)
    title = _("%(indicator)s, %(period)s") % {
        "indicator": series.indicator.name,
        "period": period_words(definition, period),
    }
    rows = tuple(_beside(series, unit, point) for unit, point in below)
    bars = BarChart(
        title=title,
        bars=[_bar(one, own) for one in rows],
        target=series.target_on(period),
        measured_in=definition.measured_in,
        decimals=definition.decimals,
    )
    period_said, drawn = period_words(definition, period), in_page(bars, "stolper")
    known = [one for one in rows if one.point and one.point.value is not None]
    if none := _no_funnel(series, known):
        return Comparison(period_said, rows, drawn, Markup(), none)
    picture, outside = _drawn(series, known, title, own)
    rows = tuple(replace(one, outlier=one.unit.pk in outside) for one in rows)
    why = _(
        "I trakta er det plass til de forskjellene som tilfeldigheter gir: små enheter svinger mest. Bare de som ligger utenfor den, skiller seg ut. Se først etter om de har andre pasienter eller teller på en annen måte."
    )
    return Comparison(period_said, rows, drawn, picture, why, _outliers(rows))


def _outliers(rows: Sequence[Beside]) -> str:
    """Who is outside the funnel, by name: in the picture there is not always room for all."""
    names = [one.unit.name for one in rows if one.outlier]
    if not names:
        return _("Ingen av enhetene skiller seg ut.")
    return _("Utenfor trakta: %(names)s.") % {"names": ", ".join(names)}


def _beside(series: Series, unit: Unit, point: Point | None) -> Beside:
    definition = series.definition
    if point is None or point.value is None:
        few = point is not None and point.standing is Standing.TOO_FEW
        return Beside(unit, point, _("For få til å vises") if few else _("Mangler"), "")
    counted = ""
    if definition.is_divided:
        counted = _("%(numerator)s av %(denominator)s") % {
            "numerator": plain(point.numerator),
            "denominator": plain(point.denominator),
        }
    return Beside(unit, point, value_words(definition, point.value), counted)


def _bar(one: Beside, own: str) -> Bar:
    value = one.point.value if one.point else None
    instead = "" if value is not None else one.value
    return Bar(one.unit.name, value, own=one.unit.code == own, instead=instead)


def _no_funnel(series: Series, known: Sequence[Beside]) -> str:
    """Why a funnel would not be fair; empty where it is."""
    if series.definition.kind not in {Kind.PROPORTION, Kind.RATE}:
        return _(
            "Et traktdiagram passer bare for andeler og rater: bare da vet vi hvor mye tilfeldigheter betyr for store og små enheter."
        )
    if len(known) < ENOUGH_UNITS:
        return _(
            "Det trengs minst %(n)s enheter med tall for å se om noen skiller seg ut, og her er det %(known)s."
        ) % {"n": ENOUGH_UNITS, "known": len(known)}
    if not any(one.point and one.point.numerator for one in known):
        return _("Ingen av enhetene har noen hendelser, så det er ingen forskjeller å se.")
    return ""


def _drawn(
    series: Series, known: Sequence[Beside], title: str, own: str
) -> tuple[Markup, set[int]]:
    """The picture, and the units outside it."""
    definition = series.definition
    way = Way(
        title=title,
        share=definition.kind == Kind.PROPORTION,
        factor=float(definition.factor),
        of=definition.denominator,
        measured_in=definition.measured_in,
        decimals=definition.decimals,
        direction=WISHES[Direction(definition.direction)],
    )
    units = [
        Counted(one.unit.name, one.point.numerator or 0.0, one.point.denominator or 0.0)
        for one in known
        if one.point
    ]
    picture = funnel_among(
        units, way, next((one.unit.name for one in known if one.unit.code == own), "")
    )
    rows = zip(known, picture.units, strict=True)
    return in_page(picture, "trakt"), {one.unit.pk for one, drawn in rows if drawn.outlier}
