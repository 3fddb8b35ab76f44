from datetime import date

import pytest

from styrk.core.workdays import easter_sunday, is_working_day, working_day


@pytest.mark.parametrize(
    ("year", "easter"),
    [
        (1961, date(1961, 4, 2)),
        (2000, date(2000, 4, 23)),
        (2008, date(2008, 3, 23)),
        (2024, date(2024, 3, 31)),
        (2026, date(2026, 4, 5)),
        (2038, date(2038, 4, 25)),
    ],
)
def test_easter(year, easter):
    assert easter_sunday(year) == easter


@pytest.mark.parametrize(
    "on",
    [
        date(2026, 1, 1),
        date(2026, 4, 2),
        date(2026, 4, 3),
        date(2026, 4, 6),
        date(2026, 5, 1),
        date(2026, 5, 14),
        date(2026, 5, 25),
        date(2026, 12, 25),
        date(2026, 11, 21),
        date(2026, 11, 22),
    ],
)
def test_days_off(on):
    assert not is_working_day(on)


def test_counting_working_days():
    assert is_working_day(date(2026, 4, 1))
    assert working_day(date(2026, 3, 31), 1) == date(2026, 4, 1)
    assert working_day(date(2026, 3, 31), 2) == date(2026, 4, 7)
    assert working_day(date(2026, 10, 31), 10) == date(2026, 11, 13)
