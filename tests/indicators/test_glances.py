"""How a series stands in a table is kept, and holds until the day it stands otherwise."""

from datetime import date, timedelta
from decimal import Decimal

import pytest

from styrk.indicators import commands
from styrk.indicators.glances import as_json, from_json, glance_of, holds_until
from styrk.indicators.models import SeriesGlance, Signal
from styrk.indicators.queries import series
from styrk.indicators.queries.glances import shown_at
from styrk.indicators.readings import evaluate
from styrk.indicators.signals import read_stale, seen_at

OCTOBER = date(2026, 10, 1)


def month(number):
    return date(2025 + (number - 1) // 12, (number - 1) % 12 + 1, 1)


@pytest.fixture
def falls(define, record, value, world):
    """Every month until September 2026, whose values are there ten days after the month."""
    falls = define("falls", lag_days=10)
    numbers = [12, 9, 11, 14, 10, 8, 13, 11, 9, 12, 10, 11, 13, 9, 12, 10, 14, 8, 11, 12, 10]
    record(values=[value(falls, world.ward, month(n + 1), x, 100) for n, x in enumerate(numbers)])
    return falls


def glance(indicator, unit, on):
    found = series(indicator, unit, upto=on)
    (reading,) = evaluate([found])
    return glance_of(found, reading)


def test_it_is_the_same_after_a_night_in_the_database(falls, world):
    found = glance(falls, world.ward, date(2026, 11, 5))

    assert found.latest == (date(2026, 9, 1), 10.0)
    assert found.waits == (OCTOBER, date(2026, 11, 11), 1)
    assert set(found.spark) == {"band", "centre", "line", "end"}
    assert from_json(as_json(found)) == found


def test_it_holds_until_the_figure_is_overdue_and_then_until_the_month_is_over(falls, world):
    waiting = series(falls, world.ward, upto=date(2026, 11, 5))
    late = series(falls, world.ward, upto=date(2026, 11, 11))

    assert holds_until(waiting) == date(2026, 11, 11)
    assert holds_until(late) == date(2026, 11, 30)
    assert glance(falls, world.ward, date(2026, 11, 11)).missing == (OCTOBER, 1)
    assert glance(falls, world.ward, date(2026, 11, 30)).waits[0] == date(2026, 11, 1)


def test_a_target_that_comes_into_force_ends_it(falls, world, quality_adviser, now):
    commands.set_target(
        indicator=falls,
        unit=None,
        valid_from=date(2026, 11, 8),
        value=Decimal(8),
        by=quality_adviser,
        now=now,
    )

    assert holds_until(series(falls, world.ward, upto=date(2026, 11, 5))) == date(2026, 11, 8)
    assert glance(falls, world.ward, date(2026, 11, 8)).target == 8


def test_without_figures_it_holds_until_there_is_one(define, world):
    assert holds_until(series(define("new"), world.ward, upto=OCTOBER)) is None


def test_the_job_reads_anew_what_stands_otherwise_today_and_then_has_no_more_to_do(falls, world):
    read_stale(date(2026, 11, 5))
    (before,) = [row.said for row in shown_at(world.ward, date(2026, 11, 10))]
    (outdated,) = [row.said for row in shown_at(world.ward, date(2026, 11, 11))]
    assert (before["waits"][0], outdated) == ("2026-10-01", None)

    done = read_stale(date(2026, 11, 11))

    assert done == Signal.objects.count()
    assert read_stale(date(2026, 11, 11)) == 0
    (row,) = seen_at(world.ward, date(2026, 11, 11))
    assert row[1].missing == (OCTOBER, 1)


def test_a_page_does_not_wait_for_the_job(falls, record, world):
    read_stale(date(2026, 11, 5))
    record(falls, world.ward, OCTOBER, 33, 100)

    ((shown, found),) = seen_at(world.ward, date(2026, 11, 5))

    assert (shown.said, found.latest) == (None, (OCTOBER, 33.0))
    assert "outside_high" in shown.kinds


def test_what_is_new_stays_new_until_there_is_another_figure(falls, record, world, now):
    read_stale(date(2026, 11, 5))
    record(falls, world.ward, OCTOBER, 33, 100)
    read_stale(date(2026, 11, 5))
    read_stale(date(2026, 11, 30))
    assert Signal.objects.get(unit=world.ward).newly

    later = now + timedelta(days=20)
    record(falls, world.ward, date(2026, 11, 1), 34, 100, at=later)
    read_stale(date(2026, 12, 5))

    assert not Signal.objects.get(unit=world.ward).newly


def test_a_retired_indicator_is_not_read_again_and_again(falls, world, quality_adviser, now):
    commands.retire_indicator(
        indicator=falls,
        reason="Telles ikke",
        last_day=date(2026, 11, 20),
        by=quality_adviser,
        now=now,
    )
    for day in (date(2026, 11, 5), date(2026, 11, 30), date(2027, 6, 1)):
        while read_stale(day):
            pass

    assert set(SeriesGlance.objects.values_list("until", flat=True)) == {None}
