"""What a chart is told beside its figures."""

from collections.abc import Sequence

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
