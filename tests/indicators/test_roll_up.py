"""What stands at a unit: its own value, or the sum of what stands below it in the tree as it was."""

import random
from datetime import date, timedelta
from decimal import Decimal

import pytest

from styrk.core.scope import Units
from styrk.indicators import commands
from styrk.indicators.models import Measurement, Signal
from styrk.indicators.types import Value, ValuesRefused, Why
from styrk.organisation.commands import move_unit
from styrk.organisation.models import UnitEdition

JAN, FEB, MAR = date(2026, 1, 1), date(2026, 2, 1), date(2026, 3, 1)


def test_sums_climb_the_tree_and_are_no_averages(world, define, record, value, stands):
    falls = define("fall")

    told = record(
        values=[
            value(falls, world.ward, JAN, 5, 100),
            value(falls, world.second_ward, JAN, 1, 300),
            value(falls, world.other_ward, JAN, 2, 50),
        ]
    )

    assert (told.new, told.corrected, told.unchanged) == (3, 0, 0)
    assert stands(falls, JAN) == {
        "f.med.1.a": (5, 100, True, 1),
        "f.med.1.b": (1, 300, True, 1),
        "f.med.1": (6, 400, False, 2),
        "f.med": (6, 400, False, 2),
        "f.kir.2.a": (2, 50, True, 1),
        "f.kir.2": (2, 50, False, 1),
        "f.kir": (2, 50, False, 1),
        "f": (8, 450, False, 3),
        "r": (8, 450, False, 3),
    }


def test_a_units_own_value_stands_over_those_below(world, define, record, stands):
    falls = define("fall")
    record(falls, world.ward, JAN, 5, 100)
    record(falls, world.clinic, JAN, 9, 600)
    record(falls, world.second_ward, JAN, 1, 100)

    found = stands(falls, JAN)

    assert found["f.med.1"] == (6, 200, False, 2)
    assert found["f.med"] == (9, 600, True, 1)
    assert found["f"] == (9, 600, False, 1)


def test_a_correction_has_a_reason_and_climbs(world, define, record, stands, now):
    falls = define("fall")
    record(falls, world.ward, JAN, 5, 100)

    with pytest.raises(ValuesRefused) as refused:
        record(falls, world.ward, JAN, 4, 100)
    told = record(falls, world.ward, JAN, 4, 100, reason="Ett fall var talt to ganger")

    assert [(one.why, one.detail) for one in refused.value.refused] == [(Why.NEEDS_REASON, "5/100")]
    assert (told.new, told.corrected) == (0, 1)
    assert stands(falls, JAN)["r"] == (4, 100, False, 1)
    assert Measurement.objects.filter(indicator=falls).count() == 2


def test_a_value_taken_back_gives_way_to_those_below(
    world, define, record, value, stands, quality_adviser, now
):
    falls = define("fall")
    record(falls, world.ward, JAN, 5, 100)
    record(falls, world.department, JAN, 9, 600)

    commands.take_back_value(
        value=value(falls, world.department, JAN, None, reason="Gjaldt en annen avdeling"),
        by=quality_adviser,
        now=now,
    )
    assert stands(falls, JAN)["f.med.1"] == (5, 100, False, 1)
    assert stands(falls, JAN)["f"] == (5, 100, False, 1)

    commands.take_back_value(
        value=value(falls, world.ward, JAN, None, reason="Feil måned"), by=quality_adviser, now=now
    )
    assert stands(falls, JAN) == {}


def test_what_stands_already_is_left_alone(world, define, record, stands):
    falls = define("fall")
    record(falls, world.ward, JAN, 5, 100)

    told = record(falls, world.ward, JAN, "5.0000001", 100)

    assert (told.new, told.corrected, told.unchanged) == (0, 0, 1)
    assert Measurement.objects.count() == 1


