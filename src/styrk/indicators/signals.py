"""Keeping what every series tells as it stands, so that no page has to read thousands of them."""

from collections.abc import Sequence
from datetime import date

from django.db import transaction

from styrk.indicators.models import Signal
from styrk.indicators.queries import marks_of, series_of
from styrk.indicators.readings import Reading, evaluate
from styrk.indicators.states import Of

AT_ONCE = 1000
KEPT = (
    "stale",
    "period",
    "figure",
    "points",
    "chart",
    "kinds",
    "variation",
    "assurance",
    "p",
    "moved",
    "newly",
)


def read_stale(on: date) -> int:
    """Read series that have changed anew, some at a time; gives how many. 0 when none are left.

    Series that another worker reads are left to it. One that changes meanwhile becomes stale again:
    whoever records waits for the row.
    """
    with transaction.atomic():
        stale = Signal.objects.select_for_update(of=("self",), skip_locked=True)
        found = list(stale.filter(stale=True).select_related("indicator").order_by("pk")[:AT_ONCE])
        if found:
            _read(found, on)
    return len(found)


def _read(signals: Sequence[Signal], on: date) -> None:
    pairs = [(one.indicator, one.unit_id) for one in signals]
    series = series_of(pairs, upto=on)
    marks = marks_of([(one.indicator_id, one.unit_id) for one in signals])
    readings = evaluate(
        [series[one.indicator_id, one.unit_id, Of.ACTUAL] for one in signals], marks
    )
    for signal, reading in zip(signals, readings, strict=True):
        _keep(signal, reading)
    Signal.objects.bulk_create(
        signals, update_conflicts=True, unique_fields=["pk"], update_fields=KEPT
    )


def _keep(signal: Signal, reading: Reading | None) -> None:
    before = signal.kinds
    signal.stale = False
    if reading is None:
        signal.period = signal.figure = signal.p = signal.moved = None
        signal.points, signal.kinds, signal.newly = 0, [], False
        signal.chart = signal.variation = signal.assurance = ""
        return
    latest = reading.series.latest
    signal.period = latest.period if latest else None
    signal.figure = latest.value if latest else None
    signal.points, signal.chart = reading.known, reading.chart.value
    signal.kinds = [one.value for one in reading.signals]
    signal.variation, signal.assurance = reading.variation, reading.assurance
    signal.p, signal.moved = reading.p, reading.moved
    signal.newly = bool(set(signal.kinds) - set(before))
