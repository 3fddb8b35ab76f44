"""Funnels: units side by side, with limits that are wider where there are few cases."""

from collections.abc import Sequence

from django.utils.translation import gettext as _
from markupsafe import Markup

from styrk.ui.charts.data import FunnelChart, FunnelUnit, Mark, Point
from styrk.ui.charts.frame import (
    WIDE,
    EndLabel,
    Plot,
    Shape,
    Sign,
    axis_width,
    end_labels,
    ends_width,
    legend,
    values_axis,
)
from styrk.ui.charts.marks import mark, toned
from styrk.ui.charts.measure import Box, box, shortened, width
from styrk.ui.charts.numbers import Span, level, span, with_unit
from styrk.ui.charts.pen import Pen, at
from styrk.ui.charts.spoken import described

# How far from a point its name may stand, and on which sides: the nearest free place is taken.
AWAY = (9.0, 20.0, 34.0, 50.0)
SIDES = ((1, 0), (-1, 0), (1, -1), (-1, -1), (1, 1), (-1, 1), (0, -1), (0, 1))


def funnel_chart(
    chart: FunnelChart, shape: Shape = WIDE, *, alone: bool = False, key: str = ""
) -> Markup:
    """Every unit a ring; outliers and the reader's own are named."""
    pen = Pen(size=shape.size, alone=alone)
    across = span(
        [0.0, *(unit.cases for unit in chart.units)], most=4 if shape.narrow else 7, whole=True
    )
    plot = _plot(chart, shape)
    place = _Across(plot, across)
    values_axis(pen, plot)
    if chart.measured_in:
        pen.text("tick", 0, pen.size, shortened(chart.measured_in, pen.size, shape.width))
    _limits(pen, plot, place, chart)
    _units(pen, plot, place, chart)
    _names(pen, plot, place, chart, shape)
    end_labels(pen, plot, _ends(chart, shape, plot))
    below = _axis(pen, plot, place, chart.cases_are)
    below = legend(pen, shape, below, _signs(chart))
    return pen.svg(shape.width, below + 2, chart.title, described(chart), key)


class _Across:
    """From numbers of cases to coordinates."""

    def __init__(self, plot: Plot, axis: Span) -> None:
        self.plot, self.axis = plot, axis

    def __call__(self, cases: float) -> float:
        share = (cases - self.axis.low) / (self.axis.high - self.axis.low)
        return self.plot.left + share * (self.plot.right - self.plot.left)


def _plot(chart: FunnelChart, shape: Shape) -> Plot:
    # The limits of very few cases go far: what they may widen the axis by is bounded.
    values = [unit.value for unit in chart.units] or [chart.centre]
    reach = max(abs(value - chart.centre) for value in values) * 2.2 or abs(chart.centre) or 1
    near = [
        min(max(value, chart.centre - reach), chart.centre + reach)
        for one in chart.limits
        for value in (one.low998, one.high998)
    ]
    axis = span(
        [*values, chart.centre, *near], most=5 if shape.narrow else 6, ceiling=chart.ceiling
    )
    top = shape.size * (1.9 if chart.measured_in else 0.6)
    ends = [one.text for one in _ends(chart, shape, None)]
    right = shape.width - ends_width(ends, shape.size)
    return Plot(axis_width(axis, shape.size), top, right, top + shape.height * 1.15, axis, 1)


def _ends(chart: FunnelChart, shape: Shape, plot: Plot | None) -> list[EndLabel]:
    value = level(chart.centre, chart.decimals)
    text = value if shape.narrow else _("Samlet %(value)s") % {"value": value}
    return [EndLabel(plot.y(chart.centre) if plot else 0, text, "strong")]


def _limits(pen: Pen, plot: Plot, place: _Across, chart: FunnelChart) -> None:
    pen.path("centre", f"M{at(plot.left)} {at(plot.y(chart.centre))}H{at(plot.right)}")
    for look, names in (("inner", ("low95", "high95")), ("outer", ("low998", "high998"))):
        for name in names:
            pairs = [(one.cases, float(getattr(one, name))) for one in chart.limits]
            pen.path(look, _curve(plot, place, sorted(pairs)))


def _curve(plot: Plot, place: _Across, pairs: Sequence[tuple[float, float]]) -> str:
    """Only what is inside the axes."""
    inside = [
        (cases, value)
        for cases, value in pairs
        if plot.span.low <= value <= plot.span.high and cases <= place.axis.high
    ]
    return "".join(
        f"{'L' if n else 'M'}{at(place(cases))} {at(plot.y(value))}"
        for n, (cases, value) in enumerate(inside)
    )


