"""A series in the size of a word, for a row of a table."""

from collections.abc import Sequence

from markupsafe import Markup

from styrk.ui.charts.data import Mark, Point
from styrk.ui.charts.frame import Plot
from styrk.ui.charts.lines import band, joined
from styrk.ui.charts.looks import FONTS
from styrk.ui.charts.marks import mark
from styrk.ui.charts.numbers import Span, told
from styrk.ui.charts.pen import Pen, at, escaped

WIDTH, HEIGHT, EDGE = 132.0, 32.0, 5.0


def sparkline(points: Sequence[Point], words: str = "", *, alone: bool = False) -> Markup:
    """The line, what is usual, the centre, the target and what stands out; the last point is always
    marked. `words` is what is read aloud; without them the picture is decoration.
    """
    pen = Pen(size=10, alone=alone)
    if points:
        _draw(pen, points)
    frame = f'viewBox="0 0 {at(WIDTH)} {at(HEIGHT)}"'
    if alone:
        size = f'width="{at(WIDTH)}" height="{at(HEIGHT)}" font-family="{FONTS}"'
        frame = f'xmlns="http://www.w3.org/2000/svg" {size} {frame}'
    else:
        frame = f'class="st-spark" {frame}'
    name = f'role="img" aria-label="{escaped(pen.clean(words))}"' if words else 'aria-hidden="true"'
    return Markup(f"<svg {frame} {name}>{''.join(pen.parts)}</svg>")  # noqa: S704 - escaped above


def _draw(pen: Pen, points: Sequence[Point]) -> None:
    values = [told(point.value) for point in points]
    low, high = [told(p.low) for p in points], [told(p.high) for p in points]
    centre, target = [told(p.centre) for p in points], [told(p.target) for p in points]
    known = [
        one for column in (values, low, high, centre, target) for one in column if one is not None
    ]
    if not known:
        return
    lowest, highest = min(known), max(known)
    if lowest == highest:
        lowest, highest = lowest - 1, highest + 1
    plot = Plot(2, EDGE, WIDTH - 4, HEIGHT - EDGE, Span(lowest, highest, (), 0), len(points))
    begins = [n for n in range(1, len(points)) if points[n].part != points[n - 1].part]
    pen.path("band", band(plot, low, high))
    pen.path("centre", _level(plot, centre))
    pen.path("target", _level(plot, target))
    pen.path("line", joined(plot, values, begins))
    _stand_out(pen, plot, points, values)


def _level(plot: Plot, values: Sequence[float | None]) -> str:
    """One line for each stretch with the same value."""
    drawn: list[str] = []
    before: float | None = None
    for place, value in enumerate(values):
        if value is not None and value != before:
            drawn.append(f"M{at(plot.x(place - 0.5))} {at(plot.y(value))}")
        if value is not None and (place + 1 == len(values) or values[place + 1] != value):
            drawn.append(f"H{at(plot.x(place + 0.5))}")
        before = value
    return "".join(drawn)


def _stand_out(
    pen: Pen, plot: Plot, points: Sequence[Point], values: Sequence[float | None]
) -> None:
    last = next((n for n in reversed(range(len(values))) if values[n] is not None), -1)
    for place, value in enumerate(values):
        point = points[place]
        if value is None or (point.mark is Mark.NONE and place != last):
            continue
        large = 4.4 if place == last else 3.2
        radius = large if point.mark is not Mark.NONE else 2.8
        mark(pen, plot.x(place), plot.y(value), point, radius)
