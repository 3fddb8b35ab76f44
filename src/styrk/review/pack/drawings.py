"""The charts of a report, drawn from what it holds."""

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date

from django.utils.translation import gettext as _

from styrk.indicators import words as finding
from styrk.indicators.pictures import Counted, Way, funnel_among
from styrk.indicators.presenters.comparing import ENOUGH_UNITS
from styrk.indicators.readings.reading import WISHES
from styrk.indicators.spc import Kind as Drawn
from styrk.indicators.states import Direction, Kind
from styrk.review.pack import tells, words
from styrk.review.pack.blocks import Drawing
from styrk.review.pack.charted import drawn
from styrk.review.pack.shape import Content, Figure
from styrk.ui.charts import Bar, BarChart, BudgetChart, FunnelChart, Money

# The status picture has so many indicators (ledelsesrapport Helse Sør-Øst), and a section so many charts.
CORE = 8
IN_SECTION = 3
FUNNELS = 2


def status(content: Content) -> Iterator[Drawing]:
    """How far the main figures are from the budget, and from last year, in per cent."""
    main = list(content.main())
    pairs = (
        (
            "budsjett",
            _("Avvik fra budsjettet hittil i år"),
            [(one, one.from_budget) for one in main],
        ),
        ("i-fjor", _("Endring fra samme tid i fjor"), [(one, one.from_last_year) for one in main]),
    )
    for key, title, found in pairs:
        bars = [Bar(one.name, round(share, 1)) for one, share in found if share is not None][:CORE]
        if any(one.value for one in bars):
            chart = BarChart(title=title, bars=bars, measured_in="%")
            yield Drawing(chart, f"status-{key}")


def courses(found: Sequence[Figure]) -> Iterator[Drawing]:
    """Period by period, for the first figures that have a budget; else for the first of all."""
    drawn = [one for one in found if len(one.months) > 1 and one.latest is not None]
    planned = [one for one in drawn if one.budget is not None] or drawn
    for one in planned[:IN_SECTION]:
        yield Drawing(_course(one), f"forlop-{one.code}")


def _course(one: Figure) -> BudgetChart:
    return BudgetChart(
        title=one.name,
        periods=[
            Money(date.fromisoformat(each.period), each.actual, each.budget, each.last_year)
            for each in one.months
        ],
        rhythm=words.drawn(one),
        measured_in=one.measured_in,
        decimals=one.decimals,
    )


def controls(found: Sequence[Figure]) -> Iterator[Drawing]:
    """The control charts that the report holds, each with what it tells."""
    for one in found:
        if one.chart is None:
            continue
        told = tells.sentences(one)
        chart = drawn(
            one.chart,
            title=one.name,
            rhythm=words.drawn(one),
            measured_in=one.measured_in,
            decimals=one.decimals,
            words=told,
        )
        name = finding.chart_name(Drawn(one.chart.kind))
        yield Drawing(chart, f"kontroll-{one.code}", f"{told} {name}.")


def beside(content: Content, area: str) -> Iterator[Drawing]:
    """The units below beside each other, for the first indicator of the area that they share."""
    for code in _shared(content, area)[:1]:
        ones = [(below, _of(below.figures, code)) for below in content.below]
        first = next(one for _below, one in ones if one)
        chart = BarChart(
            title=_("%(name)s, hittil i år") % {"name": first.name},
            bars=[
                Bar(
                    below.unit,
                    one.actual if one else None,
                    instead="" if below.version else _("ikke sendt"),
                )
                for below, one in ones
            ],
            target=first.target,
            measured_in=first.measured_in,
            decimals=first.decimals,
        )
        yield Drawing(chart, f"side-om-side-{code}")


def funnels(content: Content, area: str) -> Iterator[Drawing]:
    """The units below in a funnel, where somebody is outside it and the comparison is fair.

    The first so many; the others are named.
    """
    found = [(code, one) for code in _shared(content, area) if (one := _funnel(content, code))]
    telling = [(code, one, out) for code, one in found if (out := _outside(one))]
    more = [_name(content, code) for code, _one, _out in telling[FUNNELS:]]
    for place, (code, one, out) in enumerate(telling[:FUNNELS], 1):
        note = _("Utenfor trakta: %(names)s.") % {"names": ", ".join(out)}
        if more and place == FUNNELS:
            also = _("Enheter skiller seg også ut for %(names)s.") % {"names": ", ".join(more)}
            note = f"{note} {also}"
        yield Drawing(one, f"trakt-{code}", note)


def _outside(chart: FunnelChart) -> list[str]:
    return [unit.name for unit in chart.units if unit.outlier]


def _name(content: Content, code: str) -> str:
    return next(one.name for each in content.below if (one := _of(each.figures, code)))


def _funnel(content: Content, code: str) -> FunnelChart | None:
    """Of those that have the same periods of the year."""
    ones = [
        (below.unit, one, one.made)
        for below in content.below
        if (one := _of(below.figures, code)) and one.made and one.made.divided
    ]
    if not ones:
        return None
    ((through, _times),) = Counter(one.through for _unit, one, _made in ones).most_common(1)
    same = [each for each in ones if each[1].through == through]
    units = [Counted(unit, made.top, made.low) for unit, _one, made in same]
    if len(units) < ENOUGH_UNITS or not any(one.top for one in units):
        return None
    _unit, first, made = same[0]
    said = {"name": first.name, "period": words.moment(first, through)}
    way = Way(
        title=_("%(name)s, hittil i år til og med %(period)s") % said,
        share=first.kind == Kind.PROPORTION,
        factor=made.factor,
        of=made.of,
        measured_in=first.measured_in,
        decimals=first.decimals,
        direction=WISHES[Direction(first.direction)],
    )
    return funnel_among(units, way)


def _shared(content: Content, area: str) -> list[str]:
    """Codes of the area that at least two units below have a figure of; those with a target first."""
    found: dict[str, list[Figure]] = {}
    for below in content.below:
        for one in below.figures:
            if one.area == area and one.actual is not None:
                found.setdefault(one.code, []).append(one)
    several = [code for code, ones in found.items() if len(ones) > 1]
    return sorted(several, key=lambda code: found[code][0].target is None)


def _of(figures: Sequence[Figure], code: str) -> Figure | None:
    return next((one for one in figures if one.code == code), None)