def test_the_tree_is_that_of_the_periods_last_day(
    world, define, record, value, stands, now, administrator
):
    falls = define("fall")
    record(values=[value(falls, world.ward, month, 5, 100) for month in (JAN, FEB, MAR)])
    # In the middle of February: from then on the ward is the surgeons'.
    move_unit(
        unit=world.ward,
        parent=world.units["f.kir.2"],
        valid_from=date(2026, 2, 14),
        by=administrator,
        now=now,
    )

    record(falls, world.second_ward, JAN, 1, 100)
    record(falls, world.ward, JAN, 6, 100, reason="Ett til")
    record(falls, world.ward, FEB, 6, 100, reason="Ett til")
    record(falls, world.second_ward, FEB, 1, 100)

    assert stands(falls, JAN)["f.med"] == (7, 200, False, 2)
    assert "f.kir" not in stands(falls, JAN)
    assert stands(falls, FEB)["f.kir"] == (6, 100, False, 1)
    assert stands(falls, FEB)["f.med"] == (1, 100, False, 1)


def test_a_unit_that_has_moved_is_measured_where_it_was_then(
    world, define, record, stands, now, administrator
):
    medical = define("fall", unit=world.clinic)
    surgical = define("sår", unit=world.other_clinic)
    move_unit(
        unit=world.units["f.med.1"],
        parent=world.other_clinic,
        valid_from=date(2026, 2, 14),
        by=administrator,
        now=now,
    )

    record(medical, world.ward, JAN, 5, 100)
    record(surgical, world.ward, FEB, 3, 100)

    assert stands(medical, JAN)["f.med"] == (5, 100, False, 1)
    assert stands(surgical, FEB)["f.kir"] == (3, 100, False, 1)
    assert refusal(record, medical, world.ward, FEB, 5, 100) == Why.NOT_BELOW
    assert refusal(record, surgical, world.ward, JAN, 3, 100) == Why.NOT_BELOW
    assert refusal(record, surgical, world.second_ward, JAN, 3, 100) == Why.NOT_BELOW


@pytest.mark.parametrize("kind", ["single", "between"])
def test_what_cannot_be_summed_is_not(world, define, record, stands, kind):
    waiting = define("vent", kind=kind)

    record(waiting, world.ward, JAN, 57)

    assert set(stands(waiting, JAN)) == {"f.med.1.a"}


def test_budget_and_actual_are_apart(world, define, record, stands):
    beds = define("drg", kind="count", may_be_negative=True)
    record(beds, world.ward, JAN, 100)
    record(beds, world.ward, date(2026, 12, 1), 120, of="budget")

    assert stands(beds, date(2026, 12, 1), of="budget")["f"][0] == 120
    assert stands(beds, date(2026, 12, 1)) == {}


def refusal(record, *one, **facts):
    with pytest.raises(ValuesRefused) as refused:
        record(*one, **facts)
    (told,) = refused.value.refused
    return told.why


def test_impossible_values_are_refused(world, define, record, now):
    share, rate, count = define("andel"), define("rate", kind="rate"), define("sum", kind="count")
    ward = world.ward

    assert refusal(record, share, ward, JAN, 101, 100) == Why.ABOVE_WHOLE
    assert refusal(record, share, ward, JAN, -1, 100) == Why.NEGATIVE
    assert refusal(record, share, ward, JAN, 1) == Why.NO_DENOMINATOR
    assert refusal(record, rate, ward, JAN, 1, 0) == Why.ZERO_DENOMINATOR
    assert refusal(record, count, ward, JAN, 1, 10) == Why.NO_USE_OF_DENOMINATOR
    assert refusal(record, count, ward, JAN, "NaN") == Why.NOT_A_NUMBER
    assert refusal(record, count, ward, JAN, 10**18) == Why.NOT_A_NUMBER
    assert refusal(record, count, ward, date(2026, 1, 15), 1) == Why.WRONG_PERIOD
    assert refusal(record, count, ward, date(2026, 11, 1), 1) == Why.NOT_OVER
    assert refusal(record, count, ward, date(2026, 12, 1), 1) == Why.FUTURE
    assert refusal(record, count, ward, date(2019, 12, 1), 1) == Why.NOT_DEFINED
    assert refusal(record, count, world.their_ward, JAN, 1) == Why.NOT_BELOW
    assert refusal(record, count, world.region, JAN, 1) == Why.NOT_BELOW
    assert refusal(record, count, ward, JAN, None, reason="Borte") == Why.NOTHING_THERE
    assert Measurement.objects.count() == 0


