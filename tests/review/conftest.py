"""Two trusts with figures for the months of two years, and the region above them."""

from datetime import date, datetime
from decimal import Decimal

import pytest

from styrk.access.models import Account
from styrk.access.queries import standing_of
from styrk.core import clock, scope
from styrk.core.clock import OSLO
from styrk.indicators import commands as measuring
from styrk.indicators.shape import About, How
from styrk.indicators.types import Value
from styrk.organisation.commands import changing
from styrk.organisation.models import Appointment, Person
from styrk.review import commands, layouts, queries
from styrk.review.pack import digest_of
from styrk.review.queries import Subject

MONTH, TERTIAL = "2026-10", "2026-T2"


@pytest.fixture
def region_leader(world):
    """Whoever leads the region, and gets the reports of its trusts."""
    person = Person.objects.create(name="Randi Rud", title="Administrerende direktør")
    Appointment.objects.create(
        person=person, unit=world.region, role="leader", valid_from=date(2020, 1, 1)
    )
    Account.objects.create(username="region_leader", person=person, password="!")
    changing()
    return person


def _months(first, last):
    on = first
    while on <= last:
        yield on
        on = date(on.year + on.month // 12, on.month % 12 + 1, 1)


@pytest.fixture
def measured(world, region_leader, now):
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


@pytest.fixture
def place(world, now):
    """`place("manedsrapport", unit=trust)`: whose report of what."""

    def place(layout="manedsrapport", unit=None, period=None):
        found = layouts.layout(layout)
        unit = unit or world.trust
        period = period or (TERTIAL if found.rhythm == "tertial" else MONTH)
        return Subject(unit, found, period, queries.report_of(unit, layout, period))

    return place


@pytest.fixture
def content(place, now):
    """`content(person, "manedsrapport")`: the draft as that person reads it."""

    def content(person, layout="manedsrapport", unit=None, period=None, at=now):
        today = clock.day(at)
        standing = standing_of(person, today)
        with scope.acting(standing.scope):
            return queries.live_content(place(layout, unit, period), standing, today)

    return content


@pytest.fixture
def write_all(place, now):
    """`write_all(person, "manedsrapport")`: words in every section that must have them."""

    def write_all(person, layout="manedsrapport", unit=None, period=None, text="Slik er det."):
        one = place(layout, unit, period)
        for section in one.layout.to_write():
            if section.written == "required":
                commands.write_words(
                    unit=one.unit,
                    layout=layout,
                    period=one.period,
                    section=section.code,
                    text=text,
                    by=person,
                    now=now,
                )
        return queries.report_of(one.unit, layout, one.period)

    return write_all


@pytest.fixture
def send(content, write_all, place, now):
    """`send(person, "manedsrapport")`: written, read and sent; gives the version."""

    def send(person, layout="manedsrapport", unit=None, period=None, at=now, **facts):
        text = facts.pop("text", "Slik er det.")
        if text:
            write_all(person, layout, unit, period, text)
        report = place(layout, unit, period).report
        seen = digest_of(content(person, layout, unit, period, at))
        with scope.acting(standing_of(person, clock.day(at)).scope):
            return commands.submit_report(
                report=report, **{"seen": seen, "by": person, "now": at} | facts
            )

    return send


@pytest.fixture
def later():
    return datetime(2026, 11, 20, 12, 0, tzinfo=OSLO)
