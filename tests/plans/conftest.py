from datetime import date

import pytest

from styrk.plans import commands, queries
from styrk.plans.subject import Subject
from styrk.plans.types import Heard
from tests.goals.conftest import (  # noqa: F401 - goals and requirements to plan for
    accepted,
    agreed,
    aim,
    plan_of,
    proposed,
    set_goal,
)


@pytest.fixture
def begin(world, now, as_person):
    """`begin(leader)`: the ward's plan for 2026, or for another unit or year."""

    def begin(by, *, unit=None, year=2026, at=None):
        with as_person(by):
            return commands.begin_plan(unit=unit or world.ward, year=year, by=by, now=at or now)

    return begin


@pytest.fixture
def heard():
    return Heard("employees", "Personalmøtet", date(2026, 11, 2), "Vi er for få", "Vi ansetter en")


@pytest.fixture
def approve(now, heard, as_person):
    """`approve(leader, plan, "Trygge bad")`: with these priorities, heard and approved."""

    def approve(by, plan, *words, hear=True, at=None):
        with as_person(by):
            for title in words:
                commands.add_item(plan=plan, subject=Subject(title=title), by=by, now=now)
            proposed = [one for one in queries.items_of(plan) if one.state == "proposed"]
            if proposed:
                commands.keep_items(plan=plan, items=proposed, by=by, now=now)
            if hear:
                commands.note_hearing(plan=plan, heard=heard, by=by, now=now)
            why = {} if hear else {"unheard": "Det hastet"}
            commands.approve_plan(plan=plan, decision="Ledermøtet", by=by, now=at or now, **why)
            return plan

    return approve


@pytest.fixture
def draft(begin, ward_leader):
    return begin(ward_leader)


@pytest.fixture
def item(draft, ward_leader, now, as_person):
    """A priority in words, in the ward's draft."""
    with as_person(ward_leader):
        return commands.add_item(
            plan=draft, subject=Subject(title="Trygge bad"), by=ward_leader, now=now
        )


@pytest.fixture
def approved(begin, approve, ward_leader):
    """The ward's plan for 2026, with one priority."""
    return approve(ward_leader, begin(ward_leader), "Trygge bad")
