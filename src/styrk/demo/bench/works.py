"""Work that is no page: control charts, ten thousand series at once, a report end to end, and the maps' night.

Each gives what it found beside what it may cost, measured in the same run on the same machine.
"""

import json
import time
from collections.abc import Callable, Iterator
from dataclasses import asdict
from datetime import date, datetime, timedelta
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

from django.db import transaction

from styrk.access.queries import standing_of
from styrk.compliance.jobs import keep_the_maps
from styrk.compliance.models import Night
from styrk.core import clock, scope
from styrk.demo.bench import recurring
from styrk.demo.bench.found import Found, Work
from styrk.demo.bench.titles import WORKS
from styrk.demo.region.measuring import KEEPER
from styrk.indicators import periods as months
from styrk.indicators.models import Definition, Indicator
from styrk.indicators.readings import evaluate
from styrk.indicators.series import Kept, Series, laid_out
from styrk.indicators.spc.charts import control_charts
from styrk.indicators.spc.kinds import Kind
from styrk.indicators.spc.points import Points, points
from styrk.indicators.states import Direction, Of, Rhythm
from styrk.organisation.models import Appointment, Person, Unit
from styrk.requirements import periods
from styrk.review import commands, layouts, queries
from styrk.review.layouts import Layout
from styrk.review.models import Version
from styrk.review.pack import digest_of, from_json
from styrk.review.pack.files import Whole, written
from styrk.review.queries import Subject

SERIES = Path(__file__).parent / "series.json"
# Seconds for one chart without drawing it, qicharts2 in R on a server with two cores.
IN_R = {24: 0.020, 120: 0.100}
TIMES_QUICKER = 200
MANY, MOST_SECONDS = 10_000, 2.0
UNITS, MOST_NIGHT = 5_000, 300.0
LAYOUT, MOST_REPORT = "tertialrapport", 30.0
KINDS = (Kind.RUN, Kind.I, Kind.P, Kind.U)
# One by one so many are enough.
REPEATS, ALONE = 3, 40
WORDS = "Ventetiden går ned, og sykefraværet er som i fjor. Vi følger de to klinikkene som ligger etter."


def charts(_now: datetime) -> Iterator[Found]:
    """The same series as R was timed on: two hundred charts in one call, and one in each."""
    for length, seconds in IN_R.items():
        together = _timed(lambda n=length: _together(n)) / _number(length) / len(KINDS)  # type: ignore[misc]
        alone = _timed(lambda n=length: _alone(n)) / ALONE / len(KINDS)  # type: ignore[misc]
        what = f"x raskere enn R, {length} punkter"
        yield Found(what, seconds / together, TIMES_QUICKER, at_least=True)
        yield Found(f"{what}, ett og ett", seconds / alone, None, at_least=True)


def many(now: datetime) -> Iterator[Found]:
    """Everything the page of a board reads: chart, signals, variation and assurance of each series."""
    series = list(_series(clock.day(now)))
    started = time.perf_counter()
    evaluate(series)
    yield Found("s for 10 000 serier", time.perf_counter() - started, MOST_SECONDS)


def report(now: datetime) -> Iterator[Found]:
    """A report for four months: written and sent by every trust, compiled above, as PDF. Undone again."""
    layout = layouts.layout(LAYOUT)
    top = Unit.objects.filter(code=KEEPER).first()
    if layout is None or top is None:
        return
    period = periods.last_ended(layout.rhythm, clock.day(now))
    started = time.perf_counter()
    with transaction.atomic():
        below = queries.senders_below(top, layout, period)
        for unit in below:
            _send(unit, layout, period, now)
        version = _send(top, layout, period, now)
        sent = time.perf_counter()
        whole = Whole(from_json(version.content), version)
        paper = written(whole, "pdf", now, invented=True)
        transaction.set_rollback(True)
    ended = time.perf_counter()
    yield Found(f"s i alt, {len(below)} foretak", ended - started, MOST_REPORT)
    yield Found("s derav PDF", ended - sent, None)
    yield Found("kB PDF", len(paper) / 1000, None)


