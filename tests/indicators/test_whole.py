"""Patients are not halved: what is counted in whole numbers, and what may have decimals."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from styrk.core.files import SourceFile
from styrk.indicators import commands, queries
from styrk.indicators.imports import Asked, import_values
from styrk.indicators.models import Measurement
from styrk.indicators.presenters import chart as presenting
from styrk.indicators.readings import evaluate
from styrk.indicators.shape import how_of
from styrk.indicators.types import ValuesRefused, Why

JAN = date(2026, 1, 1)
HALF = "57.5"


@pytest.mark.parametrize(
    ("how", "divisor", "why"),
    [
        ({"kind": "count", "decimals": 0}, None, Why.NOT_WHOLE),
        ({"kind": "count", "decimals": 1}, None, None),
        ({"kind": "count", "decimals": 1, "whole": "yes"}, None, Why.NOT_WHOLE),
        ({"kind": "count", "decimals": 0, "whole": "no"}, None, None),
        ({"kind": "proportion"}, 100, Why.NOT_WHOLE),
        ({"kind": "proportion", "whole": "no"}, "100.5", None),
        ({"kind": "rate"}, "100.5", Why.NOT_WHOLE),
        ({"kind": "mean"}, 10, None),
        ({"kind": "mean", "whole": "yes"}, 10, Why.NOT_WHOLE),
        ({"kind": "single"}, None, None),
        ({"kind": "between"}, None, None),
        ({"kind": "between", "whole": "yes"}, None, Why.NOT_WHOLE),
    ],
)
def test_by_the_kind_unless_the_definition_says_it(world, define, record, value, how, divisor, why):
    indicator = define("tall", **how)
    half = value(indicator, world.ward, JAN, HALF, divisor)

    assert indicator.definitions.get().counts_whole is (why is not None)
    if why is None:
        assert record(values=[half]).new == 1
        return
    with pytest.raises(ValuesRefused) as refused:
        record(values=[half])
    assert [(one.why, one.detail) for one in refused.value.refused] == [(why, HALF)]


def test_a_denominator_is_whole_only_where_it_is_of_the_same(world, define, record, value):
    share, rate = define("andel"), define("rate", kind="rate")
    told = [value(one, world.ward, JAN, 5, "100.5") for one in (share, rate)]

    (refused,) = record(values=told, accept_valid=True).refused

    assert (refused.position, refused.why) == (0, Why.NOT_WHOLE_DENOMINATOR)


def test_what_is_planned_may_have_decimals(world, define, record, value):
    falls = define("fall", kind="count", decimals=0)

    told = record(
        values=[value(falls, world.ward, JAN, HALF, of=of) for of in ("budget", "forecast")]
    )

    assert told.new == 2


def test_what_stands_from_before_is_left_as_it_is(
    world, define, record, value, quality_adviser, now
):
    falls = define("fall", kind="count", whole="no")
    half = value(falls, world.ward, JAN, HALF)
    record(values=[half])
    stricter = replace(how_of(falls.definitions.get()), whole="yes")
    commands.revise_definition(indicator=falls, how=stricter, by=quality_adviser, now=now)

    assert record(values=[half]).unchanged == 1
    with pytest.raises(ValuesRefused):
        record(values=[replace(half, numerator=Decimal("58.5"), reason="Rettet")])


@pytest.fixture
def take(quality_adviser, now):
    """`take("fall;f.med.1.a;2026-01;57,5;", header=...)`: a file read in."""

    def take(*rows, header="indikator;enhet;periode;teller;nevner"):
        data = "\n".join([header, *rows]).encode()
        return import_values([SourceFile("tall.csv", data)], Asked(by=quality_adviser, now=now))

    return take


def test_a_file_is_told_at_its_row(world, define, take):
    define("fall", kind="count", decimals=0)
    define("andel")

    report = take(
        "fall;f.med.1.a;2026-01;57,5;",
        "fall;f.med.1.b;2026-01;57,0;",
        "andel;f.med.1.a;2026-01;3;40,25",
    )

    told = {(one.row, one.column): one.message for one in report.errors}
    assert not report.applied
    assert list(told) == [(2, "teller"), (4, "nevner")]
    assert told[2, "teller"].startswith("Her telles det i hele tall, og 57,5 er ikke et helt tall.")
    assert told[4, "nevner"].startswith("Nevneren telles i hele tall, og 40,25 er")


@pytest.mark.parametrize(
    ("row", "counted"),
    [("12,4;340", 42), ("12;340", 41), ("100;7", 7), ("50;3", None), ("12,3;340", None)],
)
def test_a_share_is_of_the_count_that_gives_it_or_is_refused(world, define, take, row, counted):
    define("andel")

    report = take(f"andel;f.med.1.a;2026-01;{row}", header="indikator;enhet;periode;verdi;nevner")

    stands = list(Measurement.objects.values_list("numerator", flat=True))
    assert stands == ([] if counted is None else [Decimal(counted)])
    assert report.applied is (counted is not None)


def test_charts_of_counts_are_for_what_is_counted(world, define, record, value, now):
    months = [date(2025 + n // 12, n % 12 + 1, 1) for n in range(20)]
    for whole, kind, offered in (("auto", "p", True), ("no", "ip", False)):
        share = define(f"andel-{whole}", whole=whole)
        record(values=[value(share, world.ward, on, 5 + n % 3, 100) for n, on in enumerate(months)])
        series = queries.series(share, world.ward, upto=date(2026, 8, 31))

        (reading,) = evaluate([series])

        assert reading.chart.value == kind
        charts = dict(presenting.kinds_for(series.definition))
        assert ("p" in charts) is offered
        assert ("bernoulli" in dict(presenting.more_kinds(series.definition))) is offered
