"""Anhøj's limits, held against the published table and plain counting."""

import numpy as np
import pytest

from styrk.indicators.spc.runs import crossings_at_most, fewest_crossings_allowed
from styrk.indicators.spc.runs import longest_run_allowed as allowed
from tests.indicators.spc import plainly

# Anhøj & Olesen 2014, PLoS ONE 9(11): e113825, table 1: useful points, longest run, crossings.
PUBLISHED = [
    (10, 6, 2),
    (12, 7, 3),
    (16, 7, 4),
    (20, 7, 6),
    (24, 8, 8),
    (30, 8, 10),
    (36, 8, 13),
    (48, 9, 18),
    (60, 9, 23),
    (100, 10, 41),
]


@pytest.mark.parametrize(("useful", "longest", "fewest"), PUBLISHED)
def test_limits_are_those_published(useful, longest, fewest):
    assert allowed(np.array([useful])) == longest
    assert fewest_crossings_allowed(useful) == fewest


@pytest.mark.parametrize("useful", [1, 2, 3, 9, 57, 300])
def test_crossings_follow_the_binomial(useful):
    chance = crossings_at_most(useful)

    assert len(chance) == useful
    for k in range(useful):
        assert chance[k] == pytest.approx(plainly.crossings_at_most(useful - 1, k), rel=1e-11)


def test_a_very_long_series_is_answered():
    assert fewest_crossings_allowed(100_000) == pytest.approx(49_740, abs=2)
