"""Rank tests by plain counting, and which of thousands to look at first."""

from itertools import combinations
from math import lgamma
from statistics import median

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from styrk.indicators.spc.ranking import (
    benjamini_hochberg,
    either,
    latest_p_values,
    newest_p_values,
    ranking,
)
from styrk.indicators.spc.ranks import mann_whitney, shift_interval, trend_p, wins_at_most

NAN = float("nan")
FEW = st.lists(st.integers(0, 1000), min_size=1, max_size=6, unique=True)


def wins(early, late):
    return sum((b > a) + (a == b) / 2 for a in early for b in late)


@settings(deadline=None, max_examples=40)
@given(st.lists(st.integers(0, 1000), min_size=2, max_size=9, unique=True), st.data())
def test_the_rank_test_is_plain_counting(values, data):
    k = data.draw(st.integers(1, len(values) - 1))
    early, late = values[:-k], values[-k:]
    every = [
        wins([v for v in values if v not in chosen], chosen) for chosen in combinations(values, k)
    ]
    found = wins(early, late)
    at_most = sum(one <= found for one in every) / len(every)
    at_least = sum(one >= found for one in every) / len(every)

    p = mann_whitney(np.array([early], dtype=float), np.array([late], dtype=float))

    assert p[0] == pytest.approx(min(1, 2 * min(at_most, at_least)))


def test_ties_and_large_sets_are_approximated_well():
    """Against the exact chance of the same wins."""
    rng = np.random.default_rng(5)
    early, late = rng.normal(0, 1, (1, 51)), rng.normal(0.1, 1, (1, 30))
    u = int(wins(early[0], late[0]))
    exact = 2 * min(wins_at_most(51, 30)[u], 1 - wins_at_most(51, 30)[u - 1])

    assert mann_whitney(early, late)[0] == pytest.approx(exact, rel=0.005)
    assert mann_whitney(np.array([[1.0, 1, 1]]), np.array([[1.0, 1]]))[0] == 1
    assert np.isnan(mann_whitney(np.array([[NAN]]), np.array([[1.0]]))[0])


@settings(deadline=None)
@given(FEW, FEW)
def test_the_estimated_shift_is_the_median_difference(early, late):
    middle, low, high = shift_interval(np.array(early, float), np.array(late, float))

    assert middle == median(b - a for a in early for b in late)
    assert low <= middle <= high


def test_the_interval_holds_the_true_shift_as_often_as_it_says():
    rng = np.random.default_rng(7)
    held = 0
    for _ in range(400):
        _, low, high = shift_interval(rng.normal(0, 1, 12), rng.normal(1, 1, 8))
        held += low <= 1 <= high

    assert 0.92 <= held / 400 <= 0.99


def test_a_trend_is_seen_and_noise_is_not():
    assert trend_p(np.arange(10.0)) < 0.001
    assert trend_p(np.array([1.0, 2] * 6)) > 0.5
    assert trend_p(np.array([3.0] * 9)) == 1
    assert trend_p(np.array([1.0, NAN, 2, 3])) == 1


def plain_q(p):
    """For each: the least, over those at least as large, of m p / rank."""
    known = sorted(one for one in p if one == one)
    return [
        min(
            1,
            *(len(known) * other / (rank + 1) for rank, other in enumerate(known) if other >= one),
        )
        if one == one
        else NAN
        for one in p
    ]


@settings(deadline=None)
@given(st.lists(st.one_of(st.floats(1e-9, 1), st.just(NAN)), max_size=20))
def test_q_values_are_those_said_plainly(p):
    np.testing.assert_allclose(benjamini_hochberg(p), plain_q(p))


def test_ranking_finds_those_that_changed_with_few_false_alarms():
    """2,000 series of 36 points, where 100 have moved 2 standard deviations in the last six."""
    rng = np.random.default_rng(11)
    y = rng.normal(0, 1, (2000, 36))
    y[:100, -6:] += 2

    found = ranking(newest_p_values(y), rate=0.10)

    right, wrong = found.told[:100].sum(), found.told[100:].sum()
    assert right >= 70
    assert wrong / (right + wrong) <= 0.2
    assert np.count_nonzero(found.order[:50] < 100) >= 48


def test_noise_alone_is_told_as_often_as_it_says():
    rng = np.random.default_rng(13)

    p = newest_p_values(rng.normal(0, 1, (4000, 30)))

    assert np.mean(p <= 0.05) == pytest.approx(0.05, abs=0.012)


def test_too_few_points_have_no_p_value_and_come_last():
    y = np.full((3, 14), NAN)
    y[0, :11] = range(11)
    y[1, 2:] = range(12)
    y[2] = [1, 2] * 7

    p = newest_p_values(y)

    assert np.isnan(p).tolist() == [True, False, False]
    assert ranking(p).order.tolist() == [1, 2, 0]


def test_the_newest_are_the_newest_known():
    y = [1, 2, 3, 4, 5, 6, 7, 91, NAN, 92, 93, 94, NAN, 95, 96, NAN]

    assert newest_p_values(y)[0] == pytest.approx(2 / 1716)


def plain_t(values):
    """Student's t of the newest against those before, its tail by adding up the density."""
    before, newest = np.array(values[:-1]), values[-1]
    m = len(before)
    t = abs(newest - before.mean()) / (before.std(ddof=1) * np.sqrt(1 + 1 / m))
    x = np.linspace(-t, t, 200_001)
    density = np.exp(lgamma(m / 2) - lgamma((m - 1) / 2)) / np.sqrt((m - 1) * np.pi)
    return 1 - np.trapezoid(density * (1 + x**2 / (m - 1)) ** (-m / 2), x)


@pytest.mark.parametrize("length", [12, 13, 30])
def test_the_newest_point_has_a_p_value_of_its_own(length):
    y = np.random.default_rng(length).normal(10, 2, length)
    y[-1] = 17

    assert latest_p_values(y)[0] == pytest.approx(plain_t(y), rel=1e-6)
    assert np.isnan(latest_p_values(y[:11])[0])


def test_events_are_no_rarer_than_chance_gives():
    y = [0.0, 1, 0, 0, 1, 0, 1, 0, 0, 1, 0, 0, 1, 3]

    by_normal = latest_p_values(y)[0]
    as_events = latest_p_values(y, y, np.full(14, 0.5))[0]

    assert by_normal < 0.001
    # P(Poisson(0.5) >= 3), twice.
    assert as_events == pytest.approx(2 * (1 - np.exp(-0.5) * (1 + 0.5 + 0.125)), rel=1e-9)


def test_both_together_find_the_newest_point_and_keep_false_alarms_down():
    rng = np.random.default_rng(17)
    y = rng.normal(0, 1, (2000, 30))
    y[:60, -1] += 7

    found = ranking(either(newest_p_values(y), latest_p_values(y)), rate=0.10)

    right, wrong = found.told[:60].sum(), found.told[60:].sum()
    assert ranking(newest_p_values(y)).told[:60].sum() < 5
    assert right >= 50
    assert wrong / (right + wrong) <= 0.2
    noise = either(newest_p_values(y[60:]), latest_p_values(y[60:]))
    assert 0.03 <= np.mean(noise <= 0.05) <= 0.06
