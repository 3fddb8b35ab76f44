"""What is known above of a risk from below: as it stands today, and when either of them ends."""

import pytest

from styrk.actions.commands import carry_out
from styrk.core import scope
from styrk.organisation.models import Appointment
from styrk.risks import commands, queries
from styrk.risks.consistency import UNTREATED
from styrk.risks.jobs import carry_up_what_has_moved
from styrk.risks.jobs import look_for_what_does_not_hang_together as sweep
from styrk.risks.models import Proposal, Risk
from tests.risks.test_describing import inbox, waiting
from tests.risks.test_views import shown

pytestmark = pytest.mark.django_db


@pytest.fixture
def end(now, as_person):
    def end(person, risk, reason="Badene er bygget om."):
        with as_person(person):
            risk = queries.risk(risk.uuid)
            commands.end_risk(risk=risk, reason=reason, by=person, now=now)

    return end


@pytest.fixture
def region_leader(world):
    """Somebody leads the region, in another trust than the ward's."""
    person = world.people["municipal_director"]
    Appointment.objects.filter(person=person).delete()
    Appointment.objects.create(
        person=person, unit=world.region, role="leader", valid_from="2020-01-01"
    )
    return person


def test_taken_in_it_keeps_all_that_was_said_of_it(
    page, describe, rate, lifted, ward_leader, clinic_director
):
    said = {"interaction": "external", "counterpart": "Kommunen"}
    risk = describe(ward_leader, **said)
    rate(ward_leader, risk, 3, 4)
    address = f"/risiko/loftet/{lifted(ward_leader, risk=risk).uuid}/"
    client = page(clinic_director)
    text = shown(client, address)
    for words in (risk.causes, risk.consequences, risk.measures, "Kommunen"):
        assert words in text

    client.post(address, {"answer": "take_in", "title": "Fall", "owner": str(clinic_director.uuid)})
    with scope.acting(scope.SYSTEM):
        above = Risk.objects.get(title="Fall")
    for name in ("description", "causes", "consequences", "measures", *said):
        assert getattr(above, name) == getattr(risk, name), name


def latest(proposal):
    with scope.acting(scope.SYSTEM):
        return Proposal.objects.get(pk=proposal.pk).latest


def test_the_level_above_sees_and_hears_that_it_is_rated_anew(
    lifted, take_in, rate, red, page, ward_leader, clinic_director
):
    above = take_in(clinic_director, lifted(ward_leader))
    rate(ward_leader, red, 5, 5)

    assert f"En risiko dere bygger på, er endret: {red.title}" in inbox(clinic_director)
    text = shown(page(clinic_director), f"/risiko/{above.uuid}/")
    assert "Da den ble løftet:" in text
    assert "Rød (25)" in text


def test_rated_the_same_again_nobody_is_disturbed(
    lifted, take_in, rate, red, ward_leader, clinic_director
):
    take_in(clinic_director, lifted(ward_leader))
    rate(ward_leader, red, 4, 4)

    assert not [said for said in inbox(clinic_director) if "er endret" in said]


def test_what_waits_for_an_answer_is_shown_as_it_stands_now(
    lifted, rate, red, page, ward_leader, clinic_director
):
    proposal = lifted(ward_leader)
    rate(ward_leader, red, 1, 2)

    assert "Grønn (2)" in shown(page(clinic_director), f"/risiko/loftet/{proposal.uuid}/")
    assert "Grønn (2)" in shown(page(clinic_director), "/risiko/loftet/")


def test_above_one_hears_why_it_ended_below(
    lifted, take_in, end, red, page, ward_leader, clinic_director
):
    above = take_in(clinic_director, lifted(ward_leader))
    end(ward_leader, red)

    assert f"En risiko dere bygger på, er endret: {red.title}" in inbox(clinic_director)
    text = shown(page(clinic_director), f"/risiko/{above.uuid}/")
    assert "Avsluttet der" in text
    assert "Badene er bygget om." in text


