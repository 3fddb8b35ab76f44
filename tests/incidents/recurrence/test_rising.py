"""Whether a kind of event rises: the exact test, against the same thing counted plainly."""

import random
from datetime import date, timedelta
from fractions import Fraction
from math import comb

import pytest
from hypothesis import given
from hypothesis import strategies as st

from styrk.incidents.recurrence.rising import _adjusted, at_least, rises

TODAY = date(2026, 11, 20)


def before(*days: int) -> list[date]:
    return [TODAY - timedelta(days=day) for day in days]


# Three reports a week for two years and more.
STEADY = before(*range(0, 850, 2))


def plainly(number, of_kind, drawn, everything) -> float:
    ways = sum(
        comb(of_kind, x) * comb(everything - of_kind, drawn - x)
        for x in range(number, min(of_kind, drawn) + 1)
        if drawn - x <= everything - of_kind
    )
    return float(Fraction(ways, comb(everything, drawn)))


@given(st.integers(0, 40), st.integers(0, 40), st.integers(0, 40), st.data())
def test_the_chance_is_exact(of_kind, others, drawn, data):
    everything = of_kind + others
    drawn = min(drawn, everything)
    number = data.draw(st.integers(0, min(of_kind, drawn)))

    found = at_least(number, of_kind, drawn, everything)

    assert found == pytest.approx(plainly(number, of_kind, drawn, everything), rel=1e-9)


def test_fishers_tea():
    """Eight cups, four with the milk first, all four told: one in seventy."""
    assert at_least(4, 4, 4, 8) == pytest.approx(1 / 70)


def test_seventeen_since_june_after_two_a_year_is_a_rise():
    kind = before(*range(3, 160, 9), 300, 480, 700)

    [rise] = rises([kind], sorted(STEADY + kind), TODAY)

    assert rise is not None
    assert rise.q < 0.001
    assert rise.times is not None
    assert rise.times > 4


def test_what_comes_as_often_as_before_is_no_rise():
    kind = before(*range(5, 800, 40))

    [rise] = rises([kind], sorted(STEADY + kind), TODAY)

    assert rise is not None
    assert rise.q > 0.2


def test_a_unit_that_reports_more_of_everything_has_no_rise():
    kind = before(*range(0, 90, 9), *range(90, 800, 90))
    everything = before(*range(90), *range(90, 800, 9)) + kind

    [rise] = rises([kind], everything, TODAY)

    assert rise is not None
    assert rise.q > 0.2


def test_two_are_no_rise_and_a_new_unit_has_no_history():
    assert rises([before(1, 2)], STEADY, TODAY) == [None]
    assert rises([before(1, 2, 3)], before(*range(25)), TODAY) == [None]


def test_what_was_never_before_is_so_many_times_as_often_as_nothing():
    kind = before(1, 8, 15, 22)

    [rise] = rises([kind], STEADY + kind, TODAY)

    assert rise is not None
    assert rise.times is None or rise.number_before == 0
    assert rise.q < 0.05


def test_many_looks_are_paid_for():
    kind = before(3, 8, 12, 400, 600)
    alone = rises([kind], STEADY + kind, TODAY)[0]
    others = [before(*range(nth, 800, 40)) for nth in range(60)]
    among = rises([kind, *others], STEADY + kind, TODAY)[0]

    assert alone is not None
    assert among is not None
    assert among.p == alone.p
    assert among.q > alone.q


def test_false_signals_are_as_few_as_promised():
    """Kinds that come by chance: with no rise in any of a hundred units, hardly one gives a signal."""
    randomly = random.Random(7)
    signals = 0
    for _ in range(100):
        everything = sorted(before(*(randomly.randrange(850) for _ in range(400))))
        kinds = [randomly.sample(everything, 15) for _ in range(10)]
        signals += any(rise and rise.q <= 0.05 for rise in rises(kinds, everything, TODAY))
    assert signals <= 8


@given(st.lists(st.floats(0, 1), min_size=1, max_size=20))
def test_the_correction_keeps_order_and_never_lowers(values):
    adjusted = _adjusted(values).tolist()

    assert all(p - 1e-12 <= q <= 1 for p, q in zip(values, adjusted, strict=True))
    by_p = [q for _, q in sorted(zip(values, adjusted, strict=True))]
    assert by_p == sorted(by_p)
    assert _adjusted([0.01, 0.04, 0.03]).tolist() == pytest.approx([0.03, 0.04, 0.04])
