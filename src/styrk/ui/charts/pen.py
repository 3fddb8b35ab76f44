"""Writes SVG: with classes in a page, with attributes in a file of its own. Escapes every text."""

import re
from math import cos, pi, sin
from zlib import crc32

from markupsafe import Markup

from styrk.core.papers.wording import NOT_XML, PRINTABLE, plain
from styrk.ui.charts.looks import FONTS, LOOKS
from styrk.ui.charts.numbers import THIN

SPECIAL = re.compile("[&<>\"']")
NAMES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;"}


def escaped(text: str) -> str:
    clean = NOT_XML.sub("", text)
    return SPECIAL.sub(lambda found: NAMES[found[0]], clean)


def at(number: float) -> str:
    """A coordinate with one decimal, and none where it is 0."""
    written = f"{number:.1f}"
    written = written.removesuffix(".0")
    return "0" if written == "-0" else written


class Pen:
    """Elements in the order they are drawn. `alone`: no style sheet will be there."""

    def __init__(self, *, size: float, alone: bool = False) -> None:
        self.parts: list[str] = []
        self.size = size
        self.alone = alone

    def clean(self, text: str) -> str:
        """What may stand in the picture; on paper only what its fonts can draw."""
        if not self.alone:
            return text
        known = plain(text.replace(THIN, "\u00a0").replace("\t", " "))
        # One sign for one letter, so that it is no wider than it was measured.
        return PRINTABLE.sub("□", known)

    def look(self, name: str) -> str:
        return LOOKS[name] if self.alone else f'class="c-{name}"'

    def path(self, look: str, d: str, said: str = "") -> None:
        if d:
            self._put("path", f'd="{d}"', look, said)

    def line(self, look: str, x1: float, y1: float, x2: float, y2: float) -> None:
        self.path(look, f"M{at(x1)} {at(y1)}L{at(x2)} {at(y2)}")

    def box(self, look: str, x: float, y: float, width: float, height: float) -> None:
        size = f'width="{at(max(width, 0))}" height="{at(max(height, 0))}"'
        self._put("rect", f'x="{at(x)}" y="{at(y)}" {size}', look)

    def dot(self, look: str, x: float, y: float, radius: float, said: str = "") -> None:
        self._put("circle", f'cx="{at(x)}" cy="{at(y)}" r="{at(radius)}"', look, said)

    def text(
        self, look: str, x: float, y: float, text: str, anchor: str = "start", size: float = 0
    ) -> None:
        where = f'x="{at(x)}" y="{at(y)}"'
        if anchor != "start":
            where += f' text-anchor="{anchor}"'
        if size and size != self.size:
            where += f' font-size="{at(size)}"'
        self.parts.append(f"<text {where} {self.look(look)}>{escaped(self.clean(text))}</text>")

    def _put(self, tag: str, shape: str, look: str, said: str = "") -> None:
        # What is said of a mark shows when a mouse points at it; on paper nothing can.
        if said and not self.alone:
            self.parts.append(
                f"<{tag} {shape} {self.look(look)}><title>{escaped(said)}</title></{tag}>"
            )
        else:
            self.parts.append(f"<{tag} {shape} {self.look(look)}/>")

    def svg(self, width: float, height: float, title: str, words: str, key: str = "") -> Markup:
        """The picture, named by its title and described in words."""
        named = escaped(self.clean(title))
        told = escaped(self.clean(words))
        own = key or f"c{crc32(title.encode()):x}"
        name = f"{escaped(own)}-{at(width)}"
        frame = f'viewBox="0 0 {at(width)} {at(height)}" font-size="{at(self.size)}" role="img"'
        if self.alone:
            size = f'width="{at(width)}" height="{at(height)}" font-family="{FONTS}"'
            frame = f'xmlns="http://www.w3.org/2000/svg" {size} {frame}'
        else:
            frame = f'class="st-chart" {frame}'
        inside = "".join(self.parts)
        return Markup(  # noqa: S704 - every text in it is escaped above
            f'<svg {frame} aria-labelledby="{name}-t" aria-describedby="{name}-d">'
            f'<title id="{name}-t">{named}</title><desc id="{name}-d">{told}</desc>{inside}</svg>'
        )


def diamond(x: float, y: float, r: float) -> str:
    return f"M{at(x)} {at(y - r)}l{at(r)} {at(r)} {at(-r)} {at(r)} {at(-r)} {at(-r)}z"


def square(x: float, y: float, r: float) -> str:
    side = at(2 * r)
    return f"M{at(x - r)} {at(y - r)}h{side}v{side}h{at(-2 * r)}z"


def triangle(x: float, y: float, r: float, *, up: bool = True) -> str:
    way = 1 if up else -1
    corners = [(x + r * sin(a), y - way * r * cos(a)) for a in (0, 2 * pi / 3, 4 * pi / 3)]
    return "M" + "L".join(f"{at(cx)} {at(cy)}" for cx, cy in corners) + "z"


def hatched(left: float, top: float, right: float, bottom: float, apart: float = 6) -> str:
    """Slanting lines in a box, as one path."""
    height = bottom - top
    lines: list[str] = []
    start = left - height + apart / 2
    while start < right:
        x1, x2 = max(start, left), min(start + height, right)
        if x2 > x1:
            lines.append(
                f"M{at(x1)} {at(bottom - (x1 - start))}L{at(x2)} {at(bottom - (x2 - start))}"
            )
        start += apart
    return "".join(lines)
