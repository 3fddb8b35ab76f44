"""What the thread of each kind of record asks the database, whatever hangs on it and how much."""

import pytest

from tests.counting import asked, shortened
from tests.overview.thread.wide import hang

pytestmark = pytest.mark.django_db
# Session, account, revision, sight and unread messages, which every page asks for, are five of them.
# Where not all has room, nobody is asked what came of the actions.
KINDS = {
    "requirement": (11, 11),
    "placement": (12, 11),
    "goal": (12, 12),
    "risk": (11, 11),
    "incident": (7, 7),
    "action": (12, 12),
    "plan_item": (14, 14),
}


@pytest.mark.parametrize("number", [1, 20])
@pytest.mark.parametrize("kind", KINDS)
def test_all_that_hangs_on_it_takes_as_few_trips_for_many_as_for_one(
    client_of, big, report, nurse, ward_leader, world, region_leader, now, kind, number
):
    wards = big.wards[:: len(big.trusts)][:number]
    incident = report(nurse, world.ward)
    found = hang(world, big.trusts[0], wards, incident, region_leader, now)
    client = client_of(ward_leader if kind == "incident" else region_leader)
    questions = asked(client, f"/trad/{kind}/{getattr(found, kind).uuid}/")
    assert len(questions) == KINDS[kind][number > 1], shortened(questions)
