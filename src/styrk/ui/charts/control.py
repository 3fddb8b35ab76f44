"""The control chart: every kind of it, since all are points with lines that hold where they are."""

from collections.abc import Sequence
from itertools import pairwise

from django.utils.translation import gettext as _
from markupsafe import Markup

from styrk.ui.charts.data import ControlChart, Point, Remark
from styrk.ui.charts.frame import (
    WIDE,
    EndLabel,
    Numbered,
    Plot,
    Shape,
    Sign,
    axis_width,
    end_labels,
    ends_width,
    flag,
    legend,
    numbered,
    periods_axis,
    values_axis,
)
from styrk.ui.charts.lines import band, joined, stepped, stretches
from styrk.ui.charts.marks import dots, signs
from styrk.ui.charts.measure import shortened, width
from styrk.ui.charts.numbers import level, span, told
from styrk.ui.charts.pen import Pen, hatched
from styrk.ui.charts.periods import spoken
from styrk.ui.charts.spoken import described

LINES = ("centre", "low", "high", "low95", "high95", "target")
# Fewer letters than this of a heading tell nothing.
FEWEST_LETTERS = 3

type Columns = dict[str, list[float | None]]


def control_chart(
    chart: ControlChart, shape: Shape = WIDE, *, alone: bool = False, key: str = ""
) -> Markup:
    """The chart as SVG: for a page, or `alone` for paper."""
    pen = Pen(size=shape.size, alone=alone)
    columns = _columns(chart.points)
    lanes = _lanes(chart, shape, columns)
    plot = _plot(chart, shape, columns, len(set(lanes.values())))
    _grounds(pen, plot, chart, columns)
    values_axis(pen, plot)
    if chart.measured_in:
        pen.text("tick", 0, pen.size, shortened(chart.measured_in, pen.size, shape.width))
    left_out = _headings(pen, plot, shape, chart)
    _through(pen, plot, chart, columns)
    notes = _remarks(pen, plot, chart, lanes)
    pen.path("line", joined(plot, columns["value"], _begins(chart.points)))
    dots(pen, plot, chart.points, chart.rhythm, chart.decimals, chart.measured_in)
    end_labels(pen, plot, _ends(chart, shape, columns, plot))
    if not any(told(value) is not None for value in columns["value"]):
        middle = (plot.left + plot.right) / 2, (plot.top + plot.bottom) / 2
        pen.text("label", *middle, _("Ingen tall ennå"), "middle")
    below = periods_axis(pen, plot, [point.at for point in chart.points], chart.rhythm)
    below = legend(pen, shape, below, _signs(chart, columns))
    below = numbered(pen, shape, below, [*left_out, *notes])
    return pen.svg(shape.width, below + 2, chart.title, described(chart), key)


def _columns(points: Sequence[Point]) -> Columns:
    found: Columns = {name: [told(getattr(p, name)) for p in points] for name in LINES}
    found["value"] = [told(point.value) for point in points]
    return found


def _plot(chart: ControlChart, shape: Shape, columns: Columns, lanes: int) -> Plot:
    known = [value for column in columns.values() for value in column if value is not None]
    most = 5 if shape.narrow else 6
    axis = span(known, most=most, ceiling=chart.ceiling, whole=chart.decimals == 0)
    ends = [one.text for one in _ends(chart, shape, columns, None)]
    top = shape.size * (1.9 if chart.measured_in else 0.6)
    top += shape.size * 1.5 if _has_headings(chart) else 0
    top += shape.size * 1.5 * lanes + (shape.size * 0.4 if lanes else 0)
    return Plot(
        left=axis_width(axis, shape.size),
        top=top,
        right=shape.width - max(ends_width(ends, shape.size) if ends else 0, 14),
        bottom=top + shape.height,
        span=axis,
        count=len(chart.points),
    )


def _grounds(pen: Pen, plot: Plot, chart: ControlChart, columns: Columns) -> None:
    """What lies behind: the baseline, what is usual, and what is waited for."""
    if chart.frozen:
        left, right = plot.x(-0.5), plot.x(min(chart.frozen, plot.count) - 0.5)
        pen.box("frozen", left, plot.top, right - left, plot.bottom - plot.top)
    pen.path("band", band(plot, columns["low"], columns["high"]))
    waiting = [point.waiting for point in chart.points]
    for begin, end, _waits in stretches(waiting, bool):
        pen.path("wait", hatched(plot.x(begin - 0.5), plot.top, plot.x(end - 0.5), plot.bottom))


def _begins(points: Sequence[Point]) -> list[int]:
    """Where a new part begins."""
    return [place for place, (a, b) in enumerate(pairwise(points), 1) if a.part != b.part]


def _through(pen: Pen, plot: Plot, chart: ControlChart, columns: Columns) -> None:
    begins = _begins(chart.points)
    for name, look in (
        ("low95", "near"),
        ("high95", "near"),
        ("low", "limit"),
        ("high", "limit"),
    ):
        pen.path(look, stepped(plot, columns[name], begins))
    for number, part in enumerate(chart.parts, 1):
        pairs = zip(columns["centre"], chart.points, strict=True)
        own = [centre if point.part == number else None for centre, point in pairs]
        pen.path("unsettled" if part.unsettled else "centre", stepped(plot, own))
    pen.path("target", stepped(plot, columns["target"]))


def _has_headings(chart: ControlChart) -> bool:
    return bool(chart.frozen) or any(part.label for part in chart.parts)


