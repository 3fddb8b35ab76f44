"""An action decided from a risk is made once however often the form is sent."""

import pytest

from styrk.core import clock, scope
from tests.clients import sent_twice

pytestmark = pytest.mark.django_db


def test_an_action_is_decided_once(page, ward_leader, yellow, now):
    planned = {
        "title": "Nytt gulv",
        "change": "Ingen sklir",
        "sign": "Ingen fall",
        "level": "system",
        "owner": str(ward_leader.uuid),
        "due": f"{clock.after(now, days=30)}",
        "review_on": "",
    }
    sent_twice(page(ward_leader), f"/risiko/{yellow.uuid}/tiltak/", **planned)

    with scope.acting(scope.SYSTEM):
        assert yellow.actions.count() == 1
