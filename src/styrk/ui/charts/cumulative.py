"""CUSUM, Bernoulli CUSUM and EWMA: charts that see small changes that last."""

from collections.abc import Sequence

from django.utils.translation import gettext as _
from markupsafe import Markup

from styrk.ui.charts.data import CusumChart, EwmaChart, Mark, Point
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
    periods_axis,
    values_axis,
)
from styrk.ui.charts.lines import band, joined, stepped
from styrk.ui.charts.marks import dots, mark
from styrk.ui.charts.measure import shortened
from styrk.ui.charts.numbers import figure, level, span, told
from styrk.ui.charts.pen import Pen, at
from styrk.ui.charts.periods import spoken
from styrk.ui.charts.spoken import described

SIGNAL = Point(0, 1.0, mark=Mark.OUTSIDE)


def cusum_chart(
    chart: CusumChart, shape: Shape = WIDE, *, alone: bool = False, key: str = ""
) -> Markup:
    """Two sums away from 0: one that climbs when it is too high, one that falls when too low."""
    pen = Pen(size=shape.size, alone=alone)
    up = [told(step.up) for step in chart.steps]
    down = [told(step.down) for step in chart.steps]
    known = [value for value in (*up, *down) if value is not None]
    axis = span([*known, 0.0, chart.limit, -chart.limit], most=5)
    top = shape.size * (1.9 if chart.measured_in else 0.8)
    limits = (chart.limit, -chart.limit)
    fine = 1 if chart.limit % 1 else 0
    numbers = [figure(one, fine) for one in limits]
    ends = numbers if shape.narrow else [f"{_('Grense')} {one}" for one in numbers]
    right = shape.width - ends_width(ends, shape.size)
    plot = Plot(axis_width(axis, shape.size), top, right, top + shape.height, axis, len(up))
    values_axis(pen, plot)
    if chart.measured_in:
        pen.text("tick", 0, pen.size, shortened(chart.measured_in, pen.size, shape.width))
    for limit in limits:
        pen.path("limit", f"M{at(plot.left)} {at(plot.y(limit))}H{at(plot.right)}")
    pen.path("centre", f"M{at(plot.left)} {at(plot.y(0))}H{at(plot.right)}")
    pen.path("line", joined(plot, up))
    pen.path("forecast", joined(plot, down))
    _reached(pen, plot, chart)
    named = zip(limits, ends, strict=True)
    end_labels(pen, plot, [EndLabel(plot.y(limit), text) for limit, text in named])
    below = periods_axis(pen, plot, [step.at for step in chart.steps], chart.rhythm)
    below = legend(pen, shape, below, _signs(chart))
    return pen.svg(shape.width, below + 2, chart.title, described(chart), key)


def _reached(pen: Pen, plot: Plot, chart: CusumChart) -> None:
    """Where a sum reaches its limit. One that begins again from 0 is marked on the limit it reached."""
    for place, step in enumerate(chart.steps):
        tip = "" if pen.alone else f"{spoken(step.at, chart.rhythm)}: {_('når grensa')}"
        if step.signal_up:
            value = max(told(step.up) or 0, chart.limit)
            mark(pen, plot.x(place), plot.y(value), SIGNAL, 4.6, tip)
        if step.signal_down:
            value = min(told(step.down) or 0, -chart.limit)
            mark(pen, plot.x(place), plot.y(value), SIGNAL, 4.6, tip)


def _signs(chart: CusumChart) -> list[Sign]:
    found = [
        _sample("line", chart.up_is or _("stadig høyere enn vanlig")),
        _sample("forecast", chart.down_is or _("stadig lavere enn vanlig")),
        _sample("limit", _("grense for signal")),
    ]
    if any(step.signal_up or step.signal_down for step in chart.steps):
        found.append(Sign(lambda pen, x, y: mark(pen, x, y, SIGNAL, 5.2), _("når grensa")))
    return found


def _sample(look: str, text: str) -> Sign:
    return Sign(lambda pen, x, y: pen.line(look, x - 10, y, x + 10, y), text)


def ewma_chart(
    chart: EwmaChart, shape: Shape = WIDE, *, alone: bool = False, key: str = ""
) -> Markup:
    """The weighted mean so far, with the figures behind it."""
    pen = Pen(size=shape.size, alone=alone)
    plot = _ewma_plot(chart, shape)
    means = [told(point.mean) for point in chart.points]
    values = [told(point.value) for point in chart.points]
    low = [told(point.low) for point in chart.points]
    high = [told(point.high) for point in chart.points]
    pen.path("band", band(plot, low, high))
    values_axis(pen, plot)
    if chart.measured_in:
        pen.text("tick", 0, pen.size, shortened(chart.measured_in, pen.size, shape.width))
    pen.path("limit", stepped(plot, low) + stepped(plot, high))
    pen.path("centre", f"M{at(plot.left)} {at(plot.y(chart.centre))}H{at(plot.right)}")
    pen.path("pale", joined(plot, values))
    for place, value in enumerate(values):
        if value is not None:
            pen.dot("pale-dot", plot.x(place), plot.y(value), min(2.4, plot.step * 0.3))
    pen.path("line", joined(plot, means))
    seen = [
        Point(p.at, p.mean, chart.centre, mark=Mark.OUTSIDE if p.outside else Mark.NONE)
        for p in chart.points
    ]
    dots(pen, plot, seen, chart.rhythm, chart.decimals, chart.measured_in)
    end_labels(pen, plot, _ewma_ends(chart, shape, plot))
    below = periods_axis(pen, plot, [point.at for point in chart.points], chart.rhythm)
    below = legend(pen, shape, below, _ewma_signs(chart))
    return pen.svg(shape.width, below + 2, chart.title, described(chart), key)


def _ewma_plot(chart: EwmaChart, shape: Shape) -> Plot:
    every = [v for p in chart.points for v in (p.value, p.mean, p.low, p.high)]
    known = [value for value in map(told, [*every, chart.centre]) if value is not None]
    axis = span(known, most=5 if shape.narrow else 6)
    top = shape.size * (1.9 if chart.measured_in else 0.6)
    right = shape.width - ends_width(
        [one.text for one in _ewma_ends(chart, shape, None)], shape.size
    )
    return Plot(
        axis_width(axis, shape.size), top, right, top + shape.height, axis, len(chart.points)
    )


def _newest(values: Sequence[float | None]) -> float | None:
    return next((one for one in map(told, reversed(values)) if one is not None), None)


def _ewma_ends(chart: EwmaChart, shape: Shape, plot: Plot | None) -> list[EndLabel]:
    """The centre, and the limits where they end."""
    limits = [
        (value, _("Grense"), "tick")
        for values in ([p.high for p in chart.points], [p.low for p in chart.points])
        if (value := _newest(values)) is not None
    ]
    labels = []
    for value, name, look in ((chart.centre, _("Midtlinje"), "strong"), *limits):
        number = level(value, chart.decimals)
        text = number if shape.narrow else f"{name} {number}"
        labels.append(EndLabel(plot.y(value) if plot else 0, text, look))
    return labels


def _ewma_signs(chart: EwmaChart) -> list[Sign]:
    found = [
        _sample("line", _("glattet: de nyeste tallene veier mest")),
        _sample("pale", _("tallene selv")),
        _sample("limit", _("grenser for det vanlige")),
    ]
    if any(point.outside for point in chart.points):
        found.append(Sign(lambda pen, x, y: mark(pen, x, y, SIGNAL, 5.2), _("utenfor grensene")))
    return found
