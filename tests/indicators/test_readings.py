"""What series tell: the right chart, people's marks, plain words for too few, and what is looked at first."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.db import DatabaseError, connection, transaction

from styrk.indicators import commands, jobs, periods, queries
from styrk.indicators.models import Signal
from styrk.indicators.readings import Signals, evaluate
from styrk.indicators.spc import Kind as Drawn
from styrk.indicators.types import Value
from styrk.organisation.commands import move_unit

JAN = date(2024, 1, 1)
TODAY = date(2026, 11, 16)
# Ordinary variation around 50, made by hand.
CALM = [
    50,
    52,
    48,
    51,
    47,
    53,
    50,
    49,
    52,
    48,
    51,
    50,
    47,
    53,
    49,
    51,
    50,
    48,
    52,
    50,
    49,
    51,
    50,
    52,
]


@pytest.fixture
def run_of(record, value, world):
    """`run_of(indicator, [50, 52, ...], 1000)`: months from January 2024 at the ward (or `unit`)."""

    def run_of(indicator, numbers, denominator=None, *, unit=None):
        at = unit or world.ward
        record(
            values=[
                value(indicator, at, periods.moved("month", JAN, step), number, denominator)
                for step, number in enumerate(numbers)
                if number is not None
            ]
        )
        return queries.series(
            indicator, at, upto=periods.ends("month", periods.moved("month", JAN, len(numbers) - 1))
        )

    return run_of


@pytest.mark.parametrize(
    ("kind", "denominator", "chart"),
    [
        ("proportion", 1000, Drawn.P),
        ("rate", 1000, Drawn.U),
        ("count", None, Drawn.C),
        ("mean", 1000, Drawn.I),
        ("single", None, Drawn.I),
        ("between", None, Drawn.T),
    ],
)
def test_each_kind_of_numbers_has_its_chart(define, run_of, kind, denominator, chart):
    (reading,) = evaluate([run_of(define("i", kind=kind), CALM, denominator)])

    assert reading.chart is chart
    assert reading.signals == []
    assert reading.variation == "common"


def test_lines_are_in_the_measure_of_the_definition(define, run_of):
    (reading,) = evaluate([run_of(define("andel"), CALM, 1000)])

    assert reading.values[0] == pytest.approx(5)
    assert reading.centre[0] == pytest.approx(sum(CALM) / len(CALM) / 10)
    assert reading.low[0] < 4.7 < 5.3 < reading.high[0] < 20


def test_a_person_may_choose_another_chart_and_is_told_why(define, run_of):
    wild = [500, 620, 380, 510, 470, 730, 500, 290, 520, 480, 610, 500, 370, 530, 490]
    (usual,) = evaluate([run_of(define("andel"), wild, 1000)])
    (chosen,) = evaluate([run_of(define("andel2", chart="p"), wild, 1000)])

    assert usual.chart is usual.advice().kind is Drawn.P_PRIME
    assert (chosen.chart, chosen.advice().kind) == (Drawn.P, Drawn.P_PRIME)
    assert usual.high[0] > chosen.high[0]


@pytest.mark.parametrize(
    ("kind", "large"), [("proportion", Drawn.P_PRIME), ("rate", Drawn.U_PRIME)]
)
def test_styrk_draws_what_it_advises(define, run_of, kind, large):
    series = [
        run_of(define("calm", kind=kind), CALM, 1000),
        run_of(define("large", kind=kind), [one * 40 for one in CALM], 40000),
    ]

    calm, many = evaluate(series)

    assert calm.chart is calm.advice().kind
    assert many.chart is many.advice().kind is large


def test_too_few_points_are_said_plainly(define, run_of):
    (reading,) = evaluate([run_of(define("andel"), [50, 90, 10, 80], 1000)])

    assert (reading.chart, reading.known, reading.needed) == (Drawn.RUN, 4, 8)
    assert (reading.signals, reading.variation, reading.p) == ([], "", None)


def test_a_point_outside_is_a_signal_and_a_concern(define, run_of):
    (reading,) = evaluate([run_of(define("andel"), [*CALM, 99], 1000)])

    assert Signals.OUTSIDE_HIGH in reading.signals
    assert reading.outside == [False] * 24 + [True]
    assert reading.variation == "concern"


def test_a_lasting_shift_is_seen_and_a_split_takes_it_in(
    define, run_of, world, quality_adviser, now
):
    share = define("andel")
    series = run_of(share, [*CALM, *(40 + one % 3 for one in range(10))], 1000)
    before = evaluate([series])[0]
    commands.mark_series(
        indicator=share,
        unit=world.ward,
        kind="split",
        period=date(2026, 1, 1),
        reason="Ny rutine for sengevakt",
        by=quality_adviser,
        now=now,
    )

    after = evaluate([series], queries.marks_of([(share.pk, world.ward.pk)]))[0]

    assert Signals.SHIFT_LOW in before.signals
    assert before.variation == "improvement"
    assert (after.signals, after.variation, after.needed) == ([], "", 2)
    assert after.parts == [1] * 24 + [2] * 10
    assert after.centre[-1] == pytest.approx(4.09)


def test_a_point_left_out_and_a_frozen_baseline(define, run_of, world, quality_adviser, now):
    share = define("andel")
    series = run_of(share, [*CALM, 400, 55, 56], 1000)
    facts = {"indicator": share, "unit": world.ward, "by": quality_adviser, "now": now}
    commands.mark_series(kind="exclude", period=date(2026, 1, 1), reason="Flytting", **facts)
    commands.mark_series(kind="freeze", period=date(2025, 6, 1), reason="Før tiltaket", **facts)

    (reading,) = evaluate([series], queries.marks_of([(share.pk, world.ward.pk)]))

    assert reading.excluded == [False] * 24 + [True, False, False]
    assert reading.centre[0] == pytest.approx(sum(CALM[:18]) / 180)
    with pytest.raises(commands.AlreadyMarked):
        commands.mark_series(kind="exclude", period=date(2026, 1, 1), reason="To ganger", **facts)


def test_series_of_all_kinds_are_read_together_as_alone(define, run_of, world):
    series = [
        run_of(define(f"i{number}", kind=kind), [one + number for one in CALM], n)
        for number, (kind, n) in enumerate(
            [("rate", 900), ("count", None), ("rate", 1100), ("proportion", 1000), ("single", None)]
        )
    ]
    empty = queries.series(define("tom"), world.ward, upto=TODAY)

    together = evaluate([*series, empty])

    assert together[-1] is None
    for one, reading in zip(series, together[:-1], strict=True):
        alone = evaluate([one])[0]
        assert (reading.chart, reading.values, reading.high) == (
            alone.chart,
            alone.values,
            alone.high,
        )
        assert reading.p == alone.p


def test_missing_periods_and_partial_sums_are_no_points(define, run_of, record, value, world):
    count = define("sum", kind="count")
    run_of(count, CALM)
    series = run_of(count, [*CALM, 50], unit=world.second_ward)
    clinic = queries.series(count, world.clinic, upto=date(2026, 1, 31))

    (reading,) = evaluate([clinic])

    assert clinic.points[-1].is_partial
    assert (reading.known, reading.values[-1]) == (24, None)
    assert evaluate([series])[0].known == 25


@pytest.mark.usefixtures("stopped_clock")
def test_the_job_reads_what_changed_and_a_board_sees_the_most_striking_first(
    define, run_of, record, value, world, now, quality_adviser
):
    share, calm = define("andel"), define("rolig")
    run_of(share, [*CALM[:18], 90, 92, 91, 93, 95, 94], 1000)
    run_of(calm, CALM, 1000, unit=world.other_ward)

    jobs.read_what_changed(now)
    ranked = queries.ranked(world.trust)

    assert not Signal.objects.filter(stale=True).exists()
    assert ranked.judged == 8
    assert {one.indicator.code for one in ranked.signals[: ranked.told]} == {"andel"}
    assert ranked.by_chance == pytest.approx(0.4)
    first = ranked.signals[0]
    assert (first.period, first.variation, first.newly) == (date(2025, 12, 1), "concern", True)

    record(share, world.ward, date(2026, 1, 1), 50, 1000)
    assert Signal.objects.filter(stale=True).count() == 5
    commands.set_target(indicator=calm, unit=None, value=Decimal(9), by=quality_adviser, now=now)
    jobs.read_what_changed(now)
    assert Signal.objects.get(indicator=calm, unit=world.other_ward).assurance == "pass"


def test_sums_follow_a_change_of_the_tree_back_in_time(
    define, record, value, world, now, administrator, stands
):
    share = define("andel")
    record(share, world.ward, date(2026, 9, 1), 5, 100)
    jobs.sum_the_new_tree(now)
    move_unit(
        unit=world.ward,
        parent=world.units["f.kir.2"],
        valid_from=date(2026, 9, 15),
        by=administrator,
        now=now,
    )
    assert stands(share, date(2026, 9, 1))["f.med"][0] == 5

    jobs.sum_the_new_tree(now)

    found = stands(share, date(2026, 9, 1))
    assert "f.med" not in found
    assert (found["f.kir"][0], found["f"][0]) == (5, 5)


@pytest.mark.parametrize("table", ["measurement", "definition", "target", "attestation", "batch"])
def test_what_was_said_is_never_changed(define, record, world, now, quality_adviser, table):
    share = define("andel")
    record(share, world.ward, JAN, 5, 100)
    commands.attest(
        indicator=share, unit=world.ward, period=JAN, quality="good", by=quality_adviser, now=now
    )
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(f"DELETE FROM indicators_{table}")


def test_an_attestation_with_reservations_says_why(define, record, world, now, quality_adviser):
    share = define("andel")
    record(share, world.ward, JAN, 5, 100)
    facts = {"indicator": share, "unit": world.ward, "by": quality_adviser, "now": now}

    with pytest.raises(commands.ReasonMissing):
        commands.attest(period=JAN, quality="poor", **facts)
    with pytest.raises(commands.NothingThere):
        commands.attest(period=date(2024, 2, 1), quality="good", **facts)
    commands.attest(period=JAN, quality="poor", words="Dobbel registrering", **facts)
    commands.attest(period=JAN, quality="good", **facts)

    assert queries.attestations_of(share, world.ward)[JAN].quality == "good"


def test_ten_thousand_series_are_read_in_seconds(define, world):
    """The engine is measured in the bench; here only that nothing asks series by series."""
    share = define("andel")
    values = [
        Value(
            share.pk, world.ward.pk, periods.moved("month", JAN, step), Decimal(50), Decimal(1000)
        )
        for step in range(24)
    ]
    commands.record_values(values=values, by=None, now=_now())
    (series,) = queries.series_of([(share, world.ward.pk)], upto=TODAY).values()

    readings = evaluate([series] * 200)

    assert len({id(one.drawn) for one in readings}) == 1


def _now():
    from styrk.core.clock import start_of

    return start_of(TODAY) + timedelta(hours=9)


@pytest.mark.parametrize(
    ("numbers", "chart"),
    [
        (CALM, Drawn.C),
        ([number + Decimal("0.5") for number in CALM], Drawn.I),
        ([number * 100 for number in CALM], Drawn.I),
    ],
)
def test_only_few_events_have_the_limits_of_chance(define, run_of, numbers, chart):
    sums = define("sums", kind="count")

    (reading,) = evaluate([run_of(sums, numbers)])

    assert (reading.chart, reading.advice().kind) == (chart, chart)
