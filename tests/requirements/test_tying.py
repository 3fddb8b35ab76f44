"""A unit that had the requirement directly, and to which it is passed on as well: one line of it."""

import pytest

from styrk.access.queries import standing_of
from styrk.core import clock
from styrk.duties.models import Duty
from styrk.requirements import commands, queries, rules
from styrk.requirements.types import ANSWER
from tests.clients import filled_in


@pytest.fixture
def direct(accepted, requirement, place, world):
    """At the clinic too, laid there by the region itself."""
    (direct,) = place(requirement, world.clinic)
    return direct


def test_it_hangs_on_the_trusts_and_is_not_asked_again(
    direct, accepted, requirement, place, world, ceo, now
):
    assert place(requirement, world.clinic, above=accepted, by=ceo) == []

    direct.refresh_from_db()
    assert (direct.above, direct.state) == (accepted, "placed")
    assert direct.steps.get(act="tie").by == ceo
    assert Duty.objects.filter(subject_uuid=direct.uuid, kind=ANSWER).count() == 1
    today = clock.day(now)
    branches = queries.branches(requirement, standing_of(ceo, today), today)
    assert [one.placement.unit for one in branches] == [world.trust]


def test_to_pass_it_on_once_more_does_nothing(direct, accepted, requirement, place, world, ceo):
    for _time in range(2):
        place(requirement, world.clinic, above=accepted, by=ceo)

    assert direct.steps.filter(act="tie").count() == 1


def test_the_form_offers_it_and_says_so(direct, accepted, page, ceo, world):
    client, address = page(ceo), f"/krav/plassert/{accepted.uuid}/videre/"
    answer = client.get(address)
    assert "Har kravet fra før" in answer.content.decode()

    told = {"units": [str(world.clinic.uuid)], "answer_due": "14.12.2026"}
    assert filled_in(client, address, **told).status_code == 302
    direct.refresh_from_db()
    assert direct.above == accepted
    assert "Har kravet fra før" not in client.get(address).content.decode()


def test_who_laid_it_directly_takes_it_back_and_it_outlives_the_trusts(
    direct, accepted, requirement, place, world, ceo, region_leader, now
):
    (other,) = place(requirement, world.other_clinic, above=accepted, by=ceo)
    place(requirement, world.clinic, above=accepted, by=ceo)
    direct.refresh_from_db()
    today = clock.day(now)
    assert not rules.may(standing_of(ceo, today), direct, "withdraw")
    assert rules.may(standing_of(region_leader, today), direct, "withdraw")

    commands.withdraw_placement(
        placement=accepted, reason="Feil foretak", by=region_leader, now=now
    )

    for one in (direct, other):
        one.refresh_from_db()
    assert (direct.state, other.state) == ("placed", "withdrawn")
