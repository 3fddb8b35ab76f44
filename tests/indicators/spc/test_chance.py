"""Quantiles without a statistics package, held against published tables and each other."""

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from styrk.indicators.spc.chance import chi_square_quantile, gamma_share, normal_tail


# Tables: Abramowitz & Stegun 26.8, and 26.1 for the normal tail.
@pytest.mark.parametrize(
    ("p", "freedom", "quantile"),
    [
        (0.95, 1, 3.841458820694124),
        (0.95, 10, 18.307038053275146),
        (0.025, 10, 3.2469727802368396),
        (0.999, 2, 13.815510557964274),
        (0.001, 100, 61.917936),
    ],
)
def test_quantiles_are_those_of_the_tables(p, freedom, quantile):
    assert chi_square_quantile(p, freedom) == pytest.approx(quantile, rel=1e-7)


@settings(deadline=None, max_examples=500)
@given(st.floats(1e-6, 1 - 1e-6), st.floats(0.05, 5000))
def test_a_quantile_has_its_share_below(p, freedom):
    found = chi_square_quantile(p, freedom)

    assert gamma_share(freedom / 2, found / 2) == pytest.approx(p, rel=1e-8)


@settings(deadline=None)
@given(st.floats(0.001, 0.999))
def test_two_degrees_of_freedom_are_exponential(p):
    assert chi_square_quantile(p, 2) == pytest.approx(-2 * math.log1p(-p), rel=1e-11)


def test_the_normal_tail():
    assert normal_tail(1.959963984540054) == pytest.approx(0.025, rel=1e-12)
    assert normal_tail(-10) == pytest.approx(1)
    assert normal_tail(0) == 0.5
