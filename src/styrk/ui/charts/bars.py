"""Units beside each other as bars, with the target as a line through them."""

from django.utils.translation import gettext as _
from markupsafe import Markup

from styrk.ui.charts.data import Bar, BarChart
from styrk.ui.charts.frame import WIDE, Plot, Shape, Sign, legend
from styrk.ui.charts.measure import shortened, width
from styrk.ui.charts.numbers import Span, figure, span, told, with_unit
from styrk.ui.charts.pen import Pen, at
from styrk.ui.charts.spoken import described

# Of the width, at most this goes to names.
NAMES = 0.42


def bar_chart(
    chart: BarChart, shape: Shape = WIDE, *, alone: bool = False, key: str = ""
) -> Markup:
    """A bar for each, from 0, in the order given; on a phone its name stands above it."""
    pen = Pen(size=shape.size, alone=alone)
    tall = pen.size * (3.1 if shape.narrow else 2.1)
    plot = _plot(chart, shape, tall)
    _axis(pen, plot)
    for number, bar in enumerate(chart.bars):
        _bar(pen, plot, chart, bar, plot.top + tall * number, tall, shape)
    below = plot.bottom + 8 + pen.size
    if (target := told(chart.target)) is not None:
        x = _across(plot, target)
        pen.path("target", _target(plot, x, len(chart.bars), tall, shape))
        text = _("Mål %(value)s") % {"value": figure(target, chart.decimals)}
        half = width(text, pen.size, bold=True) / 2
        where = min(max(x, half), shape.width - half)
        pen.text("target-word", where, plot.top - pen.size * 0.5, text, "middle")
    below = legend(pen, shape, below, _signs(chart))
    return pen.svg(shape.width, below + 2, chart.title, described(chart), key)


def _target(plot: Plot, x: float, bars: int, tall: float, shape: Shape) -> str:
    """Through all of it; on a phone only through the bars, and not through the names above them."""
    if not shape.narrow:
        return f"M{at(x)} {at(plot.top - 2)}V{at(plot.bottom)}"
    tops = [plot.top + tall * number + shape.size * 1.4 for number in range(bars)]
    return "".join(f"M{at(x)} {at(top)}v{at(shape.size * 1.3)}" for top in tops)


def _plot(chart: BarChart, shape: Shape, tall: float) -> Plot:
    known = [0.0, *_known(chart)]
    axis = span(known, most=4 if shape.narrow else 6, whole=chart.decimals == 0)
    names = max([width(bar.name, shape.size, bold=True) for bar in chart.bars], default=0) + 10
    values = max(
        [width(_value(chart, bar), shape.size, bold=True) for bar in chart.bars], default=0
    )
    left = 0.0 if shape.narrow else min(names, shape.width * NAMES)
    top = shape.size * (1.9 if chart.target is not None else 0.4)
    right = shape.width - min(values + 10, shape.width * 0.4)
    # Room for half of the figure under the first mark.
    left = max(left, width(axis.labels[0], shape.size) / 2 if axis.labels else 0)
    return Plot(left, top, right, top + tall * len(chart.bars), axis, 1)


def _known(chart: BarChart) -> list[float]:
    every = [value for bar in chart.bars for value in (bar.value, bar.low, bar.high)]
    return [value for value in map(told, [*every, chart.target]) if value is not None]


def _across(plot: Plot, value: float) -> float:
    axis: Span = plot.span
    return plot.left + (value - axis.low) / (axis.high - axis.low) * (plot.right - plot.left)


def _value(chart: BarChart, bar: Bar) -> str:
    if told(bar.value) is None:
        return bar.instead or _("mangler")
    return with_unit(bar.value or 0, chart.decimals, chart.measured_in)


def _axis(pen: Pen, plot: Plot) -> None:
    lines = [f"M{at(_across(plot, t))} {at(plot.top)}V{at(plot.bottom)}" for t in plot.span.ticks]
    pen.path("grid", "".join(lines))
    end = -1e9
    for tick, label in zip(plot.span.ticks, plot.span.labels, strict=True):
        x, half = _across(plot, tick), width(label, pen.size) / 2
        if x - half > end:
            pen.text("tick", x, plot.bottom + 4 + pen.size, label, "middle")
            end = x + half + 4


def _bar(
    pen: Pen, plot: Plot, chart: BarChart, bar: Bar, y: float, tall: float, shape: Shape
) -> None:
    look = "strong" if bar.own else "label"
    thick = pen.size * 1.05
    top = y + (pen.size * 1.5 if shape.narrow else (tall - thick) / 2)
    base = top + thick / 2 + pen.size * 0.36
    room = shape.width if shape.narrow else plot.left - 8
    text = shortened(bar.name, pen.size, room, bold=bar.own)
    if shape.narrow:
        pen.text(look, 0, y + pen.size * 1.15, text)
    else:
        pen.text(look, plot.left - 8, base, text, "end")
    if (value := told(bar.value)) is not None:
        ends = sorted((_across(plot, 0.0), _across(plot, value)))
        pen.box("bar-own" if bar.own else "bar", ends[0], top, ends[1] - ends[0], thick)
        _sure(pen, plot, bar, top + thick / 2)
    room = shape.width - plot.right - 6
    pen.text(
        look, shape.width, base, shortened(_value(chart, bar), pen.size, room, bold=True), "end"
    )


def _sure(pen: Pen, plot: Plot, bar: Bar, y: float) -> None:
    low, high = told(bar.low), told(bar.high)
    if low is None or high is None:
        return
    x1, x2 = at(_across(plot, low)), at(_across(plot, high))
    pen.path("sure", f"M{x1} {at(y - 3.5)}v7m0 -3.5H{x2}m0 -3.5v7")


def _signs(chart: BarChart) -> list[Sign]:
    found = []
    if any(told(bar.low) is not None for bar in chart.bars):
        draw = Sign(
            lambda pen, x, y: pen.path("sure", f"M{at(x - 9)} {at(y - 3.5)}v7m0 -3.5h18m0 -3.5v7"),
            _("hvor sikkert tallet er (95\u00a0%)"),
        )
        found.append(draw)
    if any(bar.own for bar in chart.bars):
        found.append(
            Sign(lambda pen, x, y: pen.box("bar-own", x - 9, y - 5, 18, 10), _("din enhet"))
        )
    return found
