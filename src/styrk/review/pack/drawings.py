"""The charts of a report, drawn from what it holds."""

from collections.abc import Iterator, Sequence
from datetime import date

from django.utils.translation import gettext as _

from styrk.review.pack import words
from styrk.review.pack.blocks import Drawing
from styrk.review.pack.shape import Content, Figure
from styrk.ui.charts import Bar, BarChart, BudgetChart, Money

# The status picture has so many indicators (ledelsesrapport Helse Sør-Øst), and a section so many charts.
CORE = 8
IN_SECTION = 3


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
