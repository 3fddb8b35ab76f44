"""A risk lifted to another trust is open to the leader there for as long as it is lifted, no longer."""

import pytest

from styrk.core import scope
from styrk.organisation.models import Appointment
from styrk.risks import commands, queries
from tests.risks.test_views import shown

pytestmark = pytest.mark.django_db


@pytest.fixture
def region_leader(world):
    person = world.people["municipal_director"]
    Appointment.objects.filter(person=person).delete()
    Appointment.objects.create(
        person=person, unit=world.region, role="leader", valid_from="2020-01-01"
    )
    return person


@pytest.fixture
def proposal(lifted, ceo, world):
    """The ward's risk, which the trust's leader has lifted to the region."""
    return lifted(ceo, to=world.region)


@pytest.fixture
def end(now, as_person):
    def end(person, risk):
        with as_person(person):
            risk = queries.risk(risk.uuid)
            commands.end_risk(risk=risk, reason="Bygget om.", by=person, now=now)

    return end


def opens(client, risk):
    return client.get(f"/risiko/{risk.uuid}/").status_code == 200


def test_declined_it_is_closed_again_and_what_was_told_stands(
    proposal, red, page, region_leader, ceo, ward_leader, now, as_person
):
    client = page(region_leader)
    assert opens(client, red)

    with as_person(region_leader):
        found = queries.proposal(proposal.uuid)
        commands.decline_proposal(proposal=found, reason="Deres.", by=region_leader, now=now)
    assert not opens(client, red)
    assert opens(page(ceo), red)
    assert opens(page(ward_leader), red)
    assert red.title in shown(client, f"/risiko/loftet/{proposal.uuid}/")


def test_ended_below_it_is_closed_and_the_one_above_still_tells_of_it(
    proposal, red, page, region_leader, ward_leader, take_in, end
):
    above, client = take_in(region_leader, proposal), page(region_leader)
    client.post("/risiko/tertial/", {"period": "2026-T3", "summary": "Fall."})
    assert opens(client, red)

    end(ward_leader, red)
    assert not opens(client, red)
    text = shown(client, f"/risiko/{above.uuid}/")
    assert "Avsluttet der" in text
    with scope.acting(scope.SYSTEM):
        (picture,) = queries.snapshots_of(above.unit)
    assert red.title in shown(client, f"/risiko/tertial/{picture.uuid}/")
    thread = client.get(f"/trad/risk/{above.uuid}/?format=json").json()["thread"]
    assert (thread[0]["kind"], thread[0]["title"]) == ("told_risk", red.title)


def test_ended_above_it_is_closed_until_it_is_lifted_again(
    proposal, red, page, region_leader, ceo, take_in, end, lifted, world
):
    client = page(region_leader)
    end(region_leader, take_in(region_leader, proposal))
    assert not opens(client, red)

    lifted(ceo, to=world.region)
    assert opens(client, red)


def test_withdrawn_because_it_is_ended_it_is_closed(
    proposal, red, page, region_leader, ward_leader, end
):
    end(ward_leader, red)

    assert not opens(page(region_leader), red)
