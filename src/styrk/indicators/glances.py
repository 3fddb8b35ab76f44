"""How a series stands in a row of a table: all that is said of it there, and its small picture.

Kept beside the signal when the series is read, so that a page with sixty rows reads sixty rows. It
holds until a day on which it would be said otherwise though no value has come: a period has passed, a
figure is overdue, a target or a definition comes into force.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from styrk.indicators import periods
from styrk.indicators.drawing import bare
from styrk.indicators.pictures import control_picture
from styrk.indicators.readings import Reading
from styrk.indicators.series import Point, Series, Standing, following, in_force
from styrk.ui.charts import strokes

# How many periods a table's small pictures show, and looks for figures that are missing in.
SHOWN = 36


@dataclass(frozen=True, slots=True)
class Glance:
    """What a row says. `latest` and what it is of; `waits`: a period, the day its figure is expected, and
    how many periods that is behind; `few`: a period with too few to be shown; `parts`: so many of so many
    units in the latest; `missing`: the newest period without a figure, and how many there are; `aside`: a newer period than that of
    the latest, that somebody has left out.
    """

    rhythm: str
    direction: str
    decimals: int
    measured_in: str
    latest: tuple[date, float] | None = None
    waits: tuple[date, date, int] | None = None
    few: date | None = None
    parts: tuple[int, int] | None = None
    missing: tuple[date, int] | None = None
    aside: date | None = None
    target: float | None = None
    spark: Mapping[str, str] = field(default_factory=dict)


def glance_of(series: Series, reading: Reading | None) -> Glance:
    """`series` as it is on its day; `reading` None where nothing can be read in it."""
    definition, shown = series.definition, series.points[-SHOWN:]
    last, latest = (shown[-1] if shown else None), newest(series, reading)
    aside = series.latest.period if series.latest is not latest and series.latest else None
    gone = [point.period for point in shown if point.standing is Standing.MISSING]
    return Glance(
        rhythm=definition.rhythm,
        direction=definition.direction,
        decimals=definition.decimals,
        measured_in=definition.measured_in,
        latest=None if latest is None or latest.value is None else (latest.period, latest.value),
        waits=_waits(series, last, series.latest),
        few=last.period if last and last.standing is Standing.TOO_FEW else None,
        parts=(latest.reporting, latest.expected) if latest and latest.is_partial else None,
        missing=(gone[-1], len(gone)) if gone else None,
        aside=aside,
        target=series.target,
        spark=_drawn(reading) if reading else {},
    )


def newest(series: Series, reading: Reading | None) -> Point | None:
    """The newest figure that can be judged, and that nobody has left out."""
    aside = reading.aside if reading else set()
    known = (p for p in reversed(series.points) if p.standing is Standing.KNOWN)
    return next((p for p in known if p.period not in aside), None)


def _waits(
    series: Series, last: Point | None, latest: Point | None
) -> tuple[date, date, int] | None:
    if last is None or last.standing is not Standing.WAITING:
        return None
    return last.period, last.expected_on, behind(series, latest, last) if latest else 0


def behind(series: Series, latest: Point, last: Point) -> int:
    """How many periods lie between the newest figure and the newest period."""
    between = periods.between(series.definition.rhythm, latest.period, last.period)
    return sum(1 for _one in between) - 1


def _drawn(reading: Reading) -> dict[str, str]:
    drawn = control_picture(reading.drawn, reading.row, bare(reading), last=SHOWN)
    return strokes(drawn.points)


def holds_until(series: Series) -> date | None:
    """The first day after `upto` on which the glance is another; None where only new figures change it."""
    days = [since for since, _value in series.targets]
    days += [p.expected_on for p in series.points[-SHOWN:] if p.standing is Standing.WAITING]
    if series.points:
        coming = following(series.definitions, series.points[-1].period)
        days.append(periods.ends(in_force(series.definitions, coming).rhythm, coming))
    return min((day for day in days if day > series.upto), default=None)


def as_json(glance: Glance) -> dict[str, Any]:
    """Plain data, without what is empty."""
    found = {name: getattr(glance, name) for name in Glance.__slots__}
    return {name: _plain(value) for name, value in found.items() if value not in (None, "", {})}


def _plain(value: Any) -> Any:
    if isinstance(value, date):
        return value.isoformat()
    return [_plain(one) for one in value] if isinstance(value, tuple) else value


def from_json(said: Mapping[str, Any]) -> Glance:
    latest, waits, few, missing = (said.get(name) for name in ("latest", "waits", "few", "missing"))
    return Glance(
        rhythm=said["rhythm"],
        direction=said["direction"],
        decimals=said["decimals"],
        measured_in=said.get("measured_in", ""),
        latest=(_day(latest[0]), latest[1]) if latest else None,
        waits=(_day(waits[0]), _day(waits[1]), waits[2]) if waits else None,
        few=_day(few) if few else None,
        parts=_pair(said.get("parts")),
        missing=(_day(missing[0]), missing[1]) if missing else None,
        aside=_day(said["aside"]) if "aside" in said else None,
        target=said.get("target"),
        spark=said.get("spark", {}),
    )


def _day(text: str) -> date:
    return date.fromisoformat(text)


def _pair(told: Sequence[int] | None) -> tuple[int, int] | None:
    return (told[0], told[1]) if told else None
