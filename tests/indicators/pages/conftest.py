from datetime import date

import pytest

from styrk.indicators import periods
from styrk.indicators.types import Value

# What a calm series looks like, and one that has moved.
CALM = (12, 9, 11, 14, 10, 8, 13, 11, 9, 12, 10, 11, 13, 9, 12, 10, 14, 8, 11, 12, 10, 9, 13, 11)
MOVED = (*CALM[:14], 4, 3, 5, 2, 4, 3, 2, 4, 3, 2)


@pytest.fixture
def months():
    """`months(24)`: the first days of so many months, the last of them October 2026."""

    def months(number, last=date(2026, 10, 1)):
        return [periods.moved("month", last, step - number + 1) for step in range(number)]

    return months


@pytest.fixture
def filled(world, record, months):
    """`filled(indicator, CALM)`: values at the ward (or `unit`), the last in October 2026."""

    def filled(indicator, numbers, *, unit=None, of=100, last=date(2026, 10, 1)):
        place = unit or world.ward
        divided = indicator.definitions.get(number=1).is_divided
        values = [
            Value(indicator.pk, place.pk, month, number, of if divided else None)
            for month, number in zip(months(len(numbers), last), numbers, strict=True)
        ]
        return record(values=values)

    return filled


@pytest.fixture
def falls(define):
    return define("falls", name="Opphold med fall")


@pytest.fixture
def calm(falls, filled):
    filled(falls, CALM)
    return falls


@pytest.fixture
def moved(falls, filled):
    filled(falls, MOVED)
    return falls
