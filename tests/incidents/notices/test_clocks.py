"""The clocks, over invented moments."""

from datetime import UTC, date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as some

from styrk.core.clock import OSLO, day
from styrk.core.workdays import easter_sunday, holidays
from styrk.incidents.notices.clocks import Clock, Start, Unit, due, virkedag, without_saturdays

moments = some.datetimes(datetime(1995, 1, 1), datetime(2095, 1, 1), timezones=some.just(UTC)).map(
    lambda at: at.replace(microsecond=0)
)
numbers = some.integers(1, 30)
SUNDAY = 6


def clock(unit, number):
    return Clock(unit, Start.EVENT, number)


@given(moments, numbers)
def test_hours_are_hours_whatever_the_wall_says(at, number):
    assert due(clock(Unit.HOURS, number), at).astimezone(UTC) - at == timedelta(hours=number)


@given(moments, numbers)
def test_working_days_end_on_one_and_count_none_other(at, number):
    start, end = day(at), due(clock(Unit.WORKING_DAYS, number), at)
    on = end.date()
    counted = [start + timedelta(days=n) for n in range(1, (on - start).days + 1)]

    assert (end.hour, end.minute, end.second, end.tzinfo) == (23, 59, 59, OSLO)
    assert on.weekday() != SUNDAY
    assert on not in holidays(on.year)
    working = [d for d in counted if d.weekday() != SUNDAY and d not in holidays(d.year)]
    assert len(working) == number


@given(some.dates(date(1995, 1, 1), date(2095, 1, 1)), numbers)
def test_the_reading_with_saturdays_is_never_the_later(on, number):
    assert virkedag(on, number) <= without_saturdays(on, number)


@given(moments, numbers)
def test_days_end_that_many_days_later(at, number):
    assert (due(clock(Unit.DAYS, number), at).date() - day(at)).days == number


@given(moments, some.integers(1, 24))
def test_months_keep_the_date_or_take_the_months_last(at, number):
    start, end = day(at), due(clock(Unit.MONTHS, number), at).date()

    assert (end.year - start.year) * 12 + end.month - start.month == number
    assert end.day == start.day or (end + timedelta(days=1)).day == 1


@given(moments, numbers)
def test_hours_told_in_oslo_are_the_same_hours(at, number):
    told = at.astimezone(OSLO)

    assert due(clock(Unit.HOURS, number), told) == due(clock(Unit.HOURS, number), at)


def test_three_months_from_the_last_of_november():
    sent = datetime(2026, 11, 30, 12, tzinfo=OSLO)

    assert due(clock(Unit.MONTHS, 3), sent).isoformat() == "2027-02-28T23:59:59+01:00"


def test_at_once_has_no_date():
    assert due(clock(Unit.AT_ONCE, 0), datetime(2026, 1, 1, tzinfo=UTC)) is None


def test_easter_as_the_almanac_has_it():
    known = [(2024, 3, 31), (2025, 4, 20), (2026, 4, 5), (2027, 3, 28), (2038, 4, 25)]

    assert [easter_sunday(year) for year, _, _ in known] == [date(*one) for one in known]
