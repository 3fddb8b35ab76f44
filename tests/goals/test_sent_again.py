"""A goal, and an action decided from it, are made once however often the form is sent."""

from datetime import timedelta

import pytest

from styrk.core import clock, scope
from styrk.goals.models import Goal
from tests.clients import sent_twice
from tests.goals.test_views import FILLED, at

pytestmark = pytest.mark.django_db


@pytest.fixture
def leader(page, ward_leader):
    return page(ward_leader)


def test_a_goal_is_set_once(leader, ward_leader):
    text = sent_twice(leader, "/mal/nytt/", **FILLED | {"owner": str(ward_leader.uuid)})

    assert "Dette har du sendt før, og det er lagret." in text
    with scope.acting(scope.SYSTEM):
        assert Goal.objects.filter(title=FILLED["title"]).count() == 1


def test_an_action_is_decided_once(leader, agreed, ward_leader, now):
    planned = {
        "title": "Madrasser til alle",
        "change": "Ingen ligger på harde madrasser",
        "sign": "Ingen trykksår på tre måneder",
        "level": "system",
        "owner": str(ward_leader.uuid),
        "due": f"{clock.day(now) + timedelta(days=30)}",
        "review_on": "",
    }
    sent_twice(leader, at("add_action", agreed), **planned)

    with scope.acting(scope.SYSTEM):
        assert agreed.actions.count() == 1
