"""Making Data Count: rules, icons, and the switch for points beyond 3 sigma."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from styrk.indicators.spc import Assurance, Cause, Direction, Judgement, points, xmr_charts
from styrk.indicators.spc.cases.plotthedots import CAUSES
from tests.indicators.spc import plainly

NAN = float("nan")
# Whole numbers, so that ties and long runs happen often, and sums are exact.
SERIES = st.lists(st.one_of(st.integers(0, 6), st.just(NAN)), min_size=1, max_size=30)
WAVES = st.lists(st.integers(1, 8), min_size=1, max_size=6)


def named(y, **options) -> list[str]:
    chart = xmr_charts(points(y), Direction.NEUTRAL, **options)
    return [CAUSES[cause] for cause in chart.cause[0]]


@settings(deadline=None)
@given(SERIES, st.booleans())
def test_rules_are_those_said_plainly(y, screened):
    y = [float(value) for value in y]

    assert named(y, screened=screened) == plainly.special_causes(y, screened)


@settings(deadline=None)
@given(WAVES)
def test_trends_are_those_said_plainly(lengths):
    """Up so many steps, then down so many, and so on."""
    y, way = [0.0], 1
    for length in lengths:
        y += [y[-1] + way * step for step in range(1, length + 1)]
        way = -way

    assert named(y) == plainly.special_causes(y)


@settings(deadline=None)
@given(SERIES, SERIES)
def test_a_group_is_as_if_alone(before, after):
    chart = xmr_charts(points(before + after, splits=[len(before)]), Direction.NEUTRAL)

    assert [CAUSES[cause] for cause in chart.cause[0]] == named(before) + named(after)


@pytest.mark.parametrize(("counts", "said"), [(False, "Common Cause"), (True, "2 in 3 Above CL")])
def test_points_beyond_three_sigma_count_when_asked_to(counts, said):
    """One point between 2 and 3 sigma beside one far beyond."""
    y = [0, 1] * 6 + [2.5, 9, 0.6, 0]

    assert named(y, fix_after=12, beyond_counts=counts)[12:] == [
        said,
        "Above UCL",
        "Common Cause",
        "Common Cause",
    ]


@pytest.mark.parametrize(
    ("direction", "judged"),
    [
        (Direction.INCREASE, Judgement.IMPROVEMENT),
        (Direction.DECREASE, Judgement.CONCERN),
        (Direction.NEUTRAL, Judgement.NEUTRAL_HIGH),
    ],
)
def test_what_a_high_point_tells_depends_on_what_is_wished(direction, judged):
    chart = xmr_charts(points([1, 2] * 8 + [20]), direction)

    assert chart.last_cause[0] == Cause.ABOVE_LIMIT
    assert chart.last_judgement[0] == judged


@pytest.mark.parametrize(
    ("target", "increase", "decrease"),
    [
        (50, Assurance.FAIL, Assurance.PASS),
        (-50, Assurance.PASS, Assurance.FAIL),
        (1.5, Assurance.INCONSISTENT, Assurance.INCONSISTENT),
        (NAN, Assurance.NONE, Assurance.NONE),
    ],
)
def test_assurance_is_the_target_against_the_limits(target, increase, decrease):
    given_points = points([[1, 2] * 8] * 3)
    directions = [Direction.INCREASE, Direction.DECREASE, Direction.NEUTRAL]

    chart = xmr_charts(given_points, directions, targets=target)

    assert chart.assurance.tolist() == [increase, decrease, Assurance.NONE]


def test_a_target_on_a_limit_is_now_and_then():
    flat = xmr_charts(points([0.1] * 15), Direction.INCREASE, targets=0.1, screened=False)

    assert flat.assurance[0] == Assurance.INCONSISTENT


def test_limits_may_be_fixed_from_twelve_points():
    y = [1, 2] * 6 + [9] * 12

    fixed = xmr_charts(points(y), Direction.INCREASE, fix_after=12)
    alone = xmr_charts(points(y[:12]), Direction.INCREASE)

    assert fixed.limits.high[0, -1] == alone.limits.high[0, 0]
    with pytest.raises(ValueError, match="12"):
        xmr_charts(points(y), Direction.INCREASE, fix_after=11)


def test_the_last_point_is_the_last_of_its_own_series():
    """A shorter series beside a longer is judged by its own last point."""
    y = np.full((2, 20), np.nan)
    y[0], y[1, :17] = [1, 2] * 10, [1, 2] * 8 + [20]

    chart = xmr_charts(points(y, lengths=np.array([20, 17])), Direction.INCREASE)

    assert chart.last_judgement.tolist() == [Judgement.COMMON, Judgement.IMPROVEMENT]
