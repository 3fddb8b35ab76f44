"""Which chart, and why."""

import numpy as np
import pytest

from styrk.indicators.spc import Kind
from styrk.indicators.spc.advice import Data, Reason, advise

NOISE = [8, 5, 9, 6, 7, 5, 8, 9, 6, 5, 9, 7, 6, 8, 5, 9, 7, 5, 8, 6, 9, 5, 7, 8]


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (Data.MEASUREMENT, Kind.I),
        (Data.COUNT, Kind.C),
        (Data.SUBGROUPS, Kind.XBAR),
        (Data.TIME_BETWEEN, Kind.T),
        (Data.CASES_BETWEEN, Kind.G),
    ],
)
def test_each_kind_of_data_has_its_chart(data, kind):
    found = advise(data, NOISE)

    assert found.kind is kind
    assert found.consider == ()
    assert found.reasons == {Reason.KIND_OF_DATA: 24}


@pytest.mark.parametrize(("data", "kind"), [(Data.PROPORTION, Kind.P), (Data.RATE, Kind.U)])
def test_shares_and_rates_as_chance_gives_them(data, kind):
    counted = np.random.default_rng(2).binomial(200, 0.3, 24)

    assert advise(data, counted, [200] * 24).kind is kind


@pytest.mark.parametrize(
    ("data", "kind"), [(Data.PROPORTION, Kind.P_PRIME), (Data.RATE, Kind.U_PRIME)]
)
def test_more_variation_than_chance_gives_widens_the_limits(data, kind):
    found = advise(data, [10 * y for y in NOISE], [400] * 24)

    assert found.kind is kind
    assert found.reasons[Reason.OVERDISPERSED] > 1.5


def test_large_denominators_widen_the_limits():
    counted = np.random.default_rng(3).binomial(5000, 0.3, 24)

    found = advise(Data.PROPORTION, counted, [5000] * 24)

    assert found.kind is Kind.P_PRIME
    assert found.reasons[Reason.LARGE_DENOMINATORS] == 5000


def test_less_variation_than_chance_gives_is_said():
    found = advise(Data.PROPORTION, [100, 101] * 12, [400] * 24)

    assert Reason.UNDERDISPERSED in found.reasons


def test_means_of_varying_numbers_are_weighed():
    found = advise(Data.MEASUREMENT, [10 * y for y in NOISE], [10, 40] * 12)

    assert found.kind is Kind.I_PRIME
    assert found.reasons[Reason.VARYING_SIZES] == 4


@pytest.mark.parametrize("points", range(12))
def test_too_few_points_are_said_plainly(points):
    found = advise(Data.MEASUREMENT, [*NOISE[:points], None])

    assert found.kind is Kind.RUN
    assert found.reasons[Reason.FEW_POINTS] == points


def test_limits_are_on_trial_below_twenty():
    assert Reason.LIMITS_ON_TRIAL in advise(Data.MEASUREMENT, NOISE[:19]).reasons
    assert Reason.LIMITS_ON_TRIAL not in advise(Data.MEASUREMENT, NOISE[:20]).reasons


def test_many_zeros_are_said_and_another_count_proposed():
    found = advise(Data.COUNT, [0, 0, 1, 0] * 6)

    assert found.reasons[Reason.MANY_ZEROS] == 0.75
    assert found.reasons[Reason.FEW_EVENTS] == 0.25
    assert found.consider == (Kind.G, Kind.T)


def test_events_on_the_same_day_are_counted_instead_of_timed():
    found = advise(Data.TIME_BETWEEN, [0, *NOISE])

    assert found.kind is Kind.G
    assert found.reasons[Reason.ZERO_TIMES] == 1


def test_neighbours_alike_are_said():
    found = advise(Data.MEASUREMENT, [0, 1, 2, 3, 3, 2, 1, 0] * 3)

    assert found.reasons[Reason.AUTOCORRELATED] > 0.3


def test_impossible_counts_are_said():
    assert advise(Data.COUNT, [-1, *NOISE]).reasons[Reason.NEGATIVE] == 1
