"""What has changed, a series in each row; and units side by side, an indicator in each."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import groupby

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from styrk.indicators import words
from styrk.indicators.models import Definition, Signal
from styrk.indicators.presenters.comparing import ENOUGH_UNITS
from styrk.indicators.presenters.figures import period_words, value_words
from styrk.indicators.presenters.telling import Told, told
from styrk.indicators.queries import Row
from styrk.indicators.readings import Signals
from styrk.indicators.series import Point, Standing
from styrk.indicators.states import Area, Direction, Kind, MarkKind
from styrk.organisation.models import Unit
from styrk.ui.addresses import address_of
from styrk.ui.charts import change


class Turn(StrEnum):
    """Whether what is another is as wished: the worst first."""

    WORSE = "worse"
    OTHER = "other"
    BETTER = "better"


TURNS: dict[Turn, tuple[Promise, str]] = {
    Turn.WORSE: (gettext_lazy("Til det verre"), "danger"),
    Turn.OTHER: (gettext_lazy("Endret"), "info"),
    Turn.BETTER: (gettext_lazy("Til det bedre"), "success"),
}
# Which way a series has gone, by what signals; the most telling first.
WAYS = {
    Signals.SHIFT_HIGH: 1,
    Signals.SHIFT_LOW: -1,
    Signals.TREND_UP: 1,
    Signals.TREND_DOWN: -1,
    Signals.OUTSIDE_HIGH: 1,
    Signals.OUTSIDE_LOW: -1,
    Signals.TWO_IN_THREE_HIGH: 1,
    Signals.TWO_IN_THREE_LOW: -1,
}
WISHED = {Direction.UP: 1, Direction.DOWN: -1}


def turned(way: float, wished: int) -> Turn:
    """Up or down (`way`), where the one or the other is wished (`wished`); 0 is neither."""
    if not way or not wished:
        return Turn.OTHER
    return Turn.BETTER if (way > 0) == (wished > 0) else Turn.WORSE


@dataclass(frozen=True)
class Changed:
    """A series as the board sees it."""

    signal: Signal
    told: Told
    latest: str
    period: str
    moved: str
    act: str
    says: str

    @property
    def turn(self) -> Turn:
        """As the chart signals; where it does not, as the latest figure is beside those before."""
        ways = (way for kind, way in WAYS.items() if kind in self.told.kinds)
        way = next(ways, self.signal.moved or 0)
        return turned(way, WISHED.get(Direction(self.told.direction), 0))


def changed(
    signal: Signal, definition: Definition, act: str = "", *, stands_out: bool = False
) -> Changed:
    """`act` is where an action is decided from what it tells, if it may be and it tells of something.

    `stands_out` of the list, also where its chart does not signal: then that is what is said of it.
    """
    moved = ""
    if signal.moved is not None:
        moved = change(signal.moved, definition.decimals)
    said = told(signal, None, definition.direction)
    return Changed(
        signal=signal,
        told=said,
        latest=value_words(definition, signal.figure),
        period=period_words(definition, signal.period) if signal.period else "",
        moved=moved,
        act=act if said.asks_for_action else "",
        says=words.stands_out() if stands_out and not said.signals else " ".join(said.sentences),
    )


@dataclass(frozen=True)
class Cell:
    """An indicator at a unit: `period` only where it is another than that of the row's first."""

    unit: Unit
    href: str
    told: Told
    value: str
    period: str


@dataclass(frozen=True)
class Across:
    """One indicator through the units: its name and period, its target, and a cell for each.

    `funnel`: where the units below the first are in a funnel; empty where that would not be fair.
    """

    name: str
    period: str
    target: str
    cells: tuple[Cell, ...]
    funnel: str = ""


def cells(
    tables: Mapping[int, Sequence[Row]], units: Sequence[Unit], at: Callable[[Unit], str]
) -> list[tuple[str, list[Across]]]:
    """The rows by area; every unit has the same."""
    across = zip(*(tables[unit.pk] for unit in units), strict=True)
    rows = [_across(each, units, at) for each in across]
    groups = groupby(rows, key=lambda one: one[0])
    return [(str(Area(area).label), [one for _area, one in each]) for area, each in groups]


def _newest(row: Row) -> Point | None:
    """The newest figure that can be judged, and that nobody has left out."""
    aside = {one.period for one in row.marks if one.kind == MarkKind.EXCLUDE}
    known = (p for p in reversed(row.series.points) if p.standing is Standing.KNOWN)
    return next((p for p in known if p.period not in aside), None)


def _across(
    rows: Sequence[Row], units: Sequence[Unit], at: Callable[[Unit], str]
) -> tuple[str, Across]:
    first = rows[0]
    definition = first.series.definition
    newest = max((p.period for row in rows if (p := _newest(row))), default=None)
    period = period_words(definition, newest) if newest else ""
    home = address_of("indicators:indicator", first.indicator.uuid)
    found = []
    for row, unit in zip(rows, units, strict=True):
        latest = _newest(row)
        value = value_words(definition, latest.value) if latest else _("Ingen tall")
        old = latest is not None and latest.period != newest
        words = period_words(definition, latest.period) if latest and old else ""
        href = f"{home}?{at(unit)}"
        found.append(Cell(unit, href, told(row.signal, None, definition.direction), value, words))
    target = first.series.target
    wanted = "" if target is None else value_words(definition, target)
    funnel = f"{home}?{at(units[0])}#sammenlign" if _is_fair(rows, newest) else ""
    return first.indicator.area, Across(first.indicator.name, period, wanted, tuple(found), funnel)


def _is_fair(rows: Sequence[Row], period: date | None) -> bool:
    """Whether enough of the units below have a share or a rate of the period, as in `comparing`."""
    there = [p for row in rows[1:] if (p := _newest(row)) and p.period == period]
    events = any(point.numerator for point in there)
    shares = rows[0].series.definition.kind in {Kind.PROPORTION, Kind.RATE}
    return shares and events and len(there) >= ENOUGH_UNITS
