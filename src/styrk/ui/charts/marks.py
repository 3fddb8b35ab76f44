"""The points of a series: plain dots, and a shape of its own for each way of standing out."""

from collections.abc import Sequence

from django.utils.translation import gettext as _

from styrk.ui.charts.data import Mark, Point, Tone
from styrk.ui.charts.frame import Plot, Sign
from styrk.ui.charts.numbers import told, with_unit
from styrk.ui.charts.pen import Pen, diamond, square, triangle
from styrk.ui.charts.periods import Rhythm, spoken


def toned(look: str, tone: Tone) -> str:
    return f"{look}-{tone}" if tone else look


def mark(pen: Pen, x: float, y: float, point: Point, r: float, said: str = "") -> None:
    """Good has a light eye, bad a dark edge: so that they differ without colour too."""
    look = toned("mark", point.tone)
    match point.mark:
        case Mark.OUTSIDE:
            pen.path(look, diamond(x, y, r * 1.2), said)
        case Mark.SHIFT:
            pen.path(look, square(x, y, r * 0.85), said)
        case Mark.RISE | Mark.FALL:
            pen.path(look, triangle(x, y, r * 1.2, up=point.mark is Mark.RISE), said)
        case Mark.CLOSE:
            pen.dot(toned("ring", point.tone), x, y, r * 0.9, said)
            pen.dot(look, x, y, r * 0.35)
        case _:
            pen.dot("dot", x, y, r, said)
    if point.tone is Tone.GOOD and point.mark not in {Mark.NONE, Mark.CLOSE}:
        pen.dot("pip", x, y, r * 0.33)


def dots(
    pen: Pen, plot: Plot, points: Sequence[Point], rhythm: Rhythm, decimals: int, unit: str
) -> None:
    """Marks last, so that none is hidden behind a plain dot."""
    small = min(3.2, max(1.4, plot.step * 0.3))
    large = min(5.6, max(4.2, plot.step * 0.6))
    for place in sorted(range(len(points)), key=lambda one: points[one].mark is not Mark.NONE):
        point = points[place]
        value = told(point.value)
        if value is None:
            continue
        x, y = plot.x(place), plot.y(value)
        tip = "" if pen.alone else tip_of(point, value, rhythm, decimals, unit)
        if point.excluded:
            pen.dot("out", x, y, small + 1, tip)
        elif point.mark is Mark.NONE:
            pen.dot("dot", x, y, small, tip)
        else:
            mark(pen, x, y, point, large, tip)


def tip_of(point: Point, value: float, rhythm: Rhythm, decimals: int, unit: str) -> str:
    words = remark_of(point)
    told_so = f"{spoken(point.at, rhythm)}: {with_unit(value, decimals, unit)}"
    return f"{told_so}, {words}" if words else told_so


def remark_of(point: Point) -> str:
    """Why the point stands out, in words; empty where it does not."""
    if point.excluded:
        return _("holdt utenfor")
    value, centre = point.value, point.centre
    high = value is not None and centre is not None and value >= centre
    match point.mark:
        case Mark.OUTSIDE:
            why = _("over øvre grense") if high else _("under nedre grense")
        case Mark.SHIFT:
            why = _("i en lang rad over midtlinja") if high else _("i en lang rad under midtlinja")
        case Mark.RISE:
            why = _("i en lang stigning")
        case Mark.FALL:
            why = _("i et langt fall")
        case Mark.CLOSE:
            why = _("nær øvre grense") if high else _("nær nedre grense")
        case _:
            return ""
    return f"{why} ({tone_word(point.tone)})" if point.tone else why


def tone_word(tone: Tone) -> str:
    return _("bedre") if tone is Tone.GOOD else _("verre")


def signs(points: Sequence[Point]) -> list[Sign]:
    """What explains the marks that are there, in the order of the rules."""
    there = {(p.mark, p.tone) for p in points if p.mark is not Mark.NONE and not p.excluded}
    order = list(Mark)
    tones = list(Tone)
    found = [
        _sign(kind, tone)
        for kind, tone in sorted(there, key=lambda one: (order.index(one[0]), tones.index(one[1])))
    ]
    if any(point.excluded and told(point.value) is not None for point in points):
        found.append(Sign(lambda pen, x, y: pen.dot("out", x, y, 4.2), _("holdt utenfor")))
    return found


def _sign(kind: Mark, tone: Tone) -> Sign:
    words = {
        Mark.OUTSIDE: _("utenfor grensene"),
        Mark.SHIFT: _("lang rad på samme side"),
        Mark.RISE: _("lang stigning"),
        Mark.FALL: _("langt fall"),
        Mark.CLOSE: _("to av tre nær en grense"),
    }
    text = f"{words[kind]}: {tone_word(tone)}" if tone else words[kind]
    like = Point(0, 1.0, 0.0, mark=kind, tone=tone)
    return Sign(lambda pen, x, y: mark(pen, x, y, like, 5.2), text)
