"""Series as one looks at them: what is known, what is waited for, and what is missing."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from styrk.indicators import commands, periods, queries
from styrk.indicators.presenters.defined import year_facts
from styrk.indicators.series import Standing
from styrk.indicators.shape import How, how_of
from styrk.indicators.states import Of
from styrk.indicators.types import STOCKS
from styrk.indicators.year import year_to_date

JAN, FEB, MAR = date(2026, 1, 1), date(2026, 2, 1), date(2026, 3, 1)
JAN25 = date(2025, 1, 1)
TODAY = date(2026, 11, 16)


def queries_of(act):
    with CaptureQueriesContext(connection) as captured:
        act()
    return len(captured)


def months(first, number):
    return [periods.moved("month", first, step) for step in range(number)]


@pytest.mark.parametrize(
    ("rhythm", "on", "first", "last"),
    [
        ("day", date(2026, 3, 5), date(2026, 3, 5), date(2026, 3, 5)),
        ("week", date(2026, 1, 1), date(2025, 12, 29), date(2026, 1, 4)),
        ("month", date(2024, 2, 29), date(2024, 2, 1), date(2024, 2, 29)),
        ("quarter", date(2026, 12, 31), date(2026, 10, 1), date(2026, 12, 31)),
        ("tertial", date(2026, 8, 31), date(2026, 5, 1), date(2026, 8, 31)),
        ("half", date(2026, 7, 1), date(2026, 7, 1), date(2026, 12, 31)),
        ("year", date(2026, 7, 1), date(2026, 1, 1), date(2026, 12, 31)),
    ],
)
def test_periods(rhythm, on, first, last):
    assert periods.begins(rhythm, on) == first
    assert periods.ends(rhythm, first) == last
    assert periods.moved(rhythm, periods.moved(rhythm, first, 5), -5) == first
    assert periods.newest_over(rhythm, last) == first
    assert periods.newest_over(rhythm, last - timedelta(days=1)) < first or rhythm == "day"


def test_a_year_before():
    assert periods.a_year_before("month", date(2026, 3, 1)) == date(2025, 3, 1)
    assert periods.a_year_before("week", date(2026, 1, 5)) == date(2025, 1, 6)


def test_every_period_is_there_and_says_why_it_has_no_figure(world, define, record, value):
    sick = define("sykefravær", lag_days=35)
    record(
        values=[value(sick, world.ward, m, 70, 1000) for m in [*months(JAN, 7), date(2026, 9, 1)]]
    )

    found = queries.series(sick, world.ward, upto=TODAY)

    assert [(p.period.month, p.standing) for p in found.points[6:]] == [
        (7, Standing.KNOWN),
        (8, Standing.MISSING),
        (9, Standing.KNOWN),
        (10, Standing.WAITING),
    ]
    assert found.points[-1].expected_on == date(2026, 12, 6)
    assert found.latest.value == pytest.approx(7)


def test_too_small_denominators_are_not_judged(world, define, record):
    rare = define("sjelden", least=Decimal(10))
    record(rare, world.ward, JAN, 1, 9)
    record(rare, world.ward, FEB, 1, 10)

    one, two = queries.series(rare, world.ward, upto=date(2026, 2, 28)).points

    assert (one.standing, one.value) == (Standing.TOO_FEW, None)
    assert (two.standing, two.value) == (Standing.KNOWN, 10)


def test_a_sum_says_how_many_have_reported(world, define, record, value):
    count = define("liggedøgn", kind="count")
    record(values=[value(count, u, JAN, 5) for u in (world.ward, world.second_ward)])
    record(count, world.ward, FEB, 5)

    january, february = queries.series(count, world.clinic, upto=date(2026, 2, 28)).points

    assert (january.reporting, january.expected, january.is_partial) == (2, 2, False)
    assert (february.reporting, february.expected, february.is_partial) == (1, 2, True)


def test_targets_over_time_and_for_one_unit(world, define, record, quality_adviser, now):
    share = define("andel")
    record(share, world.ward, JAN, 5, 100)
    record(share, world.ward, MAR, 5, 100)
    facts = {"indicator": share, "by": quality_adviser, "now": now}
    commands.set_target(unit=None, value=Decimal(10), valid_from=JAN, **facts)
    commands.set_target(unit=None, value=Decimal(8), valid_from=MAR, **facts)
    commands.set_target(unit=world.other_ward, value=Decimal(3), valid_from=JAN, **facts)

    found = queries.series(share, world.ward, upto=date(2026, 3, 31))

    assert [found.target_on(p.period) for p in found.points] == [10, 10, 8]
    assert queries.series(share, world.other_ward, upto=TODAY).target_on(JAN) == 3


def test_year_to_date_sums_what_can_be_summed(world, define, record, value):
    share, cost = define("andel"), define("kroner", kind="count", may_be_negative=True)
    wait = define("vent", kind="single")
    record(
        values=[
            *(value(share, world.ward, date(2025, m, 1), 1, 100) for m in range(1, 13)),
            value(share, world.ward, JAN, 1, 100),
            value(share, world.ward, FEB, 9, 300),
            *(value(cost, world.ward, date(2025, m, 1), 10) for m in range(1, 13)),
            value(cost, world.ward, JAN, 12),
            value(cost, world.ward, FEB, -2),
            *(value(cost, world.ward, date(2026, m, 1), 11, of="budget") for m in range(1, 13)),
            *(value(cost, world.ward, date(2026, m, 1), 20, of="forecast") for m in range(2, 13)),
            value(wait, world.ward, JAN, 60),
            value(wait, world.ward, FEB, 55),
        ]
    )

    rows = {row.indicator.code: row for row in queries.table(world.ward, date(2026, 3, 5))}

    year = rows["kroner"].year
    assert (year.through, year.actual, year.budget, year.deviation) == (FEB, 10, 22, -12)
    assert (year.last_year, year.year_budget, year.estimate) == (20, 132, 10 + 10 * 20)
    assert rows["andel"].year.actual == pytest.approx(100 * 10 / 400)
    assert rows["vent"].year.actual == 55


def year_of(indicator, unit, on=date(2026, 4, 5)):
    found = queries.series_of([(indicator, unit.pk)], upto=on, of=Of.values)
    return year_to_date(2026, *(found[indicator.pk, unit.pk, of] for of in Of.values))


def test_a_missing_month_is_not_compared_and_is_filled_from_the_forecast(
    world, define, record, value
):
    cost = define("kroner", kind="count")
    last_year = (
        value(cost, world.ward, date(2025, m, 1), 10) for m in (*range(1, 3), *range(4, 13))
    )
    planned = (value(cost, world.ward, date(2026, m, 1), 11, of="budget") for m in range(1, 13))
    record(values=[*last_year, *planned, *(value(cost, world.ward, one, 12) for one in (JAN, MAR))])

    year = year_of(cost, world.ward)

    assert (year.actual, year.budget, year.deviation, year.holes) == (24, 22, 2, (FEB,))
    assert (year.last_year, year.estimate, year.year_budget) == (None, None, 132)

    some = [value(cost, world.ward, date(2026, m, 1), 20, of="forecast") for m in range(3, 12)]
    record(values=some)
    assert year_of(cost, world.ward).estimate is None
    rest = [value(cost, world.ward, date(2026, m, 1), 20, of="forecast") for m in (2, 12)]
    record(values=rest)
    assert year_of(cost, world.ward).estimate == 24 + 20 * 10


def test_a_budget_for_a_part_of_the_year_is_no_budget_for_it(world, define, record, value):
    cost = define("kroner", kind="count")
    record(
        values=[
            *(value(cost, world.ward, one, 12) for one in (JAN, FEB)),
            *(value(cost, world.ward, one, 11, of="budget") for one in (FEB, MAR)),
        ]
    )

    year = year_of(cost, world.ward)

    assert (year.budget, year.deviation, year.year_budget) == (None, None, None)


def test_a_sum_says_which_months_lack_units(world, define, record, value):
    cost = define("kroner", kind="count")
    both = [value(cost, unit, JAN, 5) for unit in (world.ward, world.second_ward)]
    record(values=[*both, value(cost, world.ward, FEB, 5)])
    third = [value(cost, unit, MAR, 5) for unit in (world.ward, world.second_ward)]
    record(values=third)

    year = year_of(cost, world.department)

    assert (year.actual, year.partial, year.holes) == (25, (FEB,), ())
    facts = dict(year_facts(cost.definitions.get(), year))
    assert facts["Ikke alle enhetene er med"] == "feb. 26"


@pytest.mark.parametrize(
    ("along", "actual", "last_year", "estimate", "year_budget"),
    [("sum", 50, 40, None, None), ("last", 20, 14, 90, 99), ("mean", 25, 20, None, None)],
)
def test_how_months_become_a_year(
    world, define, record, value, along, actual, last_year, estimate, year_budget
):
    late = define("restanser", kind="count", along=along)
    record(
        values=[
            *(value(late, world.ward, one, n) for one, n in ((JAN, 25), (FEB, 5), (JAN25, 20))),
            value(late, world.ward, date(2025, 2, 1), 6),
            *(value(late, world.second_ward, one, n) for one, n in ((JAN, 5), (FEB, 15))),
            *(value(late, world.second_ward, date(2025, m, 1), n) for m, n in ((1, 6), (2, 8))),
            value(late, world.ward, date(2026, 12, 1), 90, of="forecast"),
            value(late, world.ward, date(2026, 12, 1), 99, of="budget"),
        ]
    )

    year = year_of(late, world.department, date(2026, 3, 5))

    assert (year.actual, year.last_year) == (actual, last_year)
    assert (year.estimate, year.year_budget) == (estimate, year_budget)


@pytest.mark.parametrize("computed", STOCKS)
def test_what_lies_there_is_not_added_up_where_styrk_counts_it(define, computed):
    counted = define("telt", kind="count", denominator="", computed=computed)

    assert counted.definitions.get().joined == "last"


def test_a_table_costs_the_same_for_one_and_for_many(world, define, record, value):
    def fill(number):
        made = [define(f"i{number}.{n}", area="economy") for n in range(number)]
        record(values=[value(i, world.ward, m, 5, 100) for i in made for m in months(JAN, 10)])

    fill(2)
    few = queries_of(lambda: queries.table(world.clinic, TODAY))
    fill(20)
    many = queries_of(lambda: queries.table(world.clinic, TODAY))

    assert len(queries.table(world.clinic, TODAY)) == 22
    assert few == many == 4


def test_units_below_beside_each_other(world, define, record, value):
    share = define("andel")
    record(
        values=[value(share, world.ward, JAN, 5, 100), value(share, world.other_ward, JAN, 9, 100)]
    )

    found = {below.unit.code: below.point for below in queries.children(share, world.trust, JAN)}

    assert set(found) == {"f.med", "f.kir"}
    assert found["f.kir"].value == 9
    (nothing,) = [b for b in queries.children(share, world.department, JAN) if b.unit != world.ward]
    assert nothing.point is None


def test_as_it_was_on_a_day(world, define, record, value, now):
    share = define("andel")
    record(
        values=[value(share, world.ward, JAN, 5, 100), value(share, world.second_ward, JAN, 1, 50)]
    )
    later = now + timedelta(days=2)
    record(share, world.ward, JAN, 7, 100, reason="Rettet", at=later)
    record(share, world.ward, FEB, 7, 100, at=later)

    then = queries.series_as_of(share, world.trust, now + timedelta(days=1))
    today = queries.series_as_of(share, world.trust, later)

    assert [(p.numerator, p.denominator) for p in then.points if p.value is not None] == [(6, 150)]
    assert list(today.points) == list(queries.series(share, world.trust, upto=TODAY).points)


def test_a_new_definition_begins_where_nothing_was_counted_otherwise(
    world, define, record, quality_adviser, now
):
    share = define("andel")
    record(share, world.ward, JAN, 5, 100)
    facts = {"indicator": share, "by": quality_adviser, "now": now}
    rate = How(kind="rate", valid_from=JAN, numerator="Fall", denominator="Liggedøgn")

    with pytest.raises(commands.ValuesStand):
        commands.revise_definition(how=rate, **facts)
    commands.revise_definition(
        how=How(kind="rate", valid_from=FEB, numerator="Fall", denominator="Liggedøgn"), **facts
    )
    record(share, world.ward, FEB, 5, 1000)

    found = queries.series(share, world.ward, upto=date(2026, 2, 28))
    assert [(p.value, p.version) for p in found.points] == [(5, 1), (5, 2)]
    assert [p.period for p in found.comparable] == [FEB]
    assert how_of(found.definition).factor == 1000


def test_other_words_may_be_said_of_the_same_count(world, define, record, quality_adviser, now):
    share = define("andel")
    record(share, world.ward, JAN, 5, 100)
    first = share.definitions.get()

    commands.revise_definition(
        indicator=share,
        how=How(**vars(how_of(first)) | {"source": "NOIS", "lag_days": 10}),
        by=quality_adviser,
        now=now,
    )

    found = queries.series(share, world.ward, upto=date(2026, 1, 31))
    assert found.definition.source == "NOIS"
    assert len(found.comparable) == 1
