"""The icon, the table and the page of a chart say the same of a series, whatever its shape."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from itertools import product

import numpy as np
import pytest

from styrk.indicators import periods, words
from styrk.indicators.glances import glance_of, newest
from styrk.indicators.models import Definition, Indicator, SeriesMark
from styrk.indicators.presenters.chart import signal_words
from styrk.indicators.presenters.figures import standing_words
from styrk.indicators.presenters.telling import told
from styrk.indicators.readings import Signals, evaluate
from styrk.indicators.series import Kept, Series, laid_out
from styrk.indicators.spc import Kind as Drawn

JAN = date(2023, 1, 1)
LENGTH = 30
SHAPES = {
    "calm": lambda y: y,
    "higher": lambda y: y + 6 * (np.arange(LENGTH) >= 20),
    "lower for a while": lambda y: y - 6 * ((np.arange(LENGTH) >= 6) & (np.arange(LENGTH) < 17)),
    "rising": lambda y: y + np.arange(LENGTH) * 0.4,
    "seven up, and no more": lambda y: y + 1.1 * (np.arange(LENGTH) >= LENGTH - 7),
    "one far out long ago": lambda y: np.where(np.arange(LENGTH) == 9, y + 25, y),
    "one far out now": lambda y: np.where(np.arange(LENGTH) == LENGTH - 1, y + 25, y),
    "two of three near the limit": lambda y: np.where(np.arange(LENGTH) >= LENGTH - 2, 15.2, y),
    "few": lambda y: np.where(np.arange(LENGTH) < 9, y, np.nan),
    "holes": lambda y: np.where(np.arange(LENGTH) % 5 == 2, np.nan, y),
    "flat": lambda _y: np.full(LENGTH, 10.0),
    "rare": lambda y: np.where(y > 12, 1.0, 0.0),
}
MARKS = {
    "none": [],
    "newest left out": [("exclude", LENGTH - 1)],
    "one left out": [("exclude", 9)],
    "split": [("split", 20)],
    "split just now": [("split", LENGTH - 3)],
    "frozen": [("freeze", 14)],
}
KINDS = {
    "proportion": 100,
    "rate": 3000,
    "count": None,
    "mean": 50,
    "single": None,
    "between": None,
}


def month(step: int) -> date:
    return periods.moved("month", JAN, step)


def series_of(numbers, kind, direction, number) -> Series:
    low = KINDS[kind]
    definition = Definition(
        number=1, valid_from=JAN, kind=kind, rhythm="month", direction=direction, factor=Decimal(1)
    )
    kept = {
        month(step): Kept(float(one), low, own=True, reporting=1)
        for step, one in enumerate(numbers.tolist())
        if one == one
    }
    upto = periods.ends("month", month(LENGTH - 1))
    points = tuple(laid_out([definition], kept, upto, planned=False))
    return Series(Indicator(pk=number), 1, "actual", upto, (definition,), points)


@pytest.mark.parametrize("marked", MARKS)
@pytest.mark.parametrize("shape", SHAPES)
def test_never_alarm_in_one_place_and_nothing_in_another(shape, marked):
    rng = np.random.default_rng(sum(map(ord, shape)))
    asked = []
    for number, (kind, way, _again) in enumerate(product(KINDS, ("up", "down", "neutral"), "ab")):
        y = np.clip(np.round(SHAPES[shape](rng.normal(10, 2, LENGTH))), 0, None)
        asked.append(series_of(y, kind, way, number))
    marks = {
        (one.indicator.pk, 1): [SeriesMark(kind=k, period=month(at)) for k, at in MARKS[marked]]
        for one in asked
    }

    for reading in evaluate(asked, marks):
        agree(reading)


def agree(reading) -> None:
    table = told(None, reading, reading.series.definition.direction)
    page = signal_words(reading)
    now = [one for one in page if not one.startswith("Tidligere: ")]
    if reading.needed:
        assert page == table.sentences
        assert (reading.signals, table.variation, table.signals) == ([], "", False)
        return
    calm = words.nothing_stands_out()
    assert (now == [calm]) == (table.sentences == [calm]) == (not reading.signals)
    assert (table.variation == "common") == (not reading.signals) == (not table.signals)
    if reading.signals:
        assert len(now) == len(table.sentences)
        assert calm not in page
    for code, high, low in (
        (Signals.OUTSIDE_HIGH, "høyere enn tilf", "lavere enn tilf"),
        (Signals.SHIFT_HIGH, "ligger alle over", "ligger alle under"),
    ):
        assert (code in reading.signals) == any(high in one for one in now)
        other = Signals(code.value.replace("high", "low"))
        assert (other in reading.signals) == any(low in one for one in now)
    assert not (reading.chart is Drawn.RUN and any("tilf" in one for one in page))


@pytest.mark.parametrize("way", ["up", "down"])
@pytest.mark.parametrize("kind", KINDS)
def test_whether_the_target_is_reached_is_read_of_the_limits_that_are_drawn(kind, way):
    rng = np.random.default_rng(7)
    y = np.clip(np.round(rng.normal(10, 2, LENGTH)), 1, None)
    (bare,) = evaluate([series_of(y, kind, way, 1)])
    low, high = bare.low[-1], bare.high[-1]
    xmr = bare.icons.limits
    between = (high + float(xmr.high[bare.row, LENGTH - 1])) / 2

    def read(target):
        series = replace(series_of(y, kind, way, 1), targets=((JAN, target),))
        return evaluate([series])[0].assurance

    over, under = ("pass", "fail") if way == "down" else ("fail", "pass")
    assert read(high * 1.01) == over
    assert read(high * 0.99) == "inconsistent"
    assert read(between) == (over if between > high * (1 + 1e-9) else "inconsistent")
    assert read(low - 1) == under
    assert read(None) == ""


def test_a_run_chart_has_no_limits_so_those_of_an_xmr_speak():
    y = np.full(LENGTH, 10.0) + np.arange(LENGTH) % 3
    series = replace(series_of(y, "single", "down", 1), targets=((JAN, 40.0),))
    series.definition.chart = "run"

    (reading,) = evaluate([series])

    assert (reading.chart, reading.assurance) == (Drawn.RUN, "pass")


def test_what_is_left_out_is_not_what_stands_now():
    y = np.full(LENGTH, 10.0) + np.arange(LENGTH) % 3
    y[-1] = 60
    series = series_of(y, "proportion", "down", 1)
    left_out = {(1, 1): [SeriesMark(kind="exclude", period=month(LENGTH - 1))]}

    (alarm,), (calm,) = evaluate([series]), evaluate([series], left_out)

    assert (alarm.variation, newest(series, alarm).period) == ("concern", month(LENGTH - 1))
    assert (calm.signals, calm.variation) == ([], "common")
    assert newest(series, calm).period == month(LENGTH - 2)
    assert standing_words(glance_of(series, calm)) == "juni 25 er holdt utenfor"
    assert abs(calm.moved) < 0.02 < alarm.moved
    assert alarm.p < 0.001 < 0.1 < calm.p
