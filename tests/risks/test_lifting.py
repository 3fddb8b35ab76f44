"""A risk on its way up: proposed, taken in, merged or declined, in the trust and beyond."""

import pytest

from styrk.core import scope
from styrk.core.guard import IdentityFound
from styrk.core.states import NotNow
from styrk.duties.models import Duty
from styrk.organisation.models import Appointment
from styrk.risks import commands, queries
from styrk.risks.models import Proposal
from styrk.risks.refusals import NotAbove, NotRated, OtherUnit, ProposedAlready, ReasonMissing
from tests.risks.test_describing import inbox, waiting

pytestmark = pytest.mark.django_db


@pytest.fixture
def region_leader(world):
    """Somebody leads the region, in another trust than the ward's."""
    person = world.people["municipal_director"]
    Appointment.objects.filter(person=person).delete()
    Appointment.objects.create(
        person=person, unit=world.region, role="leader", valid_from="2020-01-01"
    )
    return person


@pytest.fixture
def take_in(description, now, as_person):
    """`take_in(director, proposal)`: in words of its own."""

    def take_in(person, proposal, **facts):
        with as_person(person):
            found = queries.proposal(proposal.uuid)
            return commands.take_in(
                proposal=found,
                description=description(found.to_unit, person, title="Fall i hele huset", **facts),
                answer="Vi samler dem.",
                by=person,
                now=now,
            )

    return take_in


def test_it_waits_for_the_leader_above_who_hears_of_it(
    lifted, ward_leader, clinic_director, acts, red, world, as_person
):
    proposal = lifted(ward_leader)

    duty = waiting(proposal)["risk.answer"]
    assert (duty.role, duty.unit) == ("leader", world.clinic)
    assert inbox(clinic_director) == [f"En risiko er løftet til deg: {red.title}"]
    assert acts(red)[-1] == "propose"
    with as_person(clinic_director):
        standing = queries.inbox(standing_of_now(clinic_director))
    assert [one.pk for one in standing] == [proposal.pk]


def standing_of_now(person):
    from tests.conftest import NOW
    from tests.world import standing

    return standing(person, NOW)


def test_taken_in_it_is_a_risk_of_its_own_to_be_rated_anew(
    lifted, take_in, ward_leader, clinic_director, again, rate, red, acts
):
    proposal = lifted(ward_leader)
    above = take_in(clinic_director, proposal)

    assert (above.zone, above.title) == ("", "Fall i hele huset")
    assert set(waiting(above)) == {"risk.rate", "risk.review"}
    assert not waiting(proposal)
    assert acts(above) == ["describe", "take_in"]
    assert acts(red)[-1] == "taken_in"
    rate(clinic_director, above, 3, 4)
    found = again(clinic_director, above)
    assert [one.told["score"] for one in found.sources.all()] == [16]
    assert found.zone == "yellow"
    assert again(ward_leader, red).zone == "red"
    assert any("Svar fra" in subject for subject in inbox(ward_leader))


def test_merged_it_is_part_of_one_that_is_to_be_rated_anew(
    lifted, describe, rate, ward_leader, clinic_director, world, now, as_person, again
):
    proposal = lifted(ward_leader)
    own = describe(clinic_director, unit=world.clinic, title="Fall i klinikken")
    rate(clinic_director, own, 2, 4)
    assert "risk.rate" not in waiting(own)

    with as_person(clinic_director):
        commands.merge(
            proposal=queries.proposal(proposal.uuid),
            into=queries.risk(own.uuid),
            answer="",
            by=clinic_director,
            now=now,
        )

    assert "risk.rate" in waiting(own)
    assert [one.state for one in again(clinic_director, own).sources.all()] == ["merged"]


def test_it_is_not_merged_into_another_units_risk(
    lifted, describe, ward_leader, clinic_director, department_leader, world, now, as_person
):
    proposal = lifted(ward_leader)
    elsewhere = describe(department_leader, unit=world.department)

    with as_person(clinic_director), pytest.raises(OtherUnit):
        commands.merge(
            proposal=queries.proposal(proposal.uuid),
            into=queries.risk(elsewhere.uuid),
            answer="",
            by=clinic_director,
            now=now,
        )


def test_declined_the_reason_is_told_back(
    lifted, red, ward_leader, clinic_director, now, as_person, again, acts
):
    proposal = lifted(ward_leader)
    with as_person(clinic_director):
        found = queries.proposal(proposal.uuid)
        with pytest.raises(ReasonMissing):
            commands.decline_proposal(proposal=found, reason="", by=clinic_director, now=now)
        commands.decline_proposal(
            proposal=found, reason="Dere kan løse den selv.", by=clinic_director, now=now
        )
        with pytest.raises(NotNow):
            commands.decline_proposal(proposal=found, reason="Nei.", by=clinic_director, now=now)

    (answered,) = again(ward_leader, red).proposals.all()
    assert (answered.state, answered.answer) == ("declined", "Dere kan løse den selv.")
    assert acts(red)[-1] == "declined"
    assert not waiting(proposal)
    assert lifted(ward_leader).state == "proposed"  # it may be asked again


def test_only_what_is_rated_is_lifted_to_above_and_once(
    described, lifted, red, ward_leader, world, describe
):
    unrated = describe(ward_leader)
    with pytest.raises(NotRated):
        lifted(ward_leader, risk=unrated)
    for unit in (world.ward, world.second_ward, world.other_clinic):
        with pytest.raises(NotAbove):
            lifted(ward_leader, to=unit)
    lifted(ward_leader)
    with pytest.raises(ProposedAlready):
        lifted(ward_leader)


def test_lifted_to_another_trust_the_post_there_may_read_it_and_nobody_else(
    lifted, ceo, red, region_leader, world, again, outsider_ceo, take_in, now, as_person
):
    assert again(region_leader, red) is None
    proposal = lifted(ceo, to=world.region)

    assert again(region_leader, red) is not None
    assert again(outsider_ceo, red) is None
    with as_person(outsider_ceo):
        assert queries.proposal(proposal.uuid) is None
    above = take_in(region_leader, proposal)
    with scope.acting(scope.SYSTEM):
        assert Proposal.objects.get().into_id == above.pk
    assert again(ceo, above) is None
    (seen,) = again(ceo, red).proposals.all()
    assert (seen.state, seen.answer) == ("taken_in", "Vi samler dem.")


def test_words_on_the_way_are_guarded(lifted, red, ward_leader, world, now, as_person):
    with as_person(ward_leader), pytest.raises(IdentityFound):
        commands.propose_up(
            risk=queries.risk(red.uuid),
            to=world.clinic,
            reason="Se 13116900216",
            by=ward_leader,
            now=now,
        )
    assert not Duty.objects.filter(kind="risk.answer").exists()
