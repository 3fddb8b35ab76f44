"""What a chart is told beside its figures."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import Protocol

from styrk.core import clock
from styrk.indicators import periods
from styrk.indicators.pictures import Told
from styrk.indicators.readings import Reading
from styrk.indicators.readings.reading import WISHES
from styrk.indicators.series import Standing
from styrk.indicators.states import Direction, Kind
from styrk.ui.charts import Remark, Rhythm


def bare(reading: Reading) -> Told:
    """For a small picture without words."""
    series = reading.series
    return Told(
        title="",
        moments=[point.period for point in reading.points],
        targets=[series.target_on(point.period) for point in reading.points],
        direction=WISHES[Direction(series.definition.direction)],
    )


def full(reading: Reading, title: str, *, remarks: Sequence[Remark] = (), words: str = "") -> Told:
    """For the chart of a series."""
    series, definition = reading.series, reading.series.definition
    return Told(
        title=title,
        moments=[point.period for point in reading.points],
        rhythm=Rhythm(definition.rhythm),
        measured_in=definition.measured_in,
        decimals=definition.decimals,
        ceiling=float(definition.factor) if definition.kind == Kind.PROPORTION else None,
        targets=[series.target_on(point.period) for point in reading.points],
        waiting=[point.standing is Standing.WAITING for point in reading.points],
        remarks=remarks,
        direction=WISHES[Direction(definition.direction)],
        words=words,
    )


class Noted(Protocol):
    """Something that happened in a period."""

    @property
    def period(self) -> date: ...
    @property
    def text(self) -> str: ...


class Done(Protocol):
    """An action, and when it was carried out."""

    @property
    def title(self) -> str: ...
    @property
    def done_at(self) -> datetime | None: ...


def remarks(reading: Reading, notes: Iterable[Noted], actions: Iterable[Done]) -> list[Remark]:
    """What happened and what was done, each at its period."""
    places = {point.period: place for place, point in enumerate(reading.points)}
    rhythm = reading.series.definition.rhythm
    found = [Remark(places[note.period], note.text) for note in notes if note.period in places]
    for action in actions:
        if action.done_at is None:
            continue
        period = periods.begins(rhythm, clock.day(action.done_at))
        if period in places:
            found.append(Remark(places[period], action.title, action=True))
    return sorted(found, key=lambda one: one.place)
