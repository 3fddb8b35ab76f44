"""Did it help: verdicts, how many points are still needed, and what makes it less sure."""

import numpy as np
import pytest

from styrk.indicators.spc import Direction
from styrk.indicators.spc.effect import Caution, Verdict, effect

BEFORE = [7, 9, 8, 6, 10, 7, 8, 9, 6, 8, 7, 10]
MORE = [12, 14, 13, 11, 15, 13, 12, 14]


def test_a_rise_is_an_improvement_where_a_rise_is_wished():
    found = effect(BEFORE + MORE, 12, Direction.INCREASE)

    assert found.verdict is Verdict.IMPROVED
    assert (found.before, found.after, found.needed) == (12, 8, 0)
    assert found.low > 0
    assert found.low <= found.change <= found.high
    assert found.change == pytest.approx(5, abs=0.5)
    assert found.cautions == ()


@pytest.mark.parametrize(
    ("direction", "verdict"),
    [(Direction.DECREASE, Verdict.WORSE), (Direction.NEUTRAL, Verdict.CHANGED)],
)
def test_the_same_rise_where_it_is_not_wished(direction, verdict):
    assert effect(BEFORE + MORE, 12, direction).verdict is verdict


def test_no_sure_change():
    found = effect(BEFORE + BEFORE[:8], 12, Direction.INCREASE)

    assert found.verdict is Verdict.UNCERTAIN
    assert found.low <= 0 <= found.high


@pytest.mark.parametrize("after", range(6))
def test_too_early_tells_how_many_points_are_needed(after):
    found = effect(BEFORE + MORE[:after], 12, Direction.INCREASE)

    assert found.verdict is Verdict.TOO_EARLY
    assert found.needed == 6 - after


def test_missing_and_excluded_points_are_not_counted():
    y = [*BEFORE[:6], None, *BEFORE[6:], *MORE[:3], None, *MORE[3:6]]

    assert effect(y, 13, Direction.INCREASE).needed == 0
    assert effect(y, 13, Direction.INCREASE, exclude=[14]).needed == 1


@pytest.mark.parametrize("before", range(6))
def test_without_a_baseline_nothing_is_said(before):
    found = effect(BEFORE[:before] + MORE, before, Direction.INCREASE)

    assert found.verdict is Verdict.NO_BASELINE


def test_a_short_baseline_is_said():
    found = effect(BEFORE[:8] + MORE, 8, Direction.INCREASE)

    assert found.verdict is Verdict.IMPROVED
    assert Caution.SHORT_BASELINE in found.cautions


def test_a_trend_before_is_said():
    rising = list(range(20))

    assert Caution.TREND_BEFORE in effect(rising, 12, Direction.INCREASE).cautions


def test_neighbours_alike_are_said_and_a_shift_is_not_mistaken_for_them():
    slow = [0, 1, 2, 3, 3, 2, 1, 0, 0, 1, 2, 3, 3, 2, 1, 0, 0, 1, 2, 3]

    assert Caution.AUTOCORRELATED in effect(slow, 12, Direction.INCREASE).cautions
    assert Caution.AUTOCORRELATED not in effect(BEFORE + MORE, 12, Direction.INCREASE).cautions


def test_shares_are_compared_as_shares():
    n = [100] * 12 + [50] * 8

    found = effect([2 * y for y in BEFORE] + list(BEFORE[:8]), 12, Direction.DECREASE, n=n)

    assert found.verdict is Verdict.UNCERTAIN
    assert found.change == pytest.approx(0, abs=0.02)


def test_nothing_at_all():
    found = effect([None, None], 1, Direction.INCREASE)

    assert found.verdict is Verdict.NO_BASELINE
    assert np.isnan([found.change, found.low, found.high, found.p]).all()


def test_an_unchanged_constant_is_no_sure_change():
    found = effect([5] * 24, 12, Direction.INCREASE)

    assert found.verdict is Verdict.UNCERTAIN
    assert found.p == 1
