"""Charts beyond the reference cases: many at once, freeze, split, exclusion, degenerate series."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from styrk.indicators.spc import Kind, control_charts, points
from tests.indicators.spc import plainly

NAN = float("nan")
RATIOS = {Kind.P, Kind.P_PRIME, Kind.U, Kind.U_PRIME}
VALUES = st.lists(
    st.one_of(st.integers(0, 30), st.floats(0.1, 30), st.just(NAN)), min_size=1, max_size=25
)
SOME_SERIES = st.lists(VALUES, min_size=1, max_size=5)


def table(rows: list[list[float]]) -> tuple[np.ndarray, np.ndarray]:
    """Series of different lengths side by side, and their lengths."""
    lengths = np.array([len(row) for row in rows])
    whole = np.full((len(rows), lengths.max()), NAN)
    for place, row in enumerate(rows):
        whole[place, : len(row)] = row
    return whole, lengths


def drawn(kind: Kind, y, **options):
    """A chart, with made-up denominators where the kind needs them."""
    y = np.asarray(y, dtype=float)
    n = np.broadcast_to(40.0 + np.arange(y.shape[-1]) % 3, y.shape) if kind in RATIOS else None
    size, sd = np.where(np.isnan(y), 0, 4.0), y / 3
    return control_charts(kind, points(y, n, size=size, sd=sd, **options))


def lines_of(chart, row, length):
    lines = chart.lines
    each = (lines.y, lines.centre, lines.low, lines.high, lines.low95, lines.high95)
    return [line[row, :length] for line in each]


@pytest.mark.parametrize("kind", [kind for kind in Kind if kind is not Kind.T])
@settings(deadline=None, max_examples=20)
@given(rows=SOME_SERIES)
def test_a_chart_among_many_is_the_chart_alone(kind, rows):
    y, lengths = table(rows)

    many = drawn(kind, y, lengths=lengths)

    for row, series in enumerate(rows):
        alone = drawn(kind, series)
        for one, other in zip(
            lines_of(many, row, len(series)), lines_of(alone, 0, len(series)), strict=True
        ):
            np.testing.assert_allclose(one, other, rtol=1e-12)
        assert many.outside[row, : len(series)].tolist() == alone.outside[0].tolist()
        assert many.runs.useful[row].tolist() == alone.runs.useful[0].tolist()
        assert many.runs.signal[row].tolist() == alone.runs.signal[0].tolist()


@pytest.mark.parametrize("kind", [kind for kind in Kind if kind is not Kind.T])
@settings(deadline=None, max_examples=20)
@given(before=VALUES, after=VALUES)
def test_a_part_is_as_if_alone(kind, before, after):
    """Denominators follow the place in the series: so the parts are as long as one another."""
    length = min(len(before), len(after)) // 3 * 3
    if not length:
        return
    before, after = before[:length], after[:length]

    chart = drawn(kind, before + after, splits=[length])

    for part, series in enumerate((before, after)):
        alone = drawn(kind, series)
        here = slice(part * length, (part + 1) * length)
        np.testing.assert_allclose(chart.lines.centre[0, here], alone.lines.centre[0], rtol=1e-12)
        np.testing.assert_allclose(chart.lines.high[0, here], alone.lines.high[0], rtol=1e-12)
        assert chart.runs.longest[0, part] == alone.runs.longest[0, 0]


@settings(deadline=None)
@given(VALUES)
def test_runs_are_those_said_plainly(y):
    chart = drawn(Kind.RUN, y)

    found = chart.runs
    told = (
        found.useful,
        found.longest,
        found.longest_allowed,
        found.crossings,
        found.fewest_allowed,
        found.signal,
    )
    assert tuple(one[0, 0] for one in told) == plainly.anhoej(
        [float(value) for value in y], float(chart.lines.centre[0, 0])
    )


@settings(deadline=None)
@given(VALUES, st.floats(0.01, 1000))
def test_the_unit_does_not_matter(y, factor):
    """Twenty minutes or a third of an hour: the same signals."""
    one, other = drawn(Kind.I, y), drawn(Kind.I, [value * factor for value in y])

    np.testing.assert_allclose(other.lines.high, one.lines.high * factor, rtol=1e-6, atol=1e-9)
    assert one.runs.useful.tolist() == other.runs.useful.tolist()


def test_each_series_has_its_own_decisions():
    y = [[1, 2, 1, 2, 9, 8, 9, 8]] * 3

    charts = control_charts(
        Kind.RUN, points(y, splits=[[4], [], []], freeze=[None, 4, None], exclude=[[], [], [5]])
    )

    assert charts.lines.centre[:, [0, -1]].tolist() == [[1.5, 8.5], [1.5, 1.5], [2, 2]]
    assert charts.runs.observed.tolist() == [[4, 4], [8, -1], [7, -1]]


def test_an_excluded_point_is_still_judged():
    chart = control_charts(Kind.I, points([1, 2, 1, 2, 99, 1, 2, 1], exclude=[5]))

    assert chart.outside[0].tolist() == [False] * 4 + [True] + [False] * 3
    assert chart.n_outside.tolist() == [[1]]
    assert bool(chart.signal[0])


def test_a_missing_value_breaks_and_an_excluded_one_is_bridged():
    bridged = control_charts(Kind.I, points([10, 20, 99, 20, 10], exclude=[3]), screened=False)
    broken = control_charts(Kind.I, points([10, 20, NAN, 20, 10]), screened=False)

    assert bridged.lines.high[0, 0] == pytest.approx(15 + 3 * (20 / 3) / 1.128)
    assert broken.lines.high[0, 0] == pytest.approx(15 + 3 * 10 / 1.128)


@pytest.mark.parametrize("kind", [kind for kind in Kind if kind not in RATIOS])
@pytest.mark.parametrize("y", [[5], [NAN], [NAN] * 4, [7, 7, 7, 7]])
def test_too_little_to_chart_signals_nothing(kind, y):
    chart = drawn(kind, y)

    assert not chart.signal.any()
    assert chart.lines.y.shape == (1, len(y))


@pytest.mark.parametrize("kind", sorted(RATIOS))
@pytest.mark.parametrize(("y", "n"), [([3, 4], [0, 0]), ([0, 0], [9, 9]), ([9, 9], [9, 9])])
def test_shares_of_nothing_and_of_all_signal_nothing(kind, y, n):
    assert not control_charts(kind, points(y, n)).signal.any()


def test_a_denominator_of_nothing_is_a_missing_point():
    chart = control_charts(Kind.P, points([1, 2, 3], [10, 0, 10]))

    assert np.isnan(chart.lines.y[0]).tolist() == [False, True, False]
    assert chart.lines.centre[0, 0] == pytest.approx(0.2)
    assert np.isnan(chart.lines.high[0]).tolist() == [False, True, False]


def test_rounding_is_no_signal():
    """In floats the mean of these differs from each of them in the last place."""
    chart = control_charts(Kind.I, points([0.1 + 0.2] * 7 + [0.3] * 8), screened=False)

    assert not chart.outside.any()
    assert chart.runs.useful[0, 0] == 0


@pytest.mark.parametrize("kind", sorted(RATIOS))
def test_a_share_needs_denominators(kind):
    with pytest.raises(ValueError, match="denominators"):
        control_charts(kind, points([1, 2, 3]))


def test_no_time_between_events_is_refused():
    with pytest.raises(ValueError, match="greater than zero"):
        control_charts(Kind.T, points([3, 0, 2]))


@pytest.mark.parametrize(
    ("y", "n"), [([], None), ([1, 2], [1]), ([1, float("inf")], None), ([[[1]]], None)]
)
def test_what_is_no_series_is_refused(y, n):
    with pytest.raises(ValueError, match=r"data|length|finite|series"):
        points(y, n)


def test_lower_limits_stop_at_zero_when_asked_to():
    y = [1, 9, 1, 9, 1, 9]

    assert control_charts(Kind.I, points(y)).lines.low[0, 0] < 0
    assert control_charts(Kind.I, points(y), y_neg=False).lines.low[0, 0] == 0
    below = control_charts(Kind.I, points([-1, *y]), y_neg=False)
    assert below.lines.low[0, 0] < 0


def test_display_factor_changes_lines_and_no_verdict():
    plain = control_charts(Kind.P, points([1, 2, 9], [10, 10, 10]))
    percent = control_charts(Kind.P, points([1, 2, 9], [10, 10, 10]), multiply=100)

    np.testing.assert_allclose(percent.lines.high, 100 * plain.lines.high)
    assert percent.outside.tolist() == plain.outside.tolist()