def night(now: datetime) -> Iterator[Found]:
    """The map of every unit there is, pictured for the first time and the night after. Undone again.

    The seconds are told for 5,000 units, in proportion to those there are.
    """
    turns = []
    with transaction.atomic():
        for at in (now, now + timedelta(days=1)):
            started = time.perf_counter()
            keep_the_maps(at)
            turns.append(time.perf_counter() - started)
        with scope.acting(scope.SYSTEM):
            units = Night.objects.get(on=clock.day(now)).units
        transaction.set_rollback(True)
    yield Found("enheter er tatt bilde av", units, None)
    for what, seconds in zip(("første natt", "neste natt"), turns, strict=True):
        yield Found(f"s for 5 000 enheter, {what}", seconds * UNITS / units, MOST_NIGHT)


def _send(unit: Unit, layout: Layout, period: str, now: datetime) -> Version:
    """By its leader, who writes what has to be written."""
    today = clock.day(now)
    leader = _leader(unit)
    standing = standing_of(leader, today)
    at: dict[str, Any] = {
        "unit": unit,
        "layout": layout.code,
        "period": period,
        "by": leader,
        "now": now,
    }
    with scope.acting(standing.scope):
        held = commands.begin_report(**at)
        for section in queries.live_content(
            Subject(unit, layout, period, held), standing, today
        ).lacking:
            commands.write_words(section=section.code, text=WORDS, **at)
        content = queries.live_content(Subject(unit, layout, period, held), standing, today)
        return commands.submit_report(report=held, seen=digest_of(content), by=leader, now=now)


def _leader(unit: Unit) -> Person:
    post = Appointment.objects.select_related("person").filter(unit=unit, role="leader").first()
    if post is None:
        raise LookupError(unit.code)
    return post.person


@cache
def _told() -> dict[str, list[dict[str, list[float]]]]:
    told: dict[str, list[dict[str, list[float]]]] = json.loads(SERIES.read_text())
    return told


def _rows(length: int) -> list[dict[str, list[float]]]:
    return _told()[f"len{length}"]


def _number(length: int) -> int:
    return len(_rows(length))


def _given(kind: Kind, rows: list[dict[str, list[float]]]) -> Points:
    if kind in {Kind.P, Kind.U}:
        return points([row["y"] for row in rows], [row["n"] for row in rows])
    return points([row["v"] for row in rows])


def _together(length: int) -> None:
    for kind in KINDS:
        control_charts(kind, _given(kind, _rows(length)))


def _alone(length: int) -> None:
    for kind in KINDS:
        for row in _rows(length)[:ALONE]:
            control_charts(kind, _given(kind, [row]))


def _timed(act: Callable[[], None]) -> float:
    """Seconds, the quickest of some turns: what else the machine does only makes it slower."""
    turns = []
    for _ in range(REPEATS):
        started = time.perf_counter()
        act()
        turns.append(time.perf_counter() - started)
    return min(turns)


def _series(today: date) -> Iterator[Series]:
    """As they are read from the database: proportions of two years and of three."""
    last = months.newest_over(Rhythm.MONTH, today)
    for nth in range(MANY):
        row = _rows(24 if nth % 2 else 120)[nth % 200]
        first = months.moved(Rhythm.MONTH, last, -(23 if nth % 2 else 35))
        definition = Definition(
            number=1,
            valid_from=first,
            kind="proportion",
            rhythm=Rhythm.MONTH,
            direction=Direction.DOWN,
            factor=Decimal(100),
            chart="auto",
        )
        kept = {
            period: Kept(min(y, n), n, own=True, reporting=1)
            for period, y, n in zip(
                months.between(Rhythm.MONTH, first, last), row["y"], row["n"], strict=False
            )
        }
        yield Series(
            indicator=Indicator(pk=nth + 1),
            unit_id=1,
            of=Of.ACTUAL,
            upto=today,
            definitions=(definition,),
            points=tuple(laid_out([definition], kept, today, planned=False)),
        )


DONE_BY: dict[str, Work] = {"charts": charts, "series": many, "tertial": report, "night": night}
DONE_BY |= {"recurring": recurring.speed, "alike": recurring.agreement}


def measured(name: str, now: datetime) -> dict[str, Any]:
    """The figures of a work as plain data; one that cannot be done gives none."""
    found = [asdict(one) | {"met": one.met} for one in DONE_BY[name](now)]
    return {"name": name, "title": WORKS[name], "found": found}
