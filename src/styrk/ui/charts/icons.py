"""What the newest point tells, and whether the target will be met, as drawings of our own.

After NHS England's Making Data Count. Each differs by shape: a ring and a tick is good, an octagon
and an exclamation mark is bad, a box is neither, a dashed ring is nothing out of the usual.
"""

from enum import StrEnum
from functools import lru_cache

from markupsafe import Markup

from styrk.ui.charts.pen import Pen, escaped

SIZE = 32


class Variation(StrEnum):
    """What stands out, if anything does; high or low is where the figures are, not what is wished."""

    COMMON = "common"
    GOOD_HIGH = "good_high"
    GOOD_LOW = "good_low"
    BAD_HIGH = "bad_high"
    BAD_LOW = "bad_low"
    HIGH = "high"
    LOW = "low"


class Assured(StrEnum):
    """Whether the target is met: always, now and then, or never, as things are."""

    MET = "met"
    VARIES = "varies"
    MISSED = "missed"


RING = "M29 16a13 13 0 1 1-26 0a13 13 0 1 1 26 0z"
OCTAGON = "M10.5 3h11L29 10.5v11L21.5 29h-11L3 21.5v-11z"
BOX = "M7 3.5h18a3.5 3.5 0 0 1 3.5 3.5v18a3.5 3.5 0 0 1-3.5 3.5h-18a3.5 3.5 0 0 1-3.5-3.5v-18a3.5 3.5 0 0 1 3.5-3.5z"
WAVE = "M8 17.5l4-4 4 5 4-4.5 4 3"
TICK = "M18.6 16.4l2.2 2.4 4-5.1"
ALERT = "M21.2 10.5v7M21.2 21v.6"


# The same few stand in every row of a table.
@lru_cache(maxsize=256)
def variation_icon(variation: Variation, words: str, *, alone: bool = False) -> Markup:
    """`words` say what it means; without them it is decoration beside words."""
    pen = Pen(size=10, alone=alone)
    if variation == Variation.COMMON:
        pen.path("icon-quiet", RING)
        pen.path("icon", WAVE)
        return _framed(pen, words, alone=alone)
    kind, _, way = variation.rpartition("_")
    look = f"icon-{kind}" if kind else "icon"
    pen.path(look, {"good": RING, "bad": OCTAGON, "": BOX}[kind])
    pen.path(look, _arrow(11.2 if kind else 16, up=way == "high"))
    if kind:
        pen.path(look, TICK if kind == "good" else ALERT)
    return _framed(pen, words, alone=alone)


def _arrow(x: float, *, up: bool) -> str:
    if up:
        return f"M{x} 22.5V10m-4 4.5L{x} 9.5l4 5"
    return f"M{x} 9.5V22m-4-4.5L{x} 22.5l4-5"


@lru_cache(maxsize=256)
def assurance_icon(
    assured: Assured, words: str, *, upwards: bool = True, alone: bool = False
) -> Markup:
    """The usual room of the figures against the target, a dashed line. `upwards`: high is wished."""
    pen = Pen(size=10, alone=alone)
    look = {Assured.MET: "icon-good", Assured.MISSED: "icon-bad"}.get(assured, "icon")
    pen.path(look, BOX)
    above = (assured == Assured.MET) == upwards
    varies = assured == Assured.VARIES
    top = 9.5 if varies else (6.5 if above else 19)
    pen.box("icon-area", 7, top, 8.5, 13 if varies else 6.5)
    pen.path("icon-target", "M6.5 16h9.5" if varies else "M6.5 16h19")
    if varies:
        pen.path(look, "M19.6 12.4a2.7 2.7 0 1 1 3.8 2.5q-1.1.6-1.1 2M22.3 21v.2")
    else:
        pen.path(look, _sign(assured, 0 if above else 12.5))
    return _framed(pen, words, alone=alone)


def _sign(assured: Assured, down: float) -> str:
    if assured == Assured.MET:
        return f"M19 {9.6 + down}l2.2 2.3 3.8-4.6"
    return f"M19.4 {7.4 + down}l4.8 4.8m0-4.8l-4.8 4.8"


def _framed(pen: Pen, words: str, *, alone: bool) -> Markup:
    frame = f'viewBox="0 0 {SIZE} {SIZE}"'
    if alone:
        frame = f'xmlns="http://www.w3.org/2000/svg" width="{SIZE}" height="{SIZE}" {frame}'
    else:
        frame = f'class="st-chart-icon" {frame}'
    said = escaped(pen.clean(words))
    name = f'role="img" aria-label="{said}"' if words else 'aria-hidden="true"'
    title = f"<title>{said}</title>" if words and not alone else ""
    inside = "".join(pen.parts)
    return Markup(f"<svg {frame} {name}>{title}{inside}</svg>")  # noqa: S704 - escaped above
