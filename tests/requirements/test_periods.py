from datetime import date

import pytest

from styrk.requirements import periods


@pytest.mark.parametrize(
    ("period", "first", "last"),
    [
        ("2026", date(2026, 1, 1), date(2026, 12, 31)),
        ("2026-T1", date(2026, 1, 1), date(2026, 4, 30)),
        ("2026-T3", date(2026, 9, 1), date(2026, 12, 31)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2026-12", date(2026, 12, 1), date(2026, 12, 31)),
    ],
)
def test_a_period_has_a_first_and_a_last_day(period, first, last):
    assert (periods.first_day(period), periods.last_day(period)) == (first, last)


@pytest.mark.parametrize(
    ("rhythm", "day", "now", "ended"),
    [
        ("monthly", date(2026, 1, 5), "2026-01", "2025-12"),
        ("tertial", date(2026, 5, 1), "2026-T2", "2026-T1"),
        ("tertial", date(2026, 4, 30), "2026-T1", "2025-T3"),
        ("yearly", date(2026, 12, 31), "2026", "2025"),
    ],
)
def test_the_period_of_a_day_and_the_last_that_ended(rhythm, day, now, ended):
    assert periods.period_of(rhythm, day) == now
    assert periods.last_ended(rhythm, day) == ended


@pytest.mark.parametrize(
    "text", ["2026-T4", "2026-13", "0000-01", "0001-01", "9999-12", "2026-10\n", "٢٠٢٦-10"]
)
def test_what_is_no_period_is_refused(text):
    assert not periods.has_begun(text, date(2026, 11, 22))
    with pytest.raises(ValueError, match=text):
        periods.first_day(text)
