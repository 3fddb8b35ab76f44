from datetime import date
from decimal import Decimal

import pytest

from styrk.indicators import commands
from styrk.indicators.models import Figure
from styrk.indicators.shape import About, How
from styrk.indicators.types import Value


@pytest.fixture
def define(world, now, quality_adviser):
    """`define("falls", kind="rate")`: an indicator of the trust (or `unit`), monthly, since 2020."""

    def define(code, *, unit=None, name=None, area="quality", by=None, **how):
        told = {
            "kind": "proportion",
            "valid_from": date(2020, 1, 1),
            "numerator": "Opphold med fall",
            "denominator": "Opphold",
            "measured_in": "%",
            "direction": "down",
        }
        about = About(
            code=code,
            name=name or f"Indikator {code}",
            area=area,
            unit=unit or world.trust,
            owner=quality_adviser,
        )
        person = by or quality_adviser
        return commands.define_indicator(about=about, how=How(**told | how), by=person, now=now)

    return define


@pytest.fixture
def value():
    """`value(indicator, unit, date(2026, 1, 1), 3, 100)`."""

    def value(indicator, unit, period, numerator, denominator=None, **facts):
        return Value(
            indicator.pk,
            unit.pk,
            period,
            None if numerator is None else Decimal(str(numerator)),
            None if denominator is None else Decimal(str(denominator)),
            **facts,
        )

    return value


@pytest.fixture
def record(value, now, quality_adviser):
    """`record(indicator, unit, period, 3, 100)`: one value, or `values=[...]`."""

    def record(*one, values=None, by=quality_adviser, at=now, accept_valid=False, **facts):
        given = values or [value(*one, **facts)]
        return commands.record_values(values=given, by=by, now=at, accept_valid=accept_valid)

    return record


@pytest.fixture
def stands():
    """`stands(indicator, period)`: what stands, by unit code: (numerator, denominator, own, reporting)."""

    def stands(indicator, period, of="actual"):
        found = Figure.objects.filter(indicator=indicator, period=period, of=of)
        rows = found.values_list("unit_id", "numerator", "denominator", "own", "reporting")
        codes = dict(
            Figure.objects.model.unit.field.related_model.objects.values_list("pk", "code")
        )
        return {
            codes[unit]: (float(top), None if low is None else float(low), own, reporting)
            for unit, top, low, own, reporting in rows
        }

    return stands
