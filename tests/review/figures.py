"""Two trusts with figures for the months of two years, and the region above them."""

from datetime import date
from decimal import Decimal

from styrk.access.models import Account
from styrk.indicators import commands as measuring
from styrk.indicators.shape import About, How
from styrk.indicators.types import Value
from styrk.organisation.commands import changing
from styrk.organisation.models import Appointment, Person


def lead_region(world):
    """Whoever leads the region, and gets the reports of its trusts."""
    person = Person.objects.create(name="Randi Rud", title="Administrerende direktør")
    Appointment.objects.create(
        person=person, unit=world.region, role="leader", valid_from=date(2020, 1, 1)
    )
    Account.objects.create(username="region_leader", person=person, password="!")
    changing()
    world.people["region_leader"] = person
    return person


def _months(first, last):
    on = first
    while on <= last:
        yield on
        on = date(on.year + on.month // 12, on.month % 12 + 1, 1)


def measure(world, region_leader, now):
    """`waiting` (days, with target), `costs` (kroner, with budget and estimate), `sick` (a month behind)."""
    facts = {
        "waiting": ("Ventetid somatikk", "quality", {"kind": "mean", "measured_in": "dager"}),
        "costs": (
            "Driftskostnader",
            "economy",
            {"kind": "count", "measured_in": "mill. kr", "denominator": "", "decimals": 0},
        ),
        "sick": (
            "Sykefravær",
            "staffing",
            {"kind": "proportion", "measured_in": "%", "lag_days": 40},
        ),
    }
    told = {"valid_from": date(2020, 1, 1), "direction": "down", "numerator": "x"}
    found = {}
    for code, (name, area, how) in facts.items():
        about = About(code=code, name=name, area=area, unit=world.region, owner=region_leader)
        divided = {} if how["kind"] == "count" else {"denominator": "y"}
        found[code] = measuring.define_indicator(
            about=about, how=How(**told | divided | how), by=region_leader, now=now
        )
    measuring.set_target(
        indicator=found["waiting"],
        unit=None,
        value=Decimal(61),
        valid_from=date(2025, 1, 1),
        by=region_leader,
        now=now,
    )
    values = []
    for unit, worse in ((world.trust, 0), (world.their_trust, 6)):
        for on in _months(date(2025, 1, 1), date(2026, 10, 1)):
            values += [
                _value(found["waiting"], unit, on, (60 + worse) * 100, 100),
                _value(found["costs"], unit, on, 100 + worse),
            ]
        for on in _months(date(2025, 1, 1), date(2026, 9, 1)):
            values.append(_value(found["sick"], unit, on, 7 + worse, 100))
        for on in _months(date(2026, 1, 1), date(2026, 12, 1)):
            values.append(_value(found["costs"], unit, on, 98, of="budget"))
        for on in (date(2026, 11, 1), date(2026, 12, 1)):
            values.append(_value(found["costs"], unit, on, 110, of="forecast"))
    measuring.record_values(values=values, by=region_leader, now=now)
    return found


def _value(indicator, unit, period, numerator, denominator=None, of="actual"):
    low = None if denominator is None else Decimal(denominator)
    return Value(indicator.pk, unit.pk, period, Decimal(numerator), low, of=of)
