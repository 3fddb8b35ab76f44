"""The frame of a picture: its shape, its axes, what explains it below."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from styrk.ui.charts.measure import ASCENT, spread, width, wrapped
from styrk.ui.charts.numbers import Span
from styrk.ui.charts.pen import Pen, at
from styrk.ui.charts.periods import Moment, Rhythm, labelled, spoken


@dataclass(frozen=True, slots=True)
class Shape:
    """`width` of the whole picture and `height` of what is drawn inside the axes, in letter sizes of
    `size`. Everything else is added above and below, so that no text is ever squeezed.
    """

    width: float
    height: float
    size: float
    narrow: bool = False


# At a desk and on paper; and on a phone, where 288 is all there is at 320 pixels.
WIDE = Shape(720, 240, 13)
NARROW = Shape(288, 176, 12, narrow=True)
GAP = 8.0


@dataclass(frozen=True, slots=True)
class Plot:
    """Inside the axes: from places and values to coordinates."""

    left: float
    top: float
    right: float
    bottom: float
    span: Span
    count: int

    @property
    def step(self) -> float:
        return (self.right - self.left) / max(self.count, 1)

    def x(self, place: float) -> float:
        return self.left + (place + 0.5) * self.step

    def y(self, value: float) -> float:
        share = (value - self.span.low) / (self.span.high - self.span.low)
        return self.bottom - share * (self.bottom - self.top)


def values_axis(pen: Pen, plot: Plot) -> None:
    """Lines across at each mark, with its figure to the left."""
    lines = [f"M{at(plot.left)} {at(plot.y(tick))}H{at(plot.right)}" for tick in plot.span.ticks]
    pen.path("grid", "".join(lines))
    for tick, label in zip(plot.span.ticks, plot.span.labels, strict=True):
        y = plot.y(tick) + pen.size * (ASCENT - 0.42)
        pen.text("tick", plot.left - 6, y, label, "end")


def axis_width(span: Span, size: float) -> float:
    """Room for the figures at the left."""
    return max([width(label, size) for label in span.labels], default=0) + 6


def periods_axis(pen: Pen, plot: Plot, moments: Sequence[Moment], rhythm: Rhythm) -> float:
    """The line below with its periods, as many as there is room for. Answers where it ends."""
    pen.path("axis", f"M{at(plot.left)} {at(plot.bottom)}H{at(plot.right)}")
    longest = max([width(spoken(m, rhythm), pen.size) for m in _some(moments)], default=1)
    most = int((plot.right - plot.left + GAP) / (longest + GAP * 1.5))
    ticks: list[str] = []
    end = -1e9
    for place in labelled(moments, rhythm, most):
        label = spoken(moments[place], rhythm)
        wide = width(label, pen.size)
        x = min(max(plot.x(place), wide / 2), plot.right + 14 - wide / 2)
        ticks.append(f"M{at(plot.x(place))} {at(plot.bottom)}v4")
        if x - wide / 2 < end + GAP / 2:
            continue
        end = x + wide / 2
        pen.text("tick", x, plot.bottom + 6 + pen.size, label, "middle")
    pen.path("axis", "".join(ticks))
    return plot.bottom + 6 + pen.size * 1.3


def _some(moments: Sequence[Moment]) -> Sequence[Moment]:
    """Enough of them to know how wide their labels are."""
    return moments if len(moments) <= 60 else [*moments[:30], *moments[-30:]]


@dataclass(frozen=True, slots=True)
class EndLabel:
    """What stands at the right of a line. Where there is no room for all, the least `weight` goes."""

    y: float
    text: str
    look: str = "tick"
    weight: int = 0


def end_labels(pen: Pen, plot: Plot, labels: Sequence[EndLabel]) -> None:
    """Beside the ends of their lines, moved apart where they would meet."""
    tall = pen.size * 1.12
    room = int((plot.bottom - plot.top) // tall) + 1
    kept = sorted(sorted(labels, key=lambda one: -one.weight)[:room], key=lambda one: one.y)
    places = spread([one.y for one in kept], tall, plot.top, plot.bottom)
    for one, y in zip(kept, places, strict=True):
        if abs(y - one.y) > 2:
            pen.line("lead", plot.right + 1, one.y, plot.right + 7, y)
        pen.text(one.look, plot.right + 9, y + pen.size * 0.36, one.text)


def ends_width(labels: Sequence[str], size: float) -> float:
    return max([width(label, size, bold=True) for label in labels], default=0) + 12


@dataclass(frozen=True, slots=True)
class Sign:
    """An explanation: `draw` puts the mark around (x, y), `text` says what it means."""

    draw: Callable[[Pen, float, float], None]
    text: str


def legend(pen: Pen, shape: Shape, y: float, signs: Sequence[Sign]) -> float:
    """The signs in rows under each other. Answers where they end."""
    if not signs:
        return y
    x, tall = 0.0, pen.size * 1.55
    base = y + tall
    for sign in signs:
        lines = wrapped(sign.text, pen.size, shape.width - 26)
        wide = 26 + max(width(line, pen.size) for line in lines)
        if x and x + wide > shape.width:
            x, base = 0.0, base + tall
        sign.draw(pen, x + 11, base - pen.size * 0.36)
        for number, line in enumerate(lines):
            base += pen.size * 1.3 if number else 0
            pen.text("tick", x + 26, base, line)
        x += wide + GAP * 1.5
    return base + pen.size * 0.4


@dataclass(frozen=True, slots=True)
class Numbered:
    """`number` 0 is none."""

    number: int
    text: str
    square: bool


def numbered(pen: Pen, shape: Shape, y: float, notes: Sequence[Numbered]) -> float:
    """What was noted, each with its number, under the picture. Answers where it ends."""
    tall = pen.size * 1.45
    for note in notes:
        if note.number:
            flag(pen, 9, y + tall - pen.size * 0.36, note.number, square=note.square)
        for line in wrapped(note.text, pen.size, shape.width - 26):
            y += tall
            pen.text("label", 26, y, line)
        y += pen.size * 0.25
    return y + (pen.size * 0.3 if notes else 0)


def flag(pen: Pen, x: float, y: float, number: int, *, square: bool) -> None:
    """A number in a ring, or in a filled box for an action."""
    half = pen.size * 0.62
    size = pen.size - 2
    wide = max(half, width(str(number), size, bold=True) / 2 + 3)
    if square:
        pen.box("flag", x - wide, y - half, 2 * wide, 2 * half)
    else:
        pen.dot("flag-ring", x, y, wide + 0.5)
    look = "flag-number" if square else "strong"
    pen.text(look, x, y + size * 0.36, str(number), "middle", size)
