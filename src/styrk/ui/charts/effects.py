"""Before and after an action: did it help?"""

from django.utils.translation import gettext as _
from markupsafe import Markup

from styrk.ui.charts.data import BeforeAfter
from styrk.ui.charts.frame import (
    WIDE,
    Plot,
    Shape,
    Sign,
    axis_width,
    legend,
    periods_axis,
    values_axis,
)
from styrk.ui.charts.lines import joined
from styrk.ui.charts.marks import dots, toned
from styrk.ui.charts.measure import shortened, width, wrapped
from styrk.ui.charts.numbers import change, figure, span, told
from styrk.ui.charts.pen import Pen
from styrk.ui.charts.spoken import described
from styrk.ui.words import spoken_day


def before_after(
    chart: BeforeAfter, shape: Shape = WIDE, *, alone: bool = False, key: str = ""
) -> Markup:
    """The points, the day of the action, the usual level before and after, and how sure we are."""
    pen = Pen(size=shape.size, alone=alone)
    plot = _plot(chart, shape)
    _likely(pen, plot, chart)
    values_axis(pen, plot)
    if chart.measured_in:
        pen.text("tick", 0, pen.size, shortened(chart.measured_in, pen.size, shape.width))
    values = [told(point.value) for point in chart.points]
    pen.path("pale", joined(plot, values, [chart.split]))
    dots(pen, plot, chart.points, chart.rhythm, chart.decimals, chart.measured_in)
    middle = plot.x(chart.split - 0.5)
    _levels(pen, plot, chart, middle)
    pen.line("act", middle, plot.top - pen.size * 1.6, middle, plot.bottom)
    below = periods_axis(pen, plot, [point.at for point in chart.points], chart.rhythm)
    below = legend(pen, shape, below, _signs(chart))
    below = _words(pen, shape, below, chart)
    return pen.svg(shape.width, below + 2, chart.title, described(chart), key)


def _plot(chart: BeforeAfter, shape: Shape) -> Plot:
    known = [value for point in chart.points if (value := told(point.value)) is not None]
    known += [value for value in _edges(chart) if value is not None]
    known += [one for one in (told(chart.before), told(chart.after)) if one is not None]
    axis = span(known, most=5 if shape.narrow else 6, ceiling=chart.ceiling)
    top = shape.size * (3.2 if chart.measured_in else 1.8)
    left = axis_width(axis, shape.size)
    return Plot(left, top, shape.width - 14, top + shape.height, axis, len(chart.points))


def _edges(chart: BeforeAfter) -> tuple[float | None, float | None]:
    """Where the level after is, as far as we know: none where the interval has no ends."""
    before, low, high = told(chart.before), told(chart.low), told(chart.high)
    if before is None or low is None or high is None:
        return None, None
    return before + low, before + high


def _likely(pen: Pen, plot: Plot, chart: BeforeAfter) -> None:
    low, high = _edges(chart)
    if low is None or high is None:
        return
    left = plot.x(chart.split - 0.5)
    top, bottom = plot.y(high), plot.y(low)
    pen.box(toned("span", chart.tone), left, top, plot.right - left, bottom - top)


def _levels(pen: Pen, plot: Plot, chart: BeforeAfter, middle: float) -> None:
    """Each level as a line, and its figure above its side."""
    base = plot.top - pen.size * 0.55
    for value, word, left, right in (
        (told(chart.before), _("Før"), plot.left, middle),
        (told(chart.after), _("Etter"), middle, plot.right),
    ):
        text = word if value is None else f"{word} {figure(value, chart.decimals)}"
        if value is not None:
            pen.line("level", left, plot.y(value), right, plot.y(value))
        if width(text, pen.size, bold=True) <= right - left - 6:
            pen.text("strong", left + 5, base, text)


def _signs(chart: BeforeAfter) -> list[Sign]:
    found = [
        Sign(lambda pen, x, y: pen.line("level", x - 10, y, x + 10, y), _("vanlig nivå")),
        Sign(lambda pen, x, y: pen.line("act", x, y - 7, x, y + 7), _("tiltaket")),
    ]
    if _edges(chart) != (None, None):
        look = toned("span", chart.tone)
        sign = Sign(
            lambda pen, x, y: pen.box(look, x - 10, y - 5, 20, 10),
            _("her ligger nivået trolig etter"),
        )
        found.append(sign)
    return found


def _words(pen: Pen, shape: Shape, y: float, chart: BeforeAfter) -> float:
    """The action with its day, and the change with its interval."""
    told_so = [("label", f"{spoken_day(chart.on)}: {chart.action}")]
    if (moved := told(chart.change)) is not None:
        said = {"change": change(moved, chart.decimals)}
        text = _("Endring %(change)s") % said
        if told(chart.low) is not None and told(chart.high) is not None:
            said |= {
                "low": change(chart.low or 0, chart.decimals),
                "high": change(chart.high or 0, chart.decimals),
            }
            text = _("Endring %(change)s, trolig mellom %(low)s og %(high)s") % said
        told_so.append(("strong", text))
    for look, text in told_so:
        for line in wrapped(text, pen.size * 1.05, shape.width):
            y += pen.size * 1.45
            pen.text(look, 0, y, line)
    return y + pen.size * 0.5
