"""A unit's year: what the owner asked, what was said here and below, and what is missing."""

from datetime import timedelta

import pytest

from styrk.access.queries import standing_of
from styrk.core import clock, scope
from styrk.requirements import commands, queries
from styrk.requirements.types import Meaning

YEAR = 2026


@pytest.fixture
def say(now):
    """`say(placement, person, course, text, period="2026")`: take it on, and say how it goes."""

    def say(placement, person, course, text, period=str(YEAR)):
        if placement.state == "placed":
            meaning = Meaning("Slik gjør vi det", person)
            commands.accept_requirement(placement=placement, meaning=meaning, by=person, now=now)
        return commands.report_status(
            placement=placement, period=period, course=course, text=text, by=person, now=now
        )

    return say


@pytest.fixture
def content(world, now):
    """`content(person, unit=trust, year=2026)`: the melding as that person reads it."""

    def content(person, unit=None, year=YEAR):
        unit, today = unit or world.trust, clock.day(now)
        standing = standing_of(person, today)
        report = queries.annual_report(unit, year)
        with scope.acting(standing.scope):
            return queries.annual_content(unit, year, report, standing, today)

    return content


@pytest.fixture
def answered(accepted, requirement, place, say, world, ceo, clinic_director):
    """The trust says it is on course; one clinic that it may not get there; the other says nothing."""
    say(accepted, ceo, "on_course", "Ventetiden går ned.", "2026-T2")
    below, _silent = place(requirement, world.clinic, world.other_clinic, above=accepted, by=ceo)
    say(below, clinic_director, "at_risk", "Vi mangler anestesi.", "2026-T2")
    return accepted


@pytest.fixture
def approve(world, now, content):
    def approve(person, unit=None, year=YEAR, **facts):
        from styrk.requirements.annual import digest_of

        unit = unit or world.trust
        told = {"seen": digest_of(content(person, unit, year)), "basis": "Styresak 12/2027"} | facts
        with scope.acting(standing_of(person, clock.day(now)).scope):
            return commands.approve_annual_report(unit=unit, year=year, by=person, now=now, **told)

    return approve


@pytest.fixture
def later(now):
    return now + timedelta(days=90)