def test_unknown_codes_and_other_peoples_units_are_refused(world, define, now, ward_leader):
    count = define("sum", kind="count")
    values = [
        Value(count.pk, 10**9, JAN, Decimal(1)),
        Value(10**9, world.ward.pk, JAN, Decimal(1)),
        Value(count.pk, world.second_ward.pk, JAN, Decimal(1)),
        Value(count.pk, world.ward.pk, JAN, Decimal(1)),
    ]
    mine = Units(ids=frozenset({world.ward.pk}))

    told = commands.record_values(
        values=values, by=ward_leader, now=now, within=mine, accept_valid=True
    )

    assert {one.position: one.why for one in told.refused} == {
        0: Why.UNKNOWN_UNIT,
        1: Why.UNKNOWN_INDICATOR,
        2: Why.NOT_YOURS,
    }
    assert told.new == 1


def test_the_same_period_twice(world, define, record, value, stands):
    count = define("sum", kind="count")
    values = [
        value(count, world.ward, JAN, 1),
        value(count, world.ward, JAN, 1),
        value(count, world.ward, FEB, 1),
        value(count, world.ward, FEB, 2),
        value(count, world.ward, MAR, 7),
    ]

    told = record(values=values, accept_valid=True)

    assert [(one.position, one.why, one.detail) for one in told.refused] == [
        (1, Why.TWICE, "0"),
        (2, Why.TWO_VALUES, "2"),
        (3, Why.TWO_VALUES, "2"),
    ]
    assert told.new == 2
    assert stands(count, FEB) == {}


def test_nothing_is_kept_of_a_batch_with_errors(world, define, record, value):
    count = define("sum", kind="count")

    with pytest.raises(ValuesRefused):
        record(values=[value(count, world.ward, JAN, 1), value(count, world.ward, FEB, -1)])

    assert Measurement.objects.count() == 0


def test_series_that_changed_are_to_be_read_anew(world, define, record):
    falls = define("fall")
    record(falls, world.ward, JAN, 5, 100)
    Signal.objects.update(stale=False)

    record(falls, world.second_ward, JAN, 5, 100)

    stale = set(Signal.objects.filter(stale=True).values_list("unit__code", flat=True))
    assert stale == {"f.med.1.b", "f.med.1", "f.med", "f", "r"}


def reckoned(values, day):
    """What should stand, reckoned one by one: the newest own value, else the sum of the children."""
    own = {}
    for one in values:
        own[one.unit_id] = (one.numerator, one.denominator)
    editions = UnitEdition.objects.filter(valid_from__lte=day).exclude(valid_to__lt=day)
    children = {}
    for unit, parent in editions.values_list("unit_id", "parent_id"):
        children.setdefault(parent, []).append(unit)

    def of(unit):
        if unit in own:
            return own[unit]
        below = [found for child in children.get(unit, []) if (found := of(child))]
        return tuple(map(sum, zip(*below, strict=True))) if below else None

    units = UnitEdition.objects.values_list("unit_id", flat=True)
    return {unit: found for unit in units if (found := of(unit))}


def test_many_values_in_any_order_stand_as_reckoned_one_by_one(world, define, record, now):
    falls = define("fall", unit=world.region)
    chance = random.Random(4)
    units = [unit for unit in world.units.values() if unit.code[0] != "k"]
    given = []
    for step in range(12):
        batch = {
            unit.pk: Value(
                falls.pk,
                unit.pk,
                JAN,
                Decimal(chance.randint(0, 50)),
                Decimal(chance.randint(50, 99)),
                reason="Rettet",
            )
            for unit in chance.sample(units, 3)
        }
        given += batch.values()
        record(values=list(batch.values()), at=now + timedelta(minutes=step))

    found = {
        figure.unit_id: (figure.numerator, figure.denominator) for figure in falls_figures(falls)
    }
    assert found == reckoned(given, date(2026, 1, 31))


def falls_figures(indicator):
    from styrk.indicators.models import Figure

    return Figure.objects.filter(indicator=indicator)
