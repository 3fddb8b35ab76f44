"""The figures behind a picture, as rows of text for the table under it."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import singledispatch

from django.utils.translation import gettext as _

from styrk.ui.charts.data import (
    BarChart,
    BeforeAfter,
    BudgetChart,
    Chart,
    ControlChart,
    CusumChart,
    EwmaChart,
    FunnelChart,
    Point,
)
from styrk.ui.charts.marks import remark_of
from styrk.ui.charts.numbers import figure, level, told
from styrk.ui.charts.periods import Rhythm, spoken

NONE = "–"
# A figure or line that has a column only where some point has it.
LINES = ("centre", "low", "high", "target")


@dataclass(frozen=True, slots=True)
class Rows:
    """One header row, and rows with as many cells. `numbers`: the columns that are figures."""

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    numbers: frozenset[int]


@singledispatch
def as_table(chart: Chart) -> Rows:
    raise TypeError(f"no table of {type(chart).__name__}")


def _cell(value: float | None, decimals: int) -> str:
    known = told(value)
    return NONE if known is None else figure(known, decimals)


def _line(value: float | None, decimals: int) -> str:
    known = told(value)
    return NONE if known is None else level(known, decimals)


def _rows(header: Sequence[str], rows: Sequence[Sequence[str]], numbers: set[int]) -> Rows:
    return Rows(tuple(header), tuple(tuple(row) for row in rows), frozenset(numbers))


@as_table.register
def _control(chart: ControlChart) -> Rows:
    names = {
        "centre": chart.centre_is or _("Midtlinje"),
        "low": _("Nedre grense"),
        "high": _("Øvre grense"),
        "target": _("Mål"),
    }
    kept = [n for n in LINES if any(told(getattr(p, n)) is not None for p in chart.points)]
    header = [_("Periode"), _named(_("Tall"), chart.measured_in), *(names[name] for name in kept)]
    noted = _noted(chart)
    rows = []
    for place, point in enumerate(chart.points):
        lines = [_line(getattr(point, name), chart.decimals) for name in kept]
        value = _value(point, chart.decimals)
        rows.append([spoken(point.at, chart.rhythm), value, *lines, noted[place]])
    return _rows([*header, _("Merknad")], rows, set(range(1, 2 + len(kept))))


def _named(word: str, unit: str) -> str:
    return f"{word} ({unit})" if unit else word


def _value(point: Point, decimals: int) -> str:
    if told(point.value) is not None:
        return figure(point.value or 0, decimals)
    return _("venter") if point.waiting else _("mangler")


def _noted(chart: ControlChart) -> list[str]:
    """What is said of each point: why it stands out, and what people noted there."""
    said = [[remark_of(point)] if told(point.value) is not None else [] for point in chart.points]
    for remark in chart.remarks:
        if 0 <= remark.place < len(said):
            text = _("Tiltak: %(text)s") % {"text": remark.text} if remark.action else remark.text
            said[remark.place].append(text)
    return [". ".join(text for text in one if text) for one in said]


@as_table.register
def _funnel(chart: FunnelChart) -> Rows:
    header = [_("Enhet"), chart.cases_are, _named(_("Tall"), chart.measured_in), _("Merknad")]
    rows = [
        [
            unit.name,
            figure(unit.cases, 0),
            figure(unit.value, chart.decimals),
            _("skiller seg ut") if unit.outlier else "",
        ]
        for unit in chart.units
    ]
    return _rows(header, rows, {1, 2})


@as_table.register
def _before_after(chart: BeforeAfter) -> Rows:
    rows = [
        [
            spoken(point.at, chart.rhythm),
            _("før") if place < chart.split else _("etter"),
            _value(point, chart.decimals),
            remark_of(point),
        ]
        for place, point in enumerate(chart.points)
    ]
    header = [
        _("Periode"),
        _("Før eller etter"),
        _named(_("Tall"), chart.measured_in),
        _("Merknad"),
    ]
    return _rows(header, rows, {2})


@as_table.register
def _bars(chart: BarChart) -> Rows:
    header = [_("Enhet"), _named(_("Tall"), chart.measured_in)]
    unsure = any(told(bar.low) is not None for bar in chart.bars)
    rows = []
    for bar in chart.bars:
        instead = bar.instead or _("mangler")
        value = instead if told(bar.value) is None else _cell(bar.value, chart.decimals)
        edges = [_cell(bar.low, chart.decimals), _cell(bar.high, chart.decimals)]
        rows.append([bar.name, value, *(edges if unsure else [])])
    edges = [_("Trolig fra"), _("Trolig til")]
    return _rows([*header, *(edges if unsure else [])], rows, {1, 2, 3} if unsure else {1})


@as_table.register
def _cusum(chart: CusumChart) -> Rows:
    header = [
        _name(chart.rhythm),
        chart.up_is or _("Stadig høyere enn vanlig"),
        chart.down_is or _("Stadig lavere enn vanlig"),
        _("Merknad"),
    ]
    rows = [
        [
            spoken(step.at, chart.rhythm),
            _cell(step.up, 2),
            _cell(step.down, 2),
            _("når grensa") if step.signal_up or step.signal_down else "",
        ]
        for step in chart.steps
    ]
    return _rows(header, rows, {1, 2})


def _name(rhythm: Rhythm) -> str:
    return _("Nummer") if rhythm is Rhythm.NUMBER else _("Periode")


@as_table.register
def _ewma(chart: EwmaChart) -> Rows:
    header = [
        _name(chart.rhythm),
        _named(_("Tall"), chart.measured_in),
        _("Glattet"),
        _("Nedre grense"),
        _("Øvre grense"),
        _("Merknad"),
    ]
    rows = [
        [
            spoken(point.at, chart.rhythm),
            *(_cell(v, chart.decimals) for v in (point.value, point.mean, point.low, point.high)),
            _("utenfor grensene") if point.outside else "",
        ]
        for point in chart.points
    ]
    return _rows(header, rows, {1, 2, 3, 4})


@as_table.register
def _budget(chart: BudgetChart) -> Rows:
    names = {
        "actual": _("Faktisk"),
        "budget": _("Budsjett"),
        "last_year": _("I fjor"),
        "forecast": _("Årsestimat"),
    }
    kept = [n for n in names if any(told(getattr(p, n)) is not None for p in chart.periods)]
    rows = [
        [
            spoken(period.at, chart.rhythm),
            *(_cell(getattr(period, name), chart.decimals) for name in kept),
        ]
        for period in chart.periods
    ]
    header = [_("Periode"), *(_named(names[name], chart.measured_in) for name in kept)]
    return _rows(header, rows, set(range(1, len(kept) + 1)))
