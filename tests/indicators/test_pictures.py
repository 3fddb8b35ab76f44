"""From results to pictures: what the charts find is what is drawn."""

from datetime import date

import numpy as np
import pytest

from styrk.indicators.pictures import (
    ASSURED,
    Compared,
    Told,
    bernoulli_picture,
    control_picture,
    cusum_picture,
    effect_picture,
    ewma_picture,
    funnel_picture,
    variation_of,
    xmr_picture,
)
from styrk.indicators.spc import (
    Assurance,
    Cause,
    Direction,
    Judgement,
    Kind,
    control_charts,
    points,
    xmr_charts,
)
from styrk.indicators.spc.bernoulli import bernoulli_cusum
from styrk.indicators.spc.drift import drift
from styrk.indicators.spc.effect import effect
from styrk.indicators.spc.funnel import FunnelKind, funnel, limits_at
from styrk.indicators.spc.long_runs import all_runs, long_runs
from styrk.ui.charts import Assured, Mark, Tone, Variation, draw

MONTHS = [date(2023 + m // 12, m % 12 + 1, 1) for m in range(24)]
CALM = [10, 12, 9, 11, 10, 13, 8, 11, 9, 12, 10, 11, 12, 9, 10, 12, 8, 11, 13, 9, 10, 12, 11, 10]
SIZES = [120, 90, 150] * 8


def told(**more):
    return Told(title="Fall", moments=MONTHS, **more)


def with_value(place, value):
    return [value if n == place else v for n, v in enumerate(CALM)]


def of_kind(kind):
    """Points that each kind can be drawn from."""
    if kind in {Kind.P, Kind.P_PRIME, Kind.U, Kind.U_PRIME, Kind.I_PRIME}:
        return points(CALM, SIZES)
    if kind in {Kind.XBAR, Kind.S}:
        return points(CALM, size=[5.0] * 24, sd=[1.2] * 24)
    return points(CALM)


@pytest.mark.parametrize("kind", Kind)
def test_every_kind_becomes_a_picture_with_its_own_lines(kind):
    charts = control_charts(kind, of_kind(kind))

    picture = control_picture(charts, 0, told())

    known = [p for p in picture.points if p.value is not None]
    assert len(picture.points) == 24
    assert [p.centre for p in known] == [
        pytest.approx(c)
        for c, p in zip(charts.lines.centre[0], picture.points, strict=True)
        if p in known
    ]
    assert picture.centre_is == ("Median" if kind in {Kind.RUN, Kind.G} else "")
    assert draw(picture).startswith("<svg")


def test_a_point_outside_is_marked_and_toned_by_what_is_wished():
    charts = control_charts(Kind.I, points(with_value(10, 40)))

    marks = {
        direction: control_picture(charts, 0, told(direction=direction)).points[10]
        for direction in Direction
    }

    assert {p.mark for p in marks.values()} == {Mark.OUTSIDE}
    assert marks[Direction.INCREASE].tone is Tone.GOOD
    assert marks[Direction.DECREASE].tone is Tone.BAD
    assert marks[Direction.NEUTRAL].tone is Tone.PLAIN


def test_the_long_run_is_marked_and_nothing_else():
    charts = control_charts(Kind.RUN, points([10, 12] * 7 + [20] * 10))

    picture = control_picture(charts, 0, told(direction=Direction.DECREASE))

    marked = [n for n, p in enumerate(picture.points) if p.mark is Mark.SHIFT]
    assert marked == list(range(14, 24))
    assert long_runs(charts, 0) == [marked]
    assert {picture.points[n].tone for n in marked} == {Tone.BAD}
    assert picture.parts[0].unsettled


def test_useless_points_neither_break_nor_extend_a_run_and_a_part_does():
    values = [1, 9, 5, 9, float("nan"), 9, 1, 9]
    whole = control_charts(Kind.RUN, points(values, centre=5))
    split = control_charts(Kind.RUN, points(values, centre=5, splits=[4]))

    assert all_runs(whole, 0) == [[0], [1, 3, 5], [6], [7]]
    assert all_runs(split, 0) == [[0], [1, 3], [5], [6], [7]]


def test_ranges_have_no_runs():
    assert long_runs(control_charts(Kind.MR, points([1.0] * 12 + [5.0] * 12)), 0) == []


def test_freeze_split_and_exclusion_are_shown():
    frozen = control_picture(control_charts(Kind.I, points(CALM, freeze=12)), 0, told())
    split = control_picture(
        control_charts(Kind.I, points(CALM, splits=[12], exclude=[3])),
        0,
        told(parts=("Før", "Etter")),
    )

    assert (frozen.frozen, split.frozen) == (12, 0)
    assert [part.label for part in split.parts] == ["Før", "Etter"]
    assert [p.part for p in split.points] == [1] * 12 + [2] * 12
    assert [n for n, p in enumerate(split.points) if p.excluded] == [2]


def test_missing_values_targets_and_what_is_waited_for():
    charts = control_charts(Kind.I, points([*CALM[:-1], None]))

    picture = control_picture(charts, 0, told(targets=[9.0] * 24, waiting=[False] * 23 + [True]))

    last = picture.points[-1]
    assert (last.value, last.waiting, last.target) == (None, True, 9.0)


def test_one_series_of_many():
    charts = control_charts(Kind.I, points([CALM, with_value(4, 50)]))

    assert [p.mark for p in control_picture(charts, 0, told()).points].count(Mark.OUTSIDE) == 0
    assert control_picture(charts, 1, told()).points[4].mark is Mark.OUTSIDE


def test_making_data_count_marks_each_rule():
    rising = [
        10,
        12,
        9,
        11,
        10,
        12,
        9,
        11,
        10,
        12,
        9,
        10,
        11,
        12,
        13,
        14,
        15,
        16,
        9,
        11,
        10,
        12,
        9,
        40,
    ]
    charts = xmr_charts(points(rising), Direction.INCREASE)

    picture = xmr_picture(charts, 0, told())

    assert picture.points[14].mark is Mark.RISE
    assert (picture.points[23].mark, picture.points[23].tone) == (Mark.OUTSIDE, Tone.GOOD)
    assert picture.points[0].high95 == pytest.approx(
        picture.points[0].centre + (picture.points[0].high - picture.points[0].centre) * 2 / 3
    )


@pytest.mark.parametrize(
    ("judgement", "cause", "icon"),
    [
        (Judgement.COMMON, Cause.COMMON, Variation.COMMON),
        (Judgement.IMPROVEMENT, Cause.ABOVE_LIMIT, Variation.GOOD_HIGH),
        (Judgement.IMPROVEMENT, Cause.FALLING, Variation.GOOD_LOW),
        (Judgement.CONCERN, Cause.SHIFT_ABOVE, Variation.BAD_HIGH),
        (Judgement.CONCERN, Cause.TWO_IN_THREE_BELOW, Variation.BAD_LOW),
        (Judgement.NEUTRAL_HIGH, Cause.RISING, Variation.HIGH),
        (Judgement.NEUTRAL_LOW, Cause.BELOW_LIMIT, Variation.LOW),
    ],
)
def test_icons(judgement, cause, icon):
    assert variation_of(judgement, cause) is icon


def test_no_assurance_without_a_target():
    assert ASSURED[Assurance.PASS] is Assured.MET
    assert Assurance.NONE not in ASSURED


def test_an_effect_is_drawn_as_found():
    values = [20.0, 22, 19, 21, 20, 23, 18, 21, 19, 22, 20, 21, 12, 11, 13, 12, 10, 12]
    found = effect(values, 12, Direction.DECREASE)

    picture = effect_picture(
        found,
        values,
        12,
        Told(title="Fall", moments=MONTHS[:18]),
        action="Ny rutine",
        on=date(2024, 1, 2),
    )

    assert (picture.before, picture.after) == (found.median_before, found.median_after)
    assert (picture.tone, picture.split) == (Tone.GOOD, 12)
    assert (picture.low, picture.high) == (found.low, found.high)


def test_an_interval_without_ends_is_none():
    found = effect([20.0, 21, 19, 22, 20, 21, 12], 6, Direction.DECREASE)

    picture = effect_picture(
        found,
        [20.0] * 7,
        6,
        Told(title="Fall", moments=MONTHS[:7]),
        action="Ny",
        on=date(2024, 1, 2),
    )

    assert (picture.low, picture.high) == (None, None)


@pytest.mark.parametrize("kind", FunnelKind)
@pytest.mark.parametrize("adjust", [True, False])
def test_the_curves_of_a_funnel_are_its_limits(kind, adjust):
    events, cases = [12, 40, 31, 8, 60], [150.0, 420.0, 300.0, 120.0, 500.0]
    found = funnel(kind, events, cases, adjust=adjust, multiply=100)
    used = found.adjusted if adjust else found.unadjusted

    again = limits_at(
        kind, cases, found.target / 100, tau2=found.overdispersion.tau2, adjust=adjust, multiply=100
    )

    for line, expected in zip(again, used, strict=True):
        np.testing.assert_allclose(line, expected)


def test_the_limits_of_large_units_are_not_drawn_where_no_unit_is():
    events, cases = [150.0, 160, 170, 155, 165], [2000.0, 2100, 2200, 2050, 2150]
    found = funnel(FunnelKind.PROPORTION, events, cases, multiply=100)
    told = Compared(title="Fall", names="abcde", cases=cases, cases_are="Innlagte")

    limits = funnel_picture(found, FunnelKind.PROPORTION, told, multiply=100).limits

    assert limits[0].cases == pytest.approx(1000)
    assert limits[-1].cases == pytest.approx(2420)
    assert limits[0].high998 < 11


def test_a_funnel_marks_outliers_and_the_readers_own():
    events, cases = [12, 40, 31, 8, 90], [150.0, 420.0, 300.0, 120.0, 300.0]
    found = funnel(FunnelKind.PROPORTION, events, cases, adjust=False, multiply=100)
    compared = Compared(
        title="Innlagt igjen",
        names=list("ABCDE"),
        cases=cases,
        cases_are="Utskrivninger",
        own="B",
        direction=Direction.DECREASE,
    )

    picture = funnel_picture(found, FunnelKind.PROPORTION, compared, adjust=False, multiply=100)

    assert [u.outlier for u in picture.units] == found.outlier.tolist()
    assert picture.units[4].tone is Tone.BAD
    assert [u.name for u in picture.units if u.own] == ["B"]
    assert picture.limits[-1].cases > 420


def test_sums_and_smoothing_are_drawn_as_found():
    values = [*CALM[:12], *(v + 4 for v in CALM[12:])]
    found = drift(values)
    cases = bernoulli_cusum([0, 0, 1, 0, 1, 1, 1, 1, 1, 1], 0.1)

    summed = cusum_picture(found, 0, told())
    smooth = ewma_picture(found, 0, values, told())
    rare = bernoulli_picture(cases, 0, Told(title="Infeksjon", moments=range(1, 11)))

    assert [s.signal_up for s in summed.steps] == found.above[0].tolist()
    assert [p.outside for p in smooth.points] == found.outside[0].tolist()
    assert [p.value for p in smooth.points] == values
    assert [s.signal_up for s in rare.steps] == cases.signal_up[0].tolist()
    assert any(s.signal_up for s in rare.steps)