def _units(pen: Pen, plot: Plot, place: _Across, chart: FunnelChart) -> None:
    for unit in sorted(chart.units, key=lambda one: (one.outlier, one.own)):
        x, y = place(unit.cases), plot.y(unit.value)
        said = f"{unit.name}: {with_unit(unit.value, chart.decimals, chart.measured_in)}"
        tip = "" if pen.alone else said
        if unit.outlier:
            like = Point(0, 1.0, mark=Mark.OUTSIDE, tone=unit.tone)
            mark(pen, x, y, like, 5.2, tip)
        else:
            pen.dot("own" if unit.own else "unit", x, y, 5 if unit.own else 3.6, tip)


def _names(pen: Pen, plot: Plot, place: _Across, chart: FunnelChart, shape: Shape) -> None:
    taken = [_around(place(unit.cases), plot.y(unit.value), 5) for unit in chart.units]
    taken.append(
        _around((plot.left + plot.right) / 2, plot.y(chart.centre), 1, (plot.right - plot.left) / 2)
    )
    wanted = [unit for unit in chart.units if unit.outlier or unit.own]
    for unit in sorted(wanted, key=lambda one: (not one.own, -abs(one.value - chart.centre))):
        x, y = place(unit.cases), plot.y(unit.value)
        room = (plot.right - plot.left) * 0.6
        text = shortened(unit.name, pen.size, room, bold=unit.own)
        free = _free(plot, (x, y), text, shape.size, taken)
        if free is None:
            continue
        left, base, near = free
        if not near:
            wide = width(text, pen.size)
            pen.line("lead", x, y, min(max(x, left), left + wide), base - pen.size * 0.36)
        pen.text("name-own" if unit.own else "name", left, base, text)
        taken.append(box(left, base, text, pen.size, bold=unit.own))


def _around(x: float, y: float, radius: float, wide: float | None = None) -> Box:
    half = radius if wide is None else wide
    return Box(x - half, y - radius, x + half, y + radius)


def _free(
    plot: Plot, at_point: tuple[float, float], text: str, size: float, taken: Sequence[Box]
) -> tuple[float, float, bool] | None:
    """The first place inside the axes where the name meets nothing; whether it is beside its point."""
    x, y = at_point
    wide = width(text, size, bold=True)
    for away in AWAY:
        for sideways, down in SIDES:
            left = x + sideways * away - (wide if sideways < 0 else wide / 2 if not sideways else 0)
            base = y + down * away + size * 0.36
            here = box(left, base, text, size, bold=True)
            inside = plot.left <= here.left and here.right <= plot.right
            inside = inside and plot.top <= here.top and here.bottom <= plot.bottom
            if inside and not any(here.meets(other) for other in taken):
                return left, base, away == AWAY[0]
    return None


def _axis(pen: Pen, plot: Plot, place: _Across, cases_are: str) -> float:
    pen.path("axis", f"M{at(plot.left)} {at(plot.bottom)}H{at(plot.right)}")
    for tick, label in zip(place.axis.ticks, place.axis.labels, strict=True):
        half = width(label, pen.size) / 2
        x = max(place(tick), half)
        pen.path("axis", f"M{at(place(tick))} {at(plot.bottom)}v4")
        pen.text("tick", x, plot.bottom + 6 + pen.size, label, "middle")
    text = shortened(cases_are, pen.size, plot.right - plot.left)
    pen.text("tick", (plot.left + plot.right) / 2, plot.bottom + 8 + pen.size * 2.3, text, "middle")
    return plot.bottom + 8 + pen.size * 2.7


def _signs(chart: FunnelChart) -> list[Sign]:
    def sample(look: str, text: str) -> Sign:
        return Sign(lambda pen, x, y: pen.line(look, x - 10, y, x + 10, y), text)

    def out(unit: FunnelUnit) -> Sign:
        like = Point(0, 1.0, mark=Mark.OUTSIDE, tone=unit.tone)
        words = {
            "": _("skiller seg ut"),
            "good": _("skiller seg ut: bedre"),
            "bad": _("skiller seg ut: verre"),
        }
        return Sign(lambda pen, x, y: mark(pen, x, y, like, 5.2), words[unit.tone])

    found = [
        sample("inner", _("95 av 100 ventes innenfor")),
        sample("outer", _("998 av 1000 ventes innenfor")),
    ]
    tones = {toned("", unit.tone): unit for unit in chart.units if unit.outlier}
    found += [out(tones[tone]) for tone in sorted(tones)]
    if any(unit.own for unit in chart.units):
        found.append(Sign(lambda pen, x, y: pen.dot("own", x, y, 5), _("din enhet")))
    return found
