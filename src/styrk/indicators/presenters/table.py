"""A unit's indicators as rows of one table."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from django.utils.translation import gettext as _
from markupsafe import Markup

from styrk.indicators.glances import Glance
from styrk.indicators.presenters.figures import standing_words
from styrk.indicators.presenters.telling import Told
from styrk.indicators.states import Area
from styrk.ui.charts import Rhythm, framed, spoken, with_unit


@dataclass(frozen=True, slots=True)
class Line:
    """One indicator at a unit, as it is drawn."""

    name: str
    area: str
    href: str
    told: Told
    latest: str
    period: str
    standing: str
    missing: str
    target: str
    spark: Markup
    act: str = ""


def line(name: str, area: str, href: str, glance: Glance, told: Told, act: str = "") -> Line:
    """`act` is where an action is decided from what it tells, if it may be."""
    latest = glance.latest
    return Line(
        name=name,
        area=area,
        href=href,
        told=told,
        latest=_value(glance, latest[1]) if latest else _("Ingen tall ennå"),
        period=_period(glance, latest[0]) if latest else "",
        standing=standing_words(glance),
        missing=_missing(glance),
        target="" if glance.target is None else _value(glance, glance.target),
        spark=framed(glance.spark) if glance.spark else Markup(),
        act=act,
    )


def by_area(rows: Sequence[Line]) -> list[tuple[str, list[Line]]]:
    """In the order of a report."""
    groups = groupby(rows, key=lambda one: one.area)
    return [(str(Area(area).label), list(each)) for area, each in groups]


def _value(glance: Glance, value: float) -> str:
    return with_unit(value, glance.decimals, glance.measured_in)


def _period(glance: Glance, period: date) -> str:
    return spoken(period, Rhythm(glance.rhythm))


def _missing(glance: Glance) -> str:
    """Which figure should have been there; the newest of those that should."""
    if glance.missing is None:
        return ""
    newest, number = _period(glance, glance.missing[0]), glance.missing[1]
    if number == 1:
        return _("%(period)s mangler") % {"period": newest}
    return _("%(period)s og %(n)s til mangler") % {"period": newest, "n": number - 1}
