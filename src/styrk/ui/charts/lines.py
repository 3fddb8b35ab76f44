"""Lines through periods: joined points, steps where a limit changes, and gaps."""

from collections.abc import Callable, Iterable, Sequence

from styrk.ui.charts.frame import Plot
from styrk.ui.charts.numbers import told
from styrk.ui.charts.pen import at


def joined(plot: Plot, values: Sequence[float | None], breaks: Iterable[int] = ()) -> str:
    """A line from point to point; a missing value, and each place in `breaks`, begins anew."""
    drawn: list[str] = []
    down = False
    apart = set(breaks)
    for place, value in enumerate(values):
        known = told(value)
        if known is None:
            down = False
            continue
        begin = not down or place in apart
        drawn.append(f"{'M' if begin else 'L'}{at(plot.x(place))} {at(plot.y(known))}")
        down = True
    return "".join(drawn)


def stepped(plot: Plot, values: Sequence[float | None], breaks: Iterable[int] = ()) -> str:
    """Level through each period, with a step where the value changes. Gaps as in `joined`."""
    drawn: list[str] = []
    before: float | None = None
    apart = set(breaks)
    for place, value in enumerate([*values, None]):
        known = told(value)
        x = at(plot.x(place - 0.5))
        if before is not None and (known != before or place in apart):
            drawn.append(f"H{x}")
        if known is not None and (known != before or place in apart):
            begin = before is None or place in apart
            drawn.append(f"M{x} {at(plot.y(known))}" if begin else f"V{at(plot.y(known))}")
        before = known
    return "".join(drawn)


def band(plot: Plot, low: Sequence[float | None], high: Sequence[float | None]) -> str:
    """The room between two stepped lines, period by period; one open below or above ends there."""
    drawn: list[str] = []
    for begin, end, (bottom, top) in stretches(
        list(zip(low, high, strict=True)), lambda one: one != (None, None)
    ):
        y1 = plot.bottom if told(bottom) is None else plot.y(bottom or 0)
        y2 = plot.top if told(top) is None else plot.y(top or 0)
        left, right = plot.x(begin - 0.5), plot.x(end - 0.5)
        drawn.append(f"M{at(left)} {at(y2)}H{at(right)}V{at(y1)}H{at(left)}z")
    return "".join(drawn)


def stretches[T](items: Sequence[T], wanted: Callable[[T], bool]) -> list[tuple[int, int, T]]:
    """Equal items beside each other that are wanted: from, until (not with it), and the item."""
    found: list[tuple[int, int, T]] = []
    for place, item in enumerate(items):
        if not wanted(item):
            continue
        if found and found[-1][1] == place and found[-1][2] == item:
            found[-1] = (found[-1][0], place + 1, item)
        else:
            found.append((place, place + 1, item))
    return found
