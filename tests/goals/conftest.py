from datetime import date
from decimal import Decimal

import pytest

from styrk.actions.types import Plan
from styrk.core import clock
from styrk.goals import commands
from styrk.goals.aim import Aim
from styrk.requirements.models import Edition, Placement, Requirement, Source


@pytest.fixture
def aim():
    """`aim(owner)`: fewer falls at the ward in 2026, in a number with its day."""

    def aim(owner, **facts):
        told = {
            "title": "Færre fall om natten",
            "why": "Fall gir brudd og lengre opphold.",
            "owner": owner,
            "direction": "down",
            "first_year": 2026,
            "last_year": 2026,
            "target": Decimal(2),
            "measured_in": "fall i måneden",
            "target_on": date(2026, 12, 31),
        }
        return Aim(**told | facts)

    return aim


@pytest.fixture
def set_goal(world, aim, now, as_person):
    """`set_goal(leader)`: one more goal for the ward, or for `unit`; `agreed` where one says so."""

    def set_goal(by, *, unit=None, owner=None, agreed=False, **facts):
        with as_person(by):
            goal = commands.set_goal(
                unit=unit or world.ward, aim=aim(owner or by, **facts), by=by, now=now
            )
            if agreed:
                commands.agree_goal(goal=goal, by=by, now=now)
            return goal

    return set_goal


@pytest.fixture
def proposed(set_goal, ward_leader):
    return set_goal(ward_leader)


@pytest.fixture
def agreed(set_goal, ward_leader):
    return set_goal(ward_leader, agreed=True)


@pytest.fixture
def plan_of(world, now):
    """`plan_of(owner)`: an action at the ward, due in a month."""

    def plan_of(owner, **facts):
        told = {
            "unit": world.ward,
            "title": "Nattlys på badet",
            "change": "Pasientene ser hvor de går",
            "sign": "Ingen fall på badet",
            "level": "system",
            "owner": owner,
            "due": clock.after(now, days=30),
            "review_on": clock.after(now, days=120),
        }
        return Plan(**told | facts)

    return plan_of


@pytest.fixture
def accepted(world, now, ward_leader):
    """`accepted("3.1")`: a requirement that the ward (or `unit`) has accepted."""
    source = Source.objects.create(code="OBD", kind="mandate", title="Oppdrag og bestilling")
    edition = Edition.objects.create(source=source, label="2026", dated=date(2026, 2, 12))

    def accepted(ref, *, unit=None, kind="target", **facts):
        place = unit or world.ward
        requirement = Requirement.objects.create(
            edition=edition, ref=ref, point=ref, position=1, title="Trygge bad", kind=kind
        )
        told = {
            "state": "accepted",
            "meaning": "Ingen fall",
            "owner": ward_leader,
            "answered_at": now,
            "answered_by": ward_leader,
        }
        return Placement.objects.create(
            requirement=requirement,
            unit=place,
            trust=place.trust,
            answer_due=clock.after(now, days=28),
            placed_at=now,
            placed_by=ward_leader,
            **told | facts,
        )

    return accepted
