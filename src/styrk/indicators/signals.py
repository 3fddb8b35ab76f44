"""Keeping what every series tells as it stands, so that no page has to read them."""

from collections.abc import Iterator, Sequence
from datetime import date

from django.db import transaction
from django.db.models import Q

from styrk.indicators.glances import Glance, as_json, from_json, glance_of, holds_until, newest
from styrk.indicators.models import Indicator, SeriesGlance, Signal
from styrk.indicators.queries import series_of
from styrk.indicators.queries.glances import Shown, shown_at
from styrk.indicators.queries.looking import asked_marks, marks_in
from styrk.indicators.readings import Reading, evaluate
from styrk.indicators.series import Series
from styrk.indicators.states import Of
from styrk.organisation.models import Unit

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
    """Read series that have changed anew, some at a time, and then those that stand otherwise today than
    when they were read; gives how many. 0 when none are left.

    Series that another worker reads are left to it. One that changes meanwhile becomes stale again:
    whoever records waits for the row.
    """
    with transaction.atomic():
        for waiting in (Q(stale=True), Q(stale=False, glance__until__lte=on)):
            rows = Signal.objects.select_for_update(no_key=True, of=("self",), skip_locked=True)
            found = list(rows.filter(waiting).select_related("indicator").order_by("pk")[:AT_ONCE])
            if found:
                _read(found, on)
                return len(found)
    return 0


def _read(signals: Sequence[Signal], on: date) -> None:
    pairs = [(one.indicator, one.unit_id) for one in signals]
    marks = asked_marks([(one.indicator_id, one.unit_id) for one in signals])
    found = series_of(pairs, upto=on, along=[marks])
    series = [found[one.indicator_id, one.unit_id, Of.ACTUAL] for one in signals]
    readings = evaluate(series, marks_in(marks))
    for signal, reading in zip(signals, readings, strict=True):
        _keep(signal, reading)
    Signal.objects.bulk_create(
        signals, update_conflicts=True, unique_fields=["pk"], update_fields=KEPT
    )
    SeriesGlance.objects.bulk_create(
        [_glance(*each) for each in zip(signals, series, readings, strict=True)],
        update_conflicts=True,
        unique_fields=["signal"],
        update_fields=["until", "said"],
    )


def _glance(signal: Signal, series: Series, reading: Reading | None) -> SeriesGlance:
    said = as_json(glance_of(series, reading))
    return SeriesGlance(signal=signal, until=holds_until(series), said=said)


def _keep(signal: Signal, reading: Reading | None) -> None:
    before, seen = signal.kinds, (signal.period, signal.figure)
    signal.stale = False
    if reading is None:
        signal.period = signal.figure = signal.p = signal.moved = None
        signal.points, signal.kinds, signal.newly = 0, [], False
        signal.chart = signal.variation = signal.assurance = ""
        return
    latest = newest(reading.series, reading)
    signal.period = latest.period if latest else None
    signal.figure = latest.value if latest else None
    signal.points, signal.chart = reading.known, reading.chart.value
    signal.kinds = [one.value for one in reading.signals]
    signal.variation, signal.assurance = reading.variation, reading.assurance
    signal.p, signal.moved = reading.p, reading.moved
    fresh = bool(set(signal.kinds) - set(before))
    # What is new stays so until there is another figure, however often the series is read.
    signal.newly = fresh or (signal.newly and seen == (signal.period, signal.figure))


def seen_at(unit: Unit, on: date) -> list[tuple[Shown, Glance]]:
    """All indicators that tell of a unit, in the order of a report. One query, and two more where some
    wait for the job: they are read here and now.
    """
    rows = shown_at(unit, on)
    now = dict(_read_now([row for row in rows if row.said is None], unit, on))
    return [now[row.pk] if row.said is None else (row, from_json(row.said)) for row in rows]


def _read_now(
    rows: Sequence[Shown], unit: Unit, on: date
) -> Iterator[tuple[int, tuple[Shown, Glance]]]:
    if not rows:
        return
    pairs = [(Indicator(pk=row.pk), unit.pk) for row in rows]
    marks = asked_marks([(row.pk, unit.pk) for row in rows])
    found = series_of(pairs, upto=on, along=[marks])
    series = [found[row.pk, unit.pk, Of.ACTUAL] for row in rows]
    readings = evaluate(series, marks_in(marks))
    for row, one, reading in zip(rows, series, readings, strict=True):
        yield row.pk, (_as_read(row, reading), glance_of(one, reading))


def _as_read(row: Shown, reading: Reading | None) -> Shown:
    if reading is None:
        return row._replace(points=0, kinds=(), variation="", assurance="")
    return row._replace(
        points=reading.known,
        kinds=[one.value for one in reading.signals],
        variation=reading.variation,
        assurance=reading.assurance,
    )
