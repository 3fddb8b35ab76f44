"""Figures, periods and room: what an axis is made of."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from django.utils import translation
from hypothesis import example, given
from hypothesis import strategies as st

from styrk.ui.charts import Rhythm, change, figure, spoken, with_unit
from styrk.ui.charts.frame import Plot
from styrk.ui.charts.lines import joined, stepped, stretches
from styrk.ui.charts.measure import Box, shortened, spread, width, wrapped
from styrk.ui.charts.numbers import Span, level, span
from styrk.ui.charts.pen import at, hatched
from styrk.ui.charts.periods import labelled

PLOT = Plot(0, 0, 100, 100, Span(0, 10, (), 0), 10)


@pytest.mark.parametrize(
    ("value", "decimals", "written"),
    [
        (12345.67, 1, "12\u202f345,7"),
        (-3.25, 2, "−3,25"),
        (-0.04, 1, "0,0"),
        (1234567, 0, "1\u202f234\u202f567"),
        (0, 1, "0,0"),
    ],
)
def test_figures_are_written_as_norwegians_do(value, decimals, written):
    assert figure(value, decimals) == written


def test_in_english_there_is_a_point():
    with translation.override("en"):
        assert figure(12.5) == "12.5"


def test_a_change_has_its_sign():
    assert [change(v) for v in (2.1, -2.1, 0.0, 0.04)] == ["+2,1", "−2,1", "0,0", "0,0"]
    assert with_unit(12.3, 1, "%") == "12,3\u00a0%"


def test_a_line_among_whole_figures_has_a_decimal_where_it_needs_one():
    assert [level(v, 0) for v in (4.2, 4.0, 1234.5)] == ["4,2", "4", "1\u202f234"]


@given(st.lists(st.floats(-1e12, 1e12), min_size=1, max_size=20))
@example([1e-5])
@example([0.0, 1.1e-6])
def test_an_axis_holds_every_value_and_has_even_marks(values):
    axis = span(values)

    assert axis.low <= min(values) <= max(values) <= axis.high
    assert 1 <= len(axis.ticks) <= 8
    assert len(set(axis.labels)) == len(axis.labels)
    steps = [b - a for a, b in pairwise(axis.ticks)]
    assert steps == pytest.approx([steps[0]] * len(steps) if steps else [])


@pytest.mark.parametrize(
    "values", [[0, 1e-9], [1e12, 1e12 + 1e-4], [0, 0], [-5, -5], [3e-7], [1e-5]]
)
def test_values_too_alike_to_tell_apart_still_have_an_axis(values):
    axis = span(values)

    assert axis.low < min(values) + 1e-9 <= max(values) + 1e-9 < axis.high + 1
    assert len(set(axis.labels)) == len(axis.labels) >= 1


@pytest.mark.parametrize(
    ("rhythm", "on", "said"),
    [
        (Rhythm.DAY, date(2025, 1, 3), "3. jan. 25"),
        (Rhythm.WEEK, date(2025, 1, 13), "uke 3 2025"),
        (Rhythm.WEEK, date(2024, 12, 30), "uke 1 2025"),
        (Rhythm.MONTH, date(2025, 1, 1), "jan. 25"),
        (Rhythm.QUARTER, date(2025, 7, 1), "K3 25"),
        (Rhythm.TERTIAL, date(2025, 5, 1), "T2 25"),
        (Rhythm.HALF, date(2025, 7, 1), "2. halvår 25"),
        (Rhythm.YEAR, date(2025, 1, 1), "2025"),
        (Rhythm.NUMBER, 12, "nr. 12"),
    ],
)
def test_periods_are_short(rhythm, on, said):
    assert spoken(on, rhythm) == said


def test_labels_begin_where_the_year_does():
    months = [date(2024 + m // 12, m % 12 + 1, 1) for m in range(30)]
    tertials = [date(2020 + t // 3, t % 3 * 4 + 1, 1) for t in range(12)]
    weeks = [date.fromisocalendar(2025, 1, 1) + timedelta(weeks=n) for n in range(52)]

    assert [months[n].month for n in labelled(months, Rhythm.MONTH, 3)] == [1, 1, 1]
    assert [months[n].month for n in labelled(months, Rhythm.MONTH, 5)] == [1, 7, 1, 7, 1]
    assert [months[2:][n].month for n in labelled(months[2:], Rhythm.MONTH, 3)] == [1, 1]
    assert {tertials[n].month for n in labelled(tertials, Rhythm.TERTIAL, 4)} == {1}
    assert labelled(weeks, Rhythm.WEEK, 5)[0] == 0
    assert labelled([], Rhythm.MONTH, 4) == []


@given(
    st.sampled_from([r for r in Rhythm if r is not Rhythm.NUMBER]),
    st.integers(1, 200),
    st.integers(1, 12),
)
def test_there_are_never_more_labels_than_there_is_room_for(rhythm, number, most):
    moments = [date(2010, 1, 1) + timedelta(days=31 * n) for n in range(number)]

    assert 1 <= len(labelled(moments, rhythm, most)) <= most


@given(st.text(max_size=80), st.floats(20, 300))
def test_a_text_is_broken_without_losing_a_letter(text, room):
    lines = wrapped(text, 12, room)

    assert "".join("".join(lines).split()) == "".join(text.split())
    assert all(width(line, 12) <= room or len(line) == 1 for line in lines)


def test_a_text_is_shortened_with_a_sign_that_it_is():
    assert shortened("Oslo", 12, 100) == "Oslo"
    assert shortened("Universitetssykehuset", 12, 60).endswith("…")
    assert width(shortened("Universitetssykehuset", 12, 60), 12) <= 60
    assert shortened("Oslo", 12, 1) == ""


@given(st.lists(st.floats(0, 100), max_size=8))
def test_labels_are_moved_apart_inside_the_picture(wanted):
    found = spread(sorted(wanted), 12, 0, 100)

    assert all(-1e-6 <= place <= 100 + 1e-6 for place in found)
    assert all(b - a >= 12 - 1e-6 for a, b in pairwise(found))


def test_labels_with_room_stay_where_they_are():
    assert spread([10, 50, 90], 12, 0, 100) == [10, 50, 90]


def test_boxes_meet_only_where_they_overlap():
    one = Box(0, 0, 10, 10)

    assert one.meets(Box(9, 9, 20, 20))
    assert not one.meets(Box(10, 0, 20, 10))
    assert not one.meets(Box(0, 10, 10, 20))


def test_lines_break_where_a_value_is_missing_and_where_told():
    assert joined(PLOT, [0, 10, None, 5]) == "M5 100L15 0M35 50"
    assert joined(PLOT, [0, 10], [1]) == "M5 100M15 0"
    assert stepped(PLOT, [5, 5, 10, None]) == "M0 50H20V0H30"
    assert stepped(PLOT, [5, 5], [1]) == "M0 50H10M10 50H20"


def test_stretches_are_equal_neighbours():
    assert stretches([1, 1, 2, 0, 2], bool) == [(0, 2, 1), (2, 3, 2), (4, 5, 2)]


def test_coordinates_are_short():
    assert [at(v) for v in (1.0, 1.04, 1.25, -0.01, 100.0)] == ["1", "1", "1.2", "0", "100"]


def test_hatching_stays_inside_its_box():
    numbers = [
        float(n) for n in hatched(10, 20, 30, 70).replace("M", " ").replace("L", " ").split()
    ]

    assert 10 <= min(numbers[::2]) <= max(numbers[::2]) <= 30
    assert 20 <= min(numbers[1::2]) <= max(numbers[1::2]) <= 70
