"""The control chart of a figure, kept as it was drawn: it is the same picture whenever it is read."""

from dataclasses import dataclass
from datetime import date

from styrk.indicators.pictures import centre_name
from styrk.indicators.spc import Kind
from styrk.ui.charts import ControlChart, Mark, Part, Point, Remark, Rhythm, Tone

# Finer than anything that is measured, and short in the file.
DECIMALS = 6
LINES = ("value", "centre", "low", "high", "low95", "high95", "target")


@dataclass(frozen=True)
class Plotted:
    """A point with the lines that hold there: as `ui.charts.Point`, its marks as codes."""

    period: str
    value: float | None = None
    centre: float | None = None
    low: float | None = None
    high: float | None = None
    low95: float | None = None
    high95: float | None = None
    target: float | None = None
    mark: str = ""
    tone: str = ""
    excluded: bool = False
    waiting: bool = False
    part: int = 1


@dataclass(frozen=True)
class Remarked:
    """What happened, or was done, at the point of this place: as `ui.charts.Remark`."""

    place: int
    text: str
    action: bool = False


@dataclass(frozen=True)
class Charted:
    """`kind`: which control chart. `unsettled`: the parts that do not swing by chance. `frozen`: how many
    of the first points the limits are from, 0 for all."""

    kind: str
    points: tuple[Plotted, ...]
    unsettled: tuple[bool, ...] = ()
    frozen: int = 0
    ceiling: float | None = None
    remarks: tuple[Remarked, ...] = ()


def kept(chart: ControlChart, kind: Kind) -> Charted:
    """As plain data, of a chart of months or other periods."""
    return Charted(
        kind=kind.value,
        points=tuple(_plotted(point) for point in chart.points),
        unsettled=tuple(part.unsettled for part in chart.parts),
        frozen=chart.frozen,
        ceiling=chart.ceiling,
        remarks=tuple(Remarked(one.place, one.text, one.action) for one in chart.remarks),
    )


def _plotted(point: Point) -> Plotted:
    lines = {name: rounded(getattr(point, name)) for name in LINES}
    return Plotted(
        period=str(point.at),
        mark=point.mark.value,
        tone=point.tone.value,
        excluded=point.excluded,
        waiting=point.waiting,
        part=point.part,
        **lines,
    )


def rounded(value: float | None) -> float | None:
    return None if value is None else round(value, DECIMALS)


def drawn(
    one: Charted, *, title: str, rhythm: Rhythm, measured_in: str, decimals: int, words: str
) -> ControlChart:
    """The chart again."""
    return ControlChart(
        title=title,
        points=[_point(point) for point in one.points],
        rhythm=rhythm,
        measured_in=measured_in,
        decimals=decimals,
        ceiling=one.ceiling,
        centre_is=centre_name(Kind(one.kind)),
        parts=[Part(unsettled=each) for each in one.unsettled],
        remarks=[Remark(each.place, each.text, each.action) for each in one.remarks],
        frozen=one.frozen,
        words=words,
    )


def _point(one: Plotted) -> Point:
    return Point(
        at=date.fromisoformat(one.period),
        mark=Mark(one.mark),
        tone=Tone(one.tone),
        excluded=one.excluded,
        waiting=one.waiting,
        part=one.part,
        **{name: getattr(one, name) for name in LINES},
    )
