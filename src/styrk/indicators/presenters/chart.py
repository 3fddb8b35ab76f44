"""The page of one series: the chart a person has chosen to see, its words, and the rows behind it."""

from copy import copy
from dataclasses import dataclass, replace
from datetime import date

from django.utils.translation import gettext as _
from markupsafe import Markup

from styrk.indicators import drawing, words
from styrk.indicators.models import Definition
from styrk.indicators.pictures import (
    bernoulli_picture,
    control_picture,
    cusum_picture,
    ewma_picture,
    xmr_picture,
)
from styrk.indicators.pictures.told import Told as Drawn
from styrk.indicators.presenters import otherwise
from styrk.indicators.presenters.figures import period_words, plain
from styrk.indicators.queries.around import Around, Vouched
from styrk.indicators.readings import Reading
from styrk.indicators.readings.reading import numbers
from styrk.indicators.series import Point, Series
from styrk.indicators.spc import Kind as ChartKind
from styrk.indicators.spc.bernoulli import binomial_cusum
from styrk.indicators.spc.drift import drift
from styrk.indicators.states import Chart, Kind, MarkKind, Quality
from styrk.ui.charts import Chart as Picture
from styrk.ui.charts import CusumChart, EwmaChart, Rhythm, as_table, in_page

# What happens more often than every other time cannot happen twice as often.
HALF = 0.5
XMR, CUSUM, EWMA, BERNOULLI = "xmr", "cusum", "ewma", "bernoulli"
QUALITY_COLORS = {
    Quality.GOOD: "success",
    Quality.RESERVATIONS: "warning",
    Quality.POOR: "danger",
}


@dataclass(frozen=True)
class Shown:
    """A chart as it is drawn: its picture, its name, what it shows in words, and the rows behind it.

    `instead`: why it is another than the one asked for.
    """

    picture: Markup
    name: str
    header: tuple[str, ...]
    rows: tuple["RowBehind", ...]
    numbers: frozenset[int]
    said: tuple[str, ...]
    instead: str = ""

    @property
    def short(self) -> str:
        """«P-diagram», without what it is for."""
        return self.name.partition(":")[0]


@dataclass(frozen=True)
class RowBehind:
    """A period in the table behind the chart, from `day` on; None where it gathers several of the series.
    `cells` are those after its name."""

    period: str
    day: date | None
    cells: tuple[str, ...]
    counted: str
    quality: tuple[str, str] | None


def kinds_for(definition: Definition) -> list[tuple[str, str]]:
    """The charts that make sense for such figures, the usual first."""
    fit = [Chart.AUTO, Chart.RUN, Chart.I]
    match Kind(definition.kind):
        case Kind.PROPORTION if definition.counts_whole:
            fit += [Chart.P, Chart.P_PRIME, Chart.I_PRIME]
        case Kind.RATE if definition.counts_whole:
            fit += [Chart.U, Chart.U_PRIME, Chart.I_PRIME]
        case Kind.PROPORTION | Kind.RATE:
            fit += [Chart.I_PRIME]
        case Kind.MEAN:
            fit += [Chart.I_PRIME]
        case Kind.COUNT:
            fit += [Chart.C]
        case Kind.BETWEEN:
            fit += [Chart.T, Chart.G]
        case Kind.SINGLE:
            pass
    return [(one.value, str(one.label)) for one in fit]


def more_kinds(definition: Definition) -> list[tuple[str, str]]:
    """What those who work with control charts ask for."""
    fit = [
        (XMR, _("XmR etter Making Data Count")),
        (CUSUM, _("CUSUM: små endringer som varer, lagt sammen")),
        (EWMA, _("EWMA: glattet, der de nyeste tallene veier mest")),
    ]
    if definition.kind == Kind.PROPORTION and definition.counts_whole:
        words = _("Bernoulli-CUSUM: om noe skjer dobbelt så ofte som vanlig, eller halvparten")
        fit.append((BERNOULLI, words))
    return [*otherwise.offered(definition), *fit]


def seen_as(series: Series, chart: str) -> Series:
    """The same series, drawn by another chart than the definition says."""
    if chart not in Chart.values or chart == series.definition.chart:
        return series
    last = copy(series.definition)
    last.chart = chart
    others = tuple(last if one is series.definition else one for one in series.definitions)
    return replace(series, definitions=others)


def shown(reading: Reading, title: str, around: Around, chart: str) -> Shown:
    """The chart `chart` of a series: a kind of control chart, or one of those under «more»."""
    said = drawing.remarks(reading, around.notes, around.actions)
    told = drawing.full(reading, title, remarks=said)
    names = dict(otherwise.offered(reading.series.definition))
    other = otherwise.drawn(reading, told, chart) if chart in names else None
    drawn = (other.picture, names[chart], "") if other else _picture(reading, told, chart)
    picture, name, instead = drawn
    found = other.said if other else _said(reading, picture, chart)
    picture = replace(picture, words=" ".join(found))
    rows = as_table(picture)
    behind = [
        RowBehind(cells[0], None, cells[1:], of, None)
        for cells, of in zip(rows.rows, other.counted if other else (), strict=False)
    ] or [
        _behind(cells, point, reading.series, around)
        for cells, point in zip(rows.rows, reading.points, strict=False)
    ]
    return Shown(
        in_page(picture),
        name,
        rows.header,
        tuple(behind[::-1]),
        rows.numbers,
        tuple(found),
        instead,
    )


