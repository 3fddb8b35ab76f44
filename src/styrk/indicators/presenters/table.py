"""A unit's indicators as rows of one table."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from django.utils.translation import gettext as _
from markupsafe import Markup

from styrk.indicators.models import Indicator
from styrk.indicators.pictures import control_picture
from styrk.indicators.presenters.drawing import bare
from styrk.indicators.presenters.figures import (
    missing,
    period_words,
    standing_words,
    value_words,
)
from styrk.indicators.presenters.telling import Told, told
from styrk.indicators.queries import Row
from styrk.indicators.readings import Reading
from styrk.indicators.states import Area
from styrk.ui.charts import sparkline

type Found = tuple[Row, Reading | None]


@dataclass(frozen=True)
class Line:
    """One indicator at a unit, as it is drawn."""

    indicator: Indicator
    href: str
    told: Told
    latest: str
    period: str
    standing: str
    missing: str
    target: str
    spark: Markup

    def is_about(self, text: str) -> bool:
        said = f"{self.indicator.name} {self.indicator.code} {self.indicator.purpose}".casefold()
        return all(word in said for word in text.casefold().split())


def lines(found: Sequence[Found], address: Callable[[Indicator], str]) -> list[Line]:
    return [_line(row, reading, address(row.indicator)) for row, reading in found]


def by_area(rows: Sequence[Line]) -> list[tuple[str, list[Line]]]:
    """In the order of a report."""
    groups = groupby(rows, key=lambda one: one.indicator.area)
    return [(str(Area(area).label), list(each)) for area, each in groups]


def _line(row: Row, reading: Reading | None, href: str) -> Line:
    series, definition = row.series, row.series.definition
    latest = series.latest
    return Line(
        indicator=row.indicator,
        href=href,
        told=told(row.signal, reading, definition.direction),
        latest=value_words(definition, latest.value) if latest else _("Ingen tall ennå"),
        period=period_words(definition, latest.period) if latest else "",
        standing=standing_words(series),
        missing=_missing(row),
        target=_target(row),
        spark=_spark(reading),
    )


def _target(row: Row) -> str:
    target = row.series.target
    return "" if target is None else value_words(row.series.definition, target)


def _missing(row: Row) -> str:
    """Which figure should have been there; the newest of those that should."""
    found: list[date] = missing(row.series)
    if not found:
        return ""
    newest = period_words(row.series.definition, found[0])
    if len(found) == 1:
        return _("%(period)s mangler") % {"period": newest}
    return _("%(period)s og %(n)s til mangler") % {"period": newest, "n": len(found) - 1}


def _spark(reading: Reading | None) -> Markup:
    if reading is None:
        return Markup()
    return sparkline(control_picture(reading.drawn, reading.row, bare(reading)).points)