def test_in_another_trust_they_are_told_both_ways(
    lifted, take_in, rate, end, red, ceo, ward_leader, region_leader, acts
):
    """Neither sees the other's risk: the ward does not know the region's, nor who owns it."""
    above = take_in(region_leader, lifted(ceo, to=red.unit.trust.parent))
    rate(ward_leader, red, 5, 5)
    assert f"En risiko dere bygger på, er endret: {red.title}" in inbox(region_leader)

    end(region_leader, above, reason="Ikke vår.")
    assert acts(red)[-1] == "closed_above"
    for person in (ceo, ward_leader):
        assert [said for said in inbox(person) if "følger den ikke lenger" in said], person


def test_when_the_one_above_is_ended_it_may_be_lifted_again(
    lifted, take_in, end, ward_leader, clinic_director
):
    proposal = lifted(ward_leader)
    end(clinic_director, take_in(clinic_director, proposal))

    again = lifted(ward_leader)
    with scope.acting(scope.SYSTEM):
        states = Proposal.objects.values_list("pk", "state")
        assert dict(states) == {proposal.pk: "closed", again.pk: "proposed"}


def test_actions_below_are_known_at_every_level_above(
    lifted, take_in, rate, red, plan, now, as_person, ward_leader, clinic_director, ceo, world
):
    low = lifted(ward_leader)
    clinic = take_in(clinic_director, low)
    rate(clinic_director, clinic, 4, 4)
    high = lifted(clinic_director, risk=clinic, to=world.trust)
    take_in(ceo, high)
    with as_person(ward_leader):
        found = queries.risk(red.uuid)
        action = commands.add_action(
            risk=found, plan=plan(world.ward, ward_leader), by=ward_leader, now=now
        )
    for proposal in (low, high):
        (told,) = latest(proposal)["actions"]
        assert (told["title"], told["unit"], told["state"]) == (
            action.title,
            world.ward.name,
            "planned",
        )

    with as_person(ward_leader):
        carry_out(action=action, note="", by=ward_leader, now=now)
    carry_up_what_has_moved(now)
    assert latest(high)["actions"][0]["state"] != "planned"


def test_the_picture_above_holds_what_is_done_below_and_how_it_stands_there(
    lifted, take_in, rate, red, plan, now, page, as_person, ward_leader, clinic_director, world
):
    clinic = take_in(clinic_director, lifted(ward_leader))
    rate(clinic_director, clinic, 4, 4)
    with as_person(ward_leader):
        asked = {"plan": plan(world.ward, ward_leader), "by": ward_leader, "now": now}
        action = commands.add_action(risk=queries.risk(red.uuid), **asked)
    rate(ward_leader, red, 5, 5)
    with as_person(clinic_director):
        asked = {"summary": "Fall.", "by": clinic_director, "now": now}
        picture = commands.take_picture(unit=world.clinic, period="2026-T2", **asked)

    (source,) = picture.content["risks"][0]["sources"]
    assert (source["score"], source["lifted"]["score"]) == (25, 16)
    client = page(clinic_director)
    for address in (f"/risiko/tertial/{picture.uuid}/", f"/risiko/{clinic.uuid}/"):
        text = shown(client, address)
        assert f"{action.title} (" in text
        assert "Ingen tiltak er bestemt" not in text


def test_red_without_action_or_acceptance_is_found_until_something_is_done(
    lifted, take_in, rate, red, plan, now, as_person, ward_leader, clinic_director, world
):
    clinic = take_in(clinic_director, lifted(ward_leader))
    rate(clinic_director, clinic, 4, 4)
    sweep(now)
    assert UNTREATED in waiting(red)
    assert UNTREATED in waiting(clinic)

    with as_person(ward_leader):
        asked = {"plan": plan(world.ward, ward_leader), "by": ward_leader, "now": now}
        commands.add_action(risk=queries.risk(red.uuid), **asked)
    assert UNTREATED not in waiting(red)
    sweep(now)
    assert UNTREATED not in waiting(clinic)  # what is done below is done about it
