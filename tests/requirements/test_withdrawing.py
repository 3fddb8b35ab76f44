"""Who takes a demand back or insists on it, who hears, and what is not asked any more."""

from datetime import timedelta

import pytest
from django.urls import reverse

from styrk.core import scope
from styrk.duties.models import Duty
from styrk.messages.models import Message
from styrk.requirements import commands
from styrk.requirements.jobs import ask_for_reports
from styrk.requirements.types import REPORT, Meaning
from tests.clients import filled_in


def at(name, record):
    return reverse(f"requirements:{name}", args=[record.uuid])


def told(person):
    with scope.acting(scope.SYSTEM):
        messages = Message.objects.filter(recipient=person).order_by("pk")
        return list(messages.values_list("subject", "text"))


def owed(placement):
    return Duty.objects.filter(subject_uuid=placement.uuid, kind=REPORT, settled_at=None).exists()


@pytest.fixture
def withdraw(region_leader, now):
    def withdraw(placement, by=region_leader):
        commands.withdraw_placement(
            placement=placement, reason="Staten trakk det", by=by, now=now + timedelta(days=131)
        )
        placement.refresh_from_db()
        return placement

    return withdraw


@pytest.fixture
def line(world, accepted, requirement, place, ceo, clinic_director, department_leader, now):
    """Passed on from the trust to the clinic and on to the department, which both took it on."""
    found = [accepted]
    for unit, leader, above in (
        (world.clinic, clinic_director, ceo),
        (world.department, department_leader, clinic_director),
    ):
        (one,) = place(requirement, unit, above=found[-1], by=above)
        meaning = Meaning("Hos oss", leader)
        commands.accept_requirement(placement=one, meaning=meaning, by=leader, now=now)
        found.append(one)
    ask_for_reports(now + timedelta(days=130))
    assert all(map(owed, found))
    return found


@pytest.mark.parametrize("act", ["insist", "withdraw"])
def test_the_receiver_does_not_take_back_what_the_owner_demands(
    placed, ceo, quality_adviser, region_leader, page, now, act
):
    if act == "insist":
        commands.decline_requirement(placement=placed, reason="Nei", by=ceo, now=now)
    for person in (ceo, quality_adviser):
        assert page(person).post(at(act, placed), {"reason": "Nei"}).status_code == 404
        assert at(act, placed).encode() not in page(person).get(at("placement", placed)).content

    assert page(region_leader).get(at(act, placed)).status_code == 200


def test_who_laid_a_law_takes_it_back(
    world, mandate, requirement, place, ceo, clinic_director, page
):
    """A law has no unit: it is taken back from where the one who laid it there belongs."""
    mandate.unit = None
    mandate.save()
    (own,) = place(requirement, world.trust, by=ceo)
    (below,) = place(requirement, world.clinic, by=clinic_director)
    (beside,) = place(requirement, world.other_clinic, by=clinic_director)

    assert page(ceo).get(at("withdraw", own)).status_code == 200
    assert page(clinic_director).get(at("withdraw", below)).status_code == 200
    assert page(clinic_director).get(at("withdraw", beside)).status_code == 404
    assert page(ceo).get(at("withdraw", beside)).status_code == 200


def test_the_unit_hears_that_it_is_withdrawn(accepted, withdraw, ceo):
    withdraw(accepted)

    assert told(ceo) == [
        (f"Dere har ikke dette kravet lenger: {accepted.requirement}", "Staten trakk det")
    ]


def test_nobody_reports_on_what_is_withdrawn(line, withdraw):
    assert not owed(withdraw(line[0]))


def test_what_was_passed_on_goes_with_it(line, withdraw, department_leader):
    withdraw(line[0])

    for one in line:
        one.refresh_from_db()
    assert [one.state for one in line] == ["withdrawn"] * 3
    assert not any(map(owed, line))
    assert told(department_leader)[-1][1] == "Staten trakk det"


def test_what_lies_above_stands(line, withdraw, ceo):
    withdraw(line[1], by=ceo)

    line[0].refresh_from_db()
    assert line[0].state == "accepted"
    assert owed(line[0])


@pytest.fixture
def declined(accepted, ceo, now):
    commands.decline_requirement(placement=accepted, reason="Vi har ikke fødende", by=ceo, now=now)
    return accepted


def test_what_is_declined_after_all_says_why(declined, page, nurse):
    answer = page(nurse).get(at("placement", declined)).content.decode()

    assert "Hvorfor kravet ikke gjelder her" in answer
    assert "Slik gjør vi det" not in answer


def test_whoever_laid_it_hears_that_it_does_not_apply(declined, region_leader):
    subject = f"Fjordheim sykehus svarer at kravet ikke gjelder der: {declined.requirement}"
    assert told(region_leader) == [(subject, "Vi har ikke fødende")]


def test_nobody_reports_on_what_does_not_apply(accepted, ceo, now):
    later = now + timedelta(days=130)
    ask_for_reports(later)
    assert owed(accepted)

    commands.decline_requirement(placement=accepted, reason="Nei", by=ceo, now=later)

    assert not owed(accepted)


def test_the_unit_may_think_again(declined, page, ceo, region_leader):
    address = at("accept", declined)
    assert address.encode() in page(ceo).get(at("placement", declined)).content

    filled_in(page(ceo), address, meaning="Likevel", owner=str(ceo.uuid), sign="")

    declined.refresh_from_db()
    assert (declined.state, declined.reason) == ("accepted", "")
    assert "tatt imot kravet likevel" in told(region_leader)[-1][0]


def test_asked_again_it_says_that_it_waits(accepted, page, nurse):
    """As after a changed edition: the unit's earlier words stand, and an answer is waited for."""
    accepted.state = "placed"
    accepted.save()
    answer = page(nurse).get(at("placement", accepted)).content.decode()

    assert "Enheten har ikke svart ennå" in answer
    assert "Under 61 dager i alle klinikker" in answer
