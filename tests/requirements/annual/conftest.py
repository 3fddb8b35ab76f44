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
def answered(accepted, requirement, place, say, world, ceo, clinic_director):
    """The trust says it is on course; one clinic that it may not get there; the other says nothing."""
    say(accepted, ceo, "on_course", "Ventetiden går ned.", "2026-T2")
    below, _silent = place(requirement, world.clinic, world.other_clinic, above=accepted, by=ceo)
    say(below, clinic_director, "at_risk", "Vi mangler anestesi.", "2026-T2")
    return accepted


@pytest.fixture
def content_on():
    """`content_on(day, person, unit, year)`: the melding as that person reads it that day."""

    def content_on(day, person, unit, year=YEAR):
        standing = standing_of(person, day)
        report = queries.annual_report(unit, year)
        with scope.acting(standing.scope):
            return queries.annual_content(unit, year, report, standing, day)

    return content_on


@pytest.fixture
def content(world, now, content_on):
    """`content(person, unit=trust, year=2026)`: the melding as that person reads it."""

    def content(person, unit=None, year=YEAR):
        return content_on(clock.day(now), person, unit or world.trust, year)

    return content


@pytest.fixture
def approve(world, later, content_on):
    """`approve(person)`: the year after, as it reads then, with nobody heard where nobody was."""

    def approve(person, unit=None, year=YEAR, **facts):
        from styrk.requirements.annual import digest_of

        unit, day = unit or world.trust, clock.day(later)
        seen = digest_of(content_on(day, person, unit, year))
        told = {"basis": "Styresak 12/2027", "reason": "Utvalget er ikke oppnevnt."}
        with scope.acting(standing_of(person, day).scope):
            return commands.approve_annual_report(
                unit=unit, year=year, by=person, **{"now": later, "seen": seen} | told | facts
            )

    return approve


@pytest.fixture
def later(now):
    """When the year is over."""
    return now + timedelta(days=90)
