"""A series in the size of a word, for a row of a table: a few paths of whole numbers.

Sixty of them stand in one table, so each is as few bytes as it can be without looking otherwise.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from styrk.ui.charts.data import Mark, Point, Tone
from styrk.ui.charts.looks import FONTS
from styrk.ui.charts.marks import toned
from styrk.ui.charts.numbers import told
from styrk.ui.charts.pen import Pen, at, diamond, escaped, square, triangle

# Half pixels, so that whole numbers are fine enough.
WIDTH, HEIGHT, SIDE, EDGE = 264, 64, 4, 10
# A limit that moves less than this is the same limit to the eye.
ALIKE = 2
# The shapes of marks from the middle out, the newest point larger.
SMALL, LARGE = 6, 9
# In the order they are drawn. A path of points without length is a row of dots.
LOOKS = (
    "band",
    "centre",
    "target",
    "line",
    "end",
    *(f"mark{ending}" for ending in ("", "-good", "-bad")),
    "eye",
)

type Strokes = Mapping[str, str]


def sparkline(points: Sequence[Point], words: str = "", *, alone: bool = False) -> Markup:
    """The line, what is usual, the centre, the target and what stands out; the last point is always
    marked. `words` is what is read aloud; without them the picture is decoration.
    """
    return framed(strokes(points), words, alone=alone)


def framed(drawn: Strokes, words: str = "", *, alone: bool = False) -> Markup:
    """The picture of what `strokes` gave."""
    pen = Pen(size=10, alone=alone)
    for look in LOOKS:
        pen.path(look, escaped(drawn.get(look, "")))
    frame = f'class="st-spark" viewBox="0 0 {WIDTH} {HEIGHT}"'
    if alone:
        # Room for marks at the ends: nothing outside the frame is drawn on paper.
        wide = WIDTH + 2 * LARGE
        size = f'width="{wide // 2}" height="{HEIGHT // 2}" font-family="{FONTS}"'
        frame = f'xmlns="http://www.w3.org/2000/svg" {size} viewBox="{-LARGE} 0 {wide} {HEIGHT}"'
    name = f'role="img" aria-label="{escaped(pen.clean(words))}"' if words else 'aria-hidden="true"'
    return Markup(f"<svg {frame} {name}>{''.join(pen.parts)}</svg>")  # noqa: S704 - escaped above


def strokes(points: Sequence[Point]) -> dict[str, str]:
    """What is drawn, as the path of each look: plain text that can be kept."""
    grid = _grid(points)
    if grid is None:
        return {}
    values = grid.column([point.value for point in points])
    begins = {n for n in range(1, len(points)) if points[n].part != points[n - 1].part}
    low, high = ([getattr(point, name) for point in points] for name in ("low", "high"))
    drawn = {
        "band": _band(grid, grid.column(low), grid.column(high)),
        "centre": _levels(grid, grid.column([point.centre for point in points])),
        "target": _levels(grid, grid.column([point.target for point in points])),
        "line": _line(grid, values, begins),
        **_marks(grid, points, values),
    }
    return {look: path for look, path in drawn.items() if path}


@dataclass(frozen=True, slots=True)
class _Grid:
    """From places and values to whole half pixels."""

    low: float
    high: float
    count: int

    def x(self, place: float) -> int:
        return round(SIDE + (place + 0.5) * (WIDTH - 2 * SIDE) / self.count)

    def column(self, values: Sequence[float | None]) -> list[int | None]:
        room = HEIGHT - 2 * EDGE
        scale = room / (self.high - self.low)
        known = (told(value) for value in values)
        return [
            None if one is None else HEIGHT - EDGE - round((one - self.low) * scale)
            for one in known
        ]


def _grid(points: Sequence[Point]) -> _Grid | None:
    columns = ((point.value, point.low, point.high, point.centre, point.target) for point in points)
    known = [one for column in columns for value in column if (one := told(value)) is not None]
    if not known:
        return None
    low, high = min(known), max(known)
    return _Grid(low, high, len(points)) if low < high else _Grid(low - 1, high + 1, len(points))


def _line(grid: _Grid, values: Sequence[int | None], begins: set[int]) -> str:
    """From point to point; a missing value, and each place in `begins`, begins anew."""
    drawn: list[str] = []
    before: tuple[int, int] | None = None
    for place, y in enumerate(values):
        if y is None:
            before = None
            continue
        x = grid.x(place)
        if before is None or place in begins:
            # One that stands alone has no length, and is drawn as a dot.
            drawn.append(f"M{x} {y}l0 0")
        else:
            drawn.append(_pair(x - before[0], y - before[1]))
        before = x, y
    return "".join(drawn)


def _pair(across: int, down: int) -> str:
    return f" {across}{down}" if down < 0 else f" {across} {down}"


def _levels(grid: _Grid, values: Sequence[int | None]) -> str:
    """One line for each stretch with about the same value."""
    return "".join(
        f"M{left} {y}H{right}" for left, right, (y,) in _stretches(grid, [(y,) for y in values])
    )


def _band(grid: _Grid, low: Sequence[int | None], high: Sequence[int | None]) -> str:
    """The room between two limits; one that is open below or above ends there."""
    drawn = []
    for left, right, (bottom, top) in _stretches(grid, list(zip(low, high, strict=True))):
        upper, lower = EDGE if top is None else top, HEIGHT if bottom is None else bottom
        drawn.append(f"M{left} {upper}H{right}V{lower}H{left}z")
    return "".join(drawn)


def _stretches(
    grid: _Grid, rows: Sequence[tuple[int | None, ...]]
) -> list[tuple[int, int, tuple[int | None, ...]]]:
    """Places beside each other that look alike: from, to, and the values of the first."""
    found: list[tuple[int, int, tuple[int | None, ...]]] = []
    last = -1
    for place, row in enumerate(rows):
        if all(one is None for one in row):
            continue
        if found and last == place - 1 and _alike(found[-1][2], row):
            found[-1] = (found[-1][0], grid.x(place + 0.5), found[-1][2])
        else:
            found.append((grid.x(place - 0.5), grid.x(place + 0.5), row))
        last = place
    return found


def _alike(one: Sequence[int | None], other: Sequence[int | None]) -> bool:
    if one == other:
        return True
    return all(
        a == b if a is None or b is None else abs(a - b) <= ALIKE
        for a, b in zip(one, other, strict=True)
    )


def _marks(grid: _Grid, points: Sequence[Point], values: Sequence[int | None]) -> dict[str, str]:
    """Each way of standing out by its shape; good has a light eye, so that it differs without colour."""
    last = next((n for n in reversed(range(len(values))) if values[n] is not None), -1)
    drawn: dict[str, str] = {}
    for place, y in enumerate(values):
        point = points[place]
        if y is None or (point.mark is Mark.NONE and place != last):
            continue
        x, radius = grid.x(place), LARGE if place == last else SMALL
        if point.mark is Mark.NONE:
            drawn["end"] = _dot(x, y)
            continue
        look = toned("mark", point.tone)
        drawn[look] = drawn.get(look, "") + _shape(point.mark, x, y, radius)
        if point.tone is Tone.GOOD:
            drawn["eye"] = drawn.get("eye", "") + _dot(x, y)
    return drawn


def _shape(mark: Mark, x: int, y: int, radius: int) -> str:
    match mark:
        case Mark.OUTSIDE:
            return diamond(x, y, radius + 1)
        case Mark.RISE | Mark.FALL:
            return triangle(x, y, radius + 1, up=mark is Mark.RISE)
        case Mark.CLOSE:
            r = at(radius * 0.8)
            return f"M{x} {y}m-{r} 0a{r} {r} 0 1 1 0 .1z"
        case _:
            return square(x, y, radius - 1)


def _dot(x: int, y: int) -> str:
    return f"M{x} {y}h0"
