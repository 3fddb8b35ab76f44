"""Funnels, Bernoulli CUSUM, CUSUM and EWMA beyond the reference cases."""

from math import log

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from styrk.indicators.spc.bernoulli import bernoulli_cusum, binomial_cusum
from styrk.indicators.spc.drift import drift
from styrk.indicators.spc.funnel import FunnelKind, funnel

NAN = float("nan")


def test_units_like_chance_have_no_overdispersion_and_no_outliers():
    n = np.array([200, 400, 800, 1600, 3200, 900, 700, 500])
    y = np.random.default_rng(1).binomial(n, 0.2)

    found = funnel(FunnelKind.PROPORTION, y, n)

    assert found.overdispersion.tau2 == pytest.approx(0, abs=1e-4)
    assert not found.outlier.any()


def test_allowing_for_overdispersion_widens_the_funnel():
    y, n = [20, 30, 10, 45, 25, 5], [100] * 6

    plain = funnel(FunnelKind.PROPORTION, y, n, adjust=False)
    wider = funnel(FunnelKind.PROPORTION, y, n)

    assert wider.overdispersion.phi > 1
    assert (wider.adjusted.high998 > plain.unadjusted.high998).all()
    assert plain.outlier.sum() > wider.outlier.sum()


@pytest.mark.parametrize("kind", [FunnelKind.RATIO_SHMI, FunnelKind.RATIO_CQC])
def test_more_than_expected_is_outside_and_as_expected_is_not(kind):
    found = funnel(kind, [200, 102, 98, 50], [100, 100, 100, 100], adjust=False)

    assert found.outlier.tolist() == [True, False, False, True]


@pytest.mark.parametrize(
    ("kind", "y", "n"),
    [
        (FunnelKind.PROPORTION, [], []),
        (FunnelKind.PROPORTION, [1], [1, 2]),
        (FunnelKind.PROPORTION, [5], [4]),
        (FunnelKind.PROPORTION, [-1], [4]),
        (FunnelKind.RATIO_CQC, [1], [0]),
        (FunnelKind.RATIO_SHMI, [NAN], [4]),
    ],
)
def test_impossible_units_are_refused(kind, y, n):
    with pytest.raises(ValueError, match=r"numerator|denominator"):
        funnel(kind, y, n)


def test_one_unit_and_no_events_are_answered():
    assert not funnel(FunnelKind.PROPORTION, [0], [9]).outlier.any()
    for kind in (FunnelKind.RATIO_SHMI, FunnelKind.RATIO_CQC):
        found = funnel(kind, [0, 0], [1, 2])
        assert np.isfinite([*found.adjusted, *found.unadjusted]).all()
        assert np.isfinite(found.overdispersion).all()


def test_events_in_a_row_climb_to_a_signal_and_begin_again():
    found = bernoulli_cusum([0, 1, 1, 1, 0], 0.1, odds_ratio=2, limit=1.5)

    step = log((0.2 / 1.1) / 0.1)
    assert found.up[0] == pytest.approx([0, step, 2 * step, 0, 0])
    assert found.signal_up[0].tolist() == [False, False, False, True, False]


def test_an_unknown_case_leaves_the_sum_as_it_was():
    known = bernoulli_cusum([1, 0, 1], 0.1)
    with_unknown = bernoulli_cusum([1, NAN, 0, 1], 0.1)

    assert np.isnan(with_unknown.up[0, 1])
    assert with_unknown.up[0, [0, 2, 3]] == pytest.approx(known.up[0])


def test_many_series_of_cases_at_once():
    series = [[1, 0, 1, 1, 0, 0], [0, 0, 1, 1, 0, 0]]

    both = bernoulli_cusum(series, 3)

    for row, cases in enumerate(series):
        alone = bernoulli_cusum(cases, 3)
        assert both.up[row] == pytest.approx(alone.up[0])
        assert both.down[row] == pytest.approx(alone.down[0])


@pytest.mark.parametrize(
    ("cases", "target"), [([2], 0.1), ([], 0.1), ([1], 0), ([1], 1), ([0, 0, 1], 2), ([1], -1)]
)
def test_impossible_cases_are_refused(cases, target):
    with pytest.raises(ValueError, match=r"0 and 1|usual chance"):
        bernoulli_cusum(cases, target)


def test_a_small_lasting_drift_is_seen():
    y = [10, 11, 9, 10, 11, 9] * 4 + [11, 12, 11, 11, 12, 11] * 3

    found = drift(y, centre=10, sd=1)

    assert not found.above[0, :24].any()
    assert found.above[0, 24:].any()
    assert found.outside[0, 24:].any()
    assert not found.below.any()


def test_a_missing_value_leaves_the_sums_as_they_were():
    known = drift([1, 2, 4, 3], centre=2, sd=1)
    missing = drift([1, 2, NAN, 4, 3], centre=2, sd=1)

    assert np.isnan(missing.up[0, 2])
    assert missing.up[0, [0, 1, 3, 4]] == pytest.approx(known.up[0])
    assert missing.ewma[0, [0, 1, 3, 4]] == pytest.approx(known.ewma[0])
    assert missing.high[0, 4] == pytest.approx(known.high[0, 3])


@pytest.mark.parametrize("y", [[5, 5, 5], [5], [NAN], []])
def test_without_variation_there_is_no_drift_to_draw(y):
    with pytest.raises(ValueError, match="vary"):
        drift(y)


@given(cases=st.lists(st.sampled_from([0, 1]), min_size=3, max_size=40))
def test_one_case_in_each_period_is_the_same_as_case_by_case(cases):
    alone = bernoulli_cusum(cases, 0.2)
    grouped = binomial_cusum(cases, np.ones(len(cases)), 0.2)

    np.testing.assert_allclose(grouped.up, alone.up)
    np.testing.assert_allclose(grouped.down, alone.down)
    assert (grouped.signal_up == alone.signal_up).all()


def test_a_period_adds_the_weights_of_all_its_cases():
    up = np.log(0.2 / 0.1 / (1 + 0.1)), np.log((1 - 0.2 / 1.1) / 0.9)

    found = binomial_cusum([5, NAN, 2], [20, 20, 10], 0.1, limit=100)

    first, last = 5 * up[0] + 15 * up[1], 2 * up[0] + 8 * up[1]
    np.testing.assert_allclose(found.up, [[first, NAN, first + last]])


def test_after_a_signal_it_begins_again():
    found = binomial_cusum([9, 0, 9], [10, 10, 10], 0.2)

    assert found.signal_up.tolist() == [[True, False, True]]
    assert found.up.tolist() == [[0, 0, 0]]


@pytest.mark.parametrize(
    ("events", "cases", "usual"), [([3], [2], 0.1), ([-1], [2], 0.1), ([1], [2], 0), ([1], [2], 1)]
)
def test_numbers_that_cannot_be(events, cases, usual):
    with pytest.raises(ValueError, match=r"cases|chance"):
        binomial_cusum(events, cases, usual)
