"""An incident on the golden thread: below the risk it shows, for those who see the case."""

import pytest

from styrk.core import clock
from styrk.incidents import commands, queries
from styrk.risks import commands as risks
from styrk.risks import queries as risk_queries
from styrk.risks.types import Description
from tests.counting import asked, shortened
from tests.overview.thread.test_pages import outline, told

pytestmark = pytest.mark.django_db
FALLS = "Fall på badet om natten"


@pytest.fixture
def falls(world, now, ward_leader, other_leader, as_person):
    """A risk at the ward, owned by the leader of another, who does not see the ward's cases."""
    with as_person(ward_leader):
        return risks.describe_risk(
            description=Description(
                unit=world.ward,
                title=FALLS,
                description="",
                causes="",
                consequences="",
                measures="",
                interaction="none",
                owner=other_leader,
                review_on=clock.after(now, days=60),
            ),
            by=ward_leader,
            now=now,
        )


@pytest.fixture
def pointed(case, falls, ward_leader, now, as_person):
    with as_person(ward_leader):
        commands.point_at_risk(
            incident=queries.incident(case.uuid),
            risk=risk_queries.risk(falls.uuid),
            by=ward_leader,
            now=now,
        )
    return case


def test_the_incident_hangs_below_its_risk(page, falls, pointed, ward_leader):
    whole = [f"risk: {FALLS}", f"  incident: {pointed}"]

    for kind, record in (("risk", falls), ("incident", pointed)):
        assert outline(told(page(ward_leader), kind, record.uuid)["thread"]) == whole


def test_one_who_sees_the_risk_alone_hears_of_no_incident(page, falls, pointed, other_leader):
    client = page(other_leader)

    assert outline(told(client, "risk", falls.uuid)["thread"]) == [f"risk: {FALLS}"]
    text = client.get(f"/trad/risk/{falls.uuid}/").content.decode()
    assert pointed.title not in text
    assert client.get(f"/trad/incident/{pointed.uuid}/").status_code == 404


def test_what_was_taken_back_is_gone(page, falls, pointed, ward_leader, now, as_person):
    with as_person(ward_leader):
        commands.withdraw_risk(
            incident=queries.incident(pointed.uuid),
            risk=risk_queries.risk(falls.uuid),
            by=ward_leader,
            now=now,
        )

    assert outline(told(page(ward_leader), "risk", falls.uuid)["thread"]) == [f"risk: {FALLS}"]


def test_the_thread_of_a_risk_asks_within_the_limit(page, falls, pointed, ward_leader):
    questions = asked(page(ward_leader), f"/trad/risk/{falls.uuid}/")

    assert len(questions) <= 16, shortened(questions)
