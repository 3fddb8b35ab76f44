from datetime import timedelta

import pytest

from styrk.actions import commands
from styrk.actions.models import Action
from styrk.actions.types import Plan
from styrk.core import clock


@pytest.fixture
def plan(now):
    """`plan(ward, owner)`: an action due in two weeks, looked at three months later."""

    def plan(unit, owner, **facts):
        due = clock.after(now, days=14)
        told = {
            "unit": unit,
            "title": "Sklisikkert belegg på badet",
            "change": "Ingen faller fordi gulvet er vått",
            "sign": "Ingen fall på badet på tre måneder",
            "level": "system",
            "owner": owner,
            "due": due,
            "review_on": due + timedelta(days=90),
        }
        return Plan(**told | facts)

    return plan


@pytest.fixture
def planned(world, plan, now, ward_leader, as_person):
    """An action that the ward's leader has decided and owns."""
    with as_person(ward_leader):
        return commands.raise_action(
            plan=plan(world.ward, ward_leader), origin="unit", by=ward_leader, now=now
        )


@pytest.fixture
def done(planned, now, ward_leader, as_person):
    """The same, carried out."""
    with as_person(ward_leader):
        commands.carry_out(action=planned, note="Lagt i går", by=ward_leader, now=now)
    return planned


@pytest.fixture
def again(as_person):
    """`again(person, action)`: the action as it is stored, in the person's sight."""

    def read(person, action):
        with as_person(person):
            return Action.objects.get(pk=action.pk)

    return read
