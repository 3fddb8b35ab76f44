"""Actual figures against the budget and the year before."""

from django.utils.translation import gettext as _
from markupsafe import Markup

from styrk.ui.charts.data import BudgetChart, Point
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
from styrk.ui.charts.lines import joined
from styrk.ui.charts.marks import dots
from styrk.ui.charts.measure import shortened
from styrk.ui.charts.numbers import figure, span, told
from styrk.ui.charts.pen import Pen
from styrk.ui.charts.spoken import described

LOOKS = {"last_year": "before", "budget": "budget", "forecast": "forecast", "actual": "line"}

type Columns = dict[str, list[float | None]]


def budget_chart(
    chart: BudgetChart, shape: Shape = WIDE, *, alone: bool = False, key: str = ""
) -> Markup:
    """Four lines at most, each with a stroke of its own, named where they end."""
    pen = Pen(size=shape.size, alone=alone)
    columns: Columns = {name: [told(getattr(p, name)) for p in chart.periods] for name in LOOKS}
    plot = _plot(chart, shape, columns)
    values_axis(pen, plot)
    if chart.measured_in:
        pen.text("tick", 0, pen.size, shortened(chart.measured_in, pen.size, shape.width))
    for name, look in LOOKS.items():
        pen.path(look, joined(plot, columns[name]))
    points = [Point(p.at, p.actual) for p in chart.periods]
    dots(pen, plot, points, chart.rhythm, chart.decimals, chart.measured_in)
    end_labels(pen, plot, _ends(chart, shape, columns, plot))
    below = periods_axis(pen, plot, [period.at for period in chart.periods], chart.rhythm)
    below = legend(pen, shape, below, _signs(columns))
    return pen.svg(shape.width, below + 2, chart.title, described(chart), key)


def _plot(chart: BudgetChart, shape: Shape, columns: Columns) -> Plot:
    known = [value for column in columns.values() for value in column if value is not None]
    axis = span(known, most=5 if shape.narrow else 6, whole=chart.decimals == 0)
    top = shape.size * (1.9 if chart.measured_in else 0.6)
    ends = [one.text for one in _ends(chart, shape, columns, None)]
    right = shape.width - max(ends_width(ends, shape.size), 14)
    left = axis_width(axis, shape.size)
    return Plot(left, top, right, top + shape.height, axis, len(chart.periods))


def _names() -> dict[str, str]:
    return {
        "actual": _("Faktisk"),
        "budget": _("Budsjett"),
        "last_year": _("I fjor"),
        "forecast": _("Årsestimat"),
    }


def _ends(chart: BudgetChart, shape: Shape, columns: Columns, plot: Plot | None) -> list[EndLabel]:
    found = []
    for weight, (name, word) in enumerate(reversed(_names().items())):
        last = next((value for value in reversed(columns[name]) if value is not None), None)
        if last is None:
            continue
        value = figure(last, chart.decimals)
        text = word if shape.narrow else f"{word} {value}"
        look = "strong" if name == "actual" else "tick"
        found.append(EndLabel(plot.y(last) if plot else 0, text, look, weight))
    return found


def _signs(columns: Columns) -> list[Sign]:
    def sample(look: str, text: str) -> Sign:
        return Sign(lambda pen, x, y: pen.line(look, x - 10, y, x + 10, y), text)

    return [
        sample(LOOKS[name], text)
        for name, text in _names().items()
        if any(value is not None for value in columns[name])
    ]