def _headings(pen: Pen, plot: Plot, shape: Shape, chart: ControlChart) -> list[Numbered]:
    """The names of the parts above them, and a line between. Answers those there was no room for."""
    base = pen.size * (2.6 if chart.measured_in else 1.1)
    names = _names_of_parts(chart)
    begins = [plot.x(begin - 0.5) for begin, _name in names]
    left_out: list[Numbered] = []
    for (begin, name), left, end in zip(names, begins, [*begins[1:], shape.width], strict=False):
        if begin:
            top = base - pen.size if _has_headings(chart) else plot.top
            pen.line("part", left, top, left, plot.bottom)
        text = shortened(name, pen.size, end - left - 10)
        if text and (text == name or len(text) > FEWEST_LETTERS):
            pen.text("label", left + 4, base, text)
        if text != name:
            period = spoken(chart.points[begin].at, chart.rhythm)
            said = _("Fra %(period)s: %(name)s") % {"period": period, "name": name}
            left_out.append(Numbered(0, said, square=False))
    return left_out


def _names_of_parts(chart: ControlChart) -> list[tuple[int, str]]:
    """Where each begins, and what it is called."""
    found = []
    for begin, _end, number in stretches([point.part for point in chart.points], bool):
        name = chart.parts[number - 1].label if number <= len(chart.parts) else ""
        found.append(
            (begin, _("Grensene er regnet ut fra disse") if chart.frozen and not begin else name)
        )
    return found


def _lanes(chart: ControlChart, shape: Shape, columns: Columns) -> dict[int, int]:
    """The lane of each remark, counted from the plot: flags that would meet stand above each other."""
    plot = _plot(chart, shape, columns, 0)
    lanes: dict[int, int] = {}
    ends: list[float] = []
    for number, remark in enumerate(_in_order(chart.remarks), 1):
        half = width(str(number), shape.size - 2, bold=True) / 2 + 5
        x = plot.x(remark.place)
        lane = next((n for n, end in enumerate(ends) if end <= x - half), len(ends))
        ends[lane : lane + 1] = [x + half + 2]
        lanes[number] = lane
    return lanes


def _in_order(remarks: Sequence[Remark]) -> list[Remark]:
    return sorted(remarks, key=lambda one: one.place)


def _remarks(pen: Pen, plot: Plot, chart: ControlChart, lanes: dict[int, int]) -> list[Numbered]:
    """Lines down from numbers; an action's is whole, another's is dotted."""
    order = _in_order(chart.remarks)
    base = plot.top - pen.size * 0.4
    for number, remark in enumerate(order, 1):
        y = base - pen.size * (0.75 + 1.5 * lanes[number])
        pen.line(
            "act" if remark.action else "drop",
            plot.x(remark.place),
            y,
            plot.x(remark.place),
            plot.bottom,
        )
    for number, remark in enumerate(order, 1):
        y = base - pen.size * (0.75 + 1.5 * lanes[number])
        flag(pen, plot.x(remark.place), y, number, square=remark.action)
    return [
        Numbered(number, _note(chart, remark), remark.action)
        for number, remark in enumerate(order, 1)
    ]


def _note(chart: ControlChart, remark: Remark) -> str:
    inside = 0 <= remark.place < len(chart.points)
    period = spoken(chart.points[remark.place].at, chart.rhythm) if inside else ""
    told_so = _("Tiltak: %(text)s") % {"text": remark.text} if remark.action else remark.text
    return f"{period}: {told_so}" if period else told_so


def _ends(chart: ControlChart, shape: Shape, columns: Columns, plot: Plot | None) -> list[EndLabel]:
    """The last value of each line, with what it is where there is room for it."""
    names = {
        "target": (_("Mål"), "target-word", 3),
        "centre": (chart.centre_is or _("Midtlinje"), "strong", 2),
        "high": (_("Øvre grense"), "tick", 1),
        "low": (_("Nedre grense"), "tick", 1),
    }
    found = []
    for name, (word, look, weight) in names.items():
        last = next((value for value in reversed(columns[name]) if value is not None), None)
        if last is None:
            continue
        value = level(last, chart.decimals)
        text = value if shape.narrow and name != "target" else f"{word} {value}"
        found.append(EndLabel(plot.y(last) if plot else 0, text, look, weight))
    return found


def _signs(chart: ControlChart, columns: Columns) -> list[Sign]:
    def sample(look: str) -> Sign:
        return Sign(lambda pen, x, y: pen.line(look, x - 10, y, x + 10, y), names[look])

    centre = chart.centre_is or _("Midtlinje")
    names = {
        "centre": centre,
        "unsettled": _("%(line)s som tallene ikke svinger tilfeldig rundt") % {"line": centre},
        "limit": _("grenser for det vanlige"),
        "target": _("Mål"),
    }
    settled = any(not part.unsettled for part in chart.parts)
    there = {
        "centre": settled and any(value is not None for value in columns["centre"]),
        "unsettled": any(part.unsettled for part in chart.parts),
        "limit": any(value is not None for value in columns["low"] + columns["high"]),
        "target": any(value is not None for value in columns["target"]),
    }
    found = [sample(look) for look, is_there in there.items() if is_there]
    found += signs(chart.points)
    if any(point.waiting for point in chart.points):
        found.append(Sign(_hatch, _("venter på tall")))
    return found


def _hatch(pen: Pen, x: float, y: float) -> None:
    pen.path("wait", hatched(x - 10, y - 5, x + 10, y + 5, 4))
