"""What is sent again from an action's page is done once."""

import pytest

from styrk.core import clock
from tests.actions.test_views import acts
from tests.actions.test_views_forms import LONG, following
from tests.clients import sent_twice

pytestmark = pytest.mark.django_db


@pytest.fixture
def leader(page, ward_leader):
    return page(ward_leader)


def test_one_action_follows_one_that_did_not_work(leader, done, ward_leader, now):
    address = f"/tiltak/{done.uuid}/"
    fields = {"effect": "not_worked", "reason": LONG} | following(ward_leader, now)
    text = sent_twice(leader, address, f"{address}effekt/", **fields)

    assert "Dette har du sendt før, og det er lagret." in text
    assert text.count("Videreført i:") == 1
    assert acts(done).count("judge") == 1


def test_a_deadline_moved_twice_was_not_moved_by_another(leader, planned, now):
    address = f"/tiltak/{planned.uuid}/"
    fields = {"due": f"{clock.after(now, days=21)}", "reason": LONG}
    text = sent_twice(leader, address, f"{address}frist/", **fields)

    assert "Noen har endret dette imens" not in text
    assert acts(planned) == ["raise", "change_deadline"]
