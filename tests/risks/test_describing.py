"""Describing, changing, looking at again and ending, through the database."""

from datetime import timedelta

import pytest

from styrk.core import clock, scope
from styrk.core.guard import IdentityFound
from styrk.core.states import NotNow
from styrk.duties.models import Duty
from styrk.messages.models import Message
from styrk.risks import commands, queries
from styrk.risks.refusals import DayPassed, ReasonMissing, TooFar
from styrk.trail.models import Entry

pytestmark = pytest.mark.django_db


def waiting(subject):
    duties = Duty.objects.filter(subject_uuid=subject.uuid, settled_at__isnull=True)
    return {duty.kind: duty for duty in duties}


def inbox(person):
    with scope.acting(scope.Scope(person_id=person.pk)):
        return list(Message.objects.filter(recipient=person).values_list("subject", flat=True))


def test_a_risk_is_in_the_register_and_waits_to_be_rated(described, ward_leader, again, acts, now):
    found = again(ward_leader, described)

    assert (found.state, found.zone, found.current) == ("open", "", None)
    assert found.trust_id == found.unit.trust_id
    assert acts(found) == ["describe"]
    assert set(waiting(found)) == {"risk.rate", "risk.review"}
    assert waiting(found)["risk.review"].due == clock.after(now, days=100)
    with scope.acting(scope.SYSTEM):
        entry = Entry.objects.filter(subject="risk", subject_id=found.pk).get()
    assert (entry.person_id, entry.act) == (ward_leader.pk, "risk.describe")


def test_the_owner_hears_of_it_and_a_leader_holds_the_duty_by_the_post(
    describe, ward_leader, colleague
):
    owned = describe(ward_leader, owner=colleague)
    own = describe(ward_leader)

    assert inbox(colleague) == [f"Du eier en risiko: {owned.title}"]
    assert inbox(ward_leader) == []
    assert waiting(owned)["risk.rate"].person == colleague
    assert (waiting(own)["risk.rate"].role, waiting(own)["risk.rate"].person) == ("leader", None)


@pytest.mark.parametrize("field", ["title", "description", "causes", "measures", "counterpart"])
def test_no_text_of_it_may_hold_an_identity(describe, ward_leader, field):
    with pytest.raises(IdentityFound):
        describe(ward_leader, **{field: "Pasient 13116900216 falt"})


def test_it_needs_a_title_and_a_day_within_a_year(describe, ward_leader, now):
    with pytest.raises(ReasonMissing):
        describe(ward_leader, title=" ")
    with pytest.raises(DayPassed):
        describe(ward_leader, review_on=clock.day(now))
    with pytest.raises(TooFar):
        describe(ward_leader, review_on=clock.after(now, days=400))


def test_another_owner_is_told_and_the_one_before_may_look_back(
    describe, description, ward_leader, other_leader, colleague, world, now, as_person, again
):
    risk = describe(ward_leader, owner=other_leader)
    with as_person(other_leader):
        commands.change_risk(
            risk=queries.risk(risk.uuid),
            description=description(world.ward, colleague),
            by=other_leader,
            now=now,
        )

    assert again(other_leader, risk).owner == colleague
    assert inbox(colleague) == [f"Du eier en risiko: {risk.title}"]
    assert waiting(risk)["risk.rate"].person == colleague


def test_it_is_looked_at_again_and_stays_what_it_was(yellow, ward_leader, now, again, as_person):
    later = now + timedelta(days=50)
    with as_person(ward_leader):
        commands.review_risk(
            risk=queries.risk(yellow.uuid),
            next_on=clock.after(later, days=90),
            note="Ingen nye fall.",
            by=ward_leader,
            now=later,
        )

    found = again(ward_leader, yellow)
    assert (found.reviewed_on, found.zone) == (clock.day(later), "yellow")
    assert waiting(found)["risk.review"].due == clock.after(later, days=90)


def test_ended_it_waits_for_nobody_and_moves_no_more(
    lifted, red, ward_leader, now, as_person, again, acts
):
    proposal = lifted(ward_leader)
    with as_person(ward_leader):
        risk = queries.risk(red.uuid)
        commands.end_risk(risk=risk, reason="Badet er bygget om.", by=ward_leader, now=now)
        with pytest.raises(NotNow):
            commands.end_risk(risk=risk, reason="En gang til.", by=ward_leader, now=now)

    assert again(ward_leader, red).state == "ended"
    assert not waiting(red)
    assert not waiting(proposal)
    assert [p.state for p in again(ward_leader, red).proposals.all()] == ["withdrawn"]
    assert acts(red)[-1] == "end"


def test_it_points_at_requirements_until_they_are_taken_away(
    describe, description, ward_leader, placement, world, now, as_person, again
):
    risk = describe(ward_leader, placements=(placement,))
    assert again(ward_leader, risk).linked

    for placements in ((placement,), ()):
        with as_person(ward_leader):
            commands.change_risk(
                risk=queries.risk(risk.uuid),
                description=description(world.ward, ward_leader, placements=placements),
                by=ward_leader,
                now=now,
            )
            found = queries.risk(risk.uuid)
            assert queries.placements_of(found) == list(placements)
            assert list(map(str, queries.threatened(found))) == list(map(str, placements))
    assert not again(ward_leader, risk).linked