def _behind(cells: tuple[str, ...], point: Point, series: Series, around: Around) -> RowBehind:
    return RowBehind(
        period=cells[0],
        day=point.period,
        cells=cells[1:],
        counted=_counted(series, point),
        quality=quality_tag(around.vouched.get(point.period)),
    )


def _said(reading: Reading, picture: Picture, chart: str) -> list[str]:
    """What the chart that is drawn shows, by its own rules."""
    rhythm = Rhythm(reading.series.definition.rhythm)
    if isinstance(picture, CusumChart):
        return words.of_sums(picture.steps, rhythm, picture.limit, doubled=chart == BERNOULLI)
    if isinstance(picture, EwmaChart):
        return words.of_smooth(picture.points, rhythm)
    if chart == XMR and not reading.needed:
        return words.of_causes(reading.causes[reading.now.last])
    return signal_words(reading)


def _picture(reading: Reading, told: Drawn, chart: str) -> tuple[Picture, str, str]:
    """It, its name, and why it is not the one that was chosen."""
    if chart == XMR:
        name = _("XmR-diagram: hvert tall er merket etter reglene i Making Data Count")
        return xmr_picture(reading.icons, reading.row, told), name, ""
    names = dict(more_kinds(reading.series.definition))
    usual = _usual(reading) if chart == BERNOULLI and chart in names else 0
    if 0 < usual < HALF:
        events, cases = _counts(reading)
        found_so = binomial_cusum(numbers(events), numbers(cases), usual)
        return bernoulli_picture(found_so, 0, told), names[BERNOULLI], ""
    if chart in {CUSUM, EWMA} and _varies(reading):
        values = [
            None if out else v for v, out in zip(reading.values, reading.excluded, strict=True)
        ]
        found = drift(numbers(values))
        if chart == CUSUM:
            return cusum_picture(found, 0, told), names[CUSUM], ""
        return ewma_picture(found, 0, reading.values, told), names[EWMA], ""
    instead = _cannot(usual) if chart in names else ""
    name = words.chart_name(reading.chart)
    return control_picture(reading.drawn, reading.row, told), name, instead


def _cannot(usual: float) -> str:
    """Why the chart that was chosen is not drawn."""
    if HALF <= usual < 1:
        return _(
            "Bernoulli-CUSUM ser etter det som skjer dobbelt så ofte som vanlig. Det tegnes bare for det som skjer sjeldnere enn annenhver gang, og dette skjer oftere."
        )
    return _("Tallene varierer ikke, så diagrammet du valgte, kan ikke tegnes.")


def _counts(reading: Reading) -> tuple[list[float | None], list[float | None]]:
    """Events and cases of each period that is known and not kept out."""
    there = [
        None if value is None or out else point
        for point, value, out in zip(reading.points, reading.values, reading.excluded, strict=True)
    ]
    return (
        [point.numerator if point else None for point in there],
        [point.denominator if point else None for point in there],
    )


def _usual(reading: Reading) -> float:
    """How often it happened in the periods that the centre line is from; 0 where nothing is known."""
    events, cases = _counts(reading)
    rows = zip(events, cases, reading.baseline, strict=True)
    base = [(e or 0, n or 0) for e, n, is_base in rows if is_base]
    number = sum(n for _event, n in base)
    return sum(event for event, _n in base) / number if number else 0


def _varies(reading: Reading) -> bool:
    """Whether a standard deviation can be computed."""
    known = {
        v
        for v, out in zip(reading.values, reading.excluded, strict=True)
        if v is not None and not out
    }
    return len(known) > 1


def signal_words(reading: Reading) -> list[str]:
    """What signals now, as the table says it; that it is too early to say; and what stood out earlier."""
    moments = [point.period for point in reading.points]
    rhythm = Rhythm(reading.series.definition.rhythm)
    return words.signals(reading.drawn, reading.row, moments, rhythm)


def quality_tag(said: Vouched | None) -> tuple[str, str] | None:
    if said is None:
        return None
    quality = Quality(said.quality)
    return str(quality.label), QUALITY_COLORS[quality]


def _counted(series: Series, point: Point) -> str:
    """«12 av 340»: what the figure is made of."""
    if point.numerator is None or not series.definition.is_divided:
        return ""
    return _("%(numerator)s av %(denominator)s") % {
        "numerator": plain(point.numerator),
        "denominator": plain(point.denominator),
    }


def mark_words(kind: str, definition: Definition, period: date) -> str:
    """A decision in a few words."""
    said = {"period": period_words(definition, period)}
    match MarkKind(kind):
        case MarkKind.FREEZE:
            return _("Grensene er låst til og med %(period)s") % said
        case MarkKind.SPLIT:
            return _("Et nytt nivå begynner i %(period)s") % said
        case MarkKind.EXCLUDE:
            return _("%(period)s er holdt utenfor utregningen") % said


def proposal_words(kind: str, definition: Definition, period: date) -> str:
    rhythm = Rhythm(definition.rhythm)
    match MarkKind(kind):
        case MarkKind.FREEZE:
            return words.proposed_freeze(period, rhythm)
        case MarkKind.SPLIT:
            return words.proposed_split(period, rhythm)
        case MarkKind.EXCLUDE:
            return words.proposed_exclusion(period, rhythm)


def advice_words(reading: Reading) -> tuple[list[str], str]:
    """The chart that Styrk would choose and why; and its code where it is not the one drawn."""
    advice = reading.advice()
    said = words.advised(advice)
    differs = advice.kind is not reading.chart and advice.kind is not ChartKind.RUN
    return said, advice.kind.value if differs and advice.kind.value in Chart.values else ""
