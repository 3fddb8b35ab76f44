"""Who is on the team of an audit: anybody may be lent to it, and sees and does what the team does until it ends."""

import pytest
from django.urls import reverse

from styrk.core import clock
from styrk.inspections import commands, queries, refusals, rules
from styrk.inspections.models import Finding
from styrk.organisation.commands import appoint
from tests.clients import filled_in
from tests.world import standing

pytestmark = pytest.mark.django_db


def at(name, *records):
    return reverse(f"inspections:{name}", args=[one.uuid for one in records])


@pytest.fixture
def lent(carried_out, world, quality_adviser, now, as_person):
    """`lent(person)`: an audit that is carried out, with this person on its team."""

    def lent(person, **facts):
        audit = carried_out(**facts)
        with as_person(quality_adviser):
            commands.join_team(audit=audit, person=person, by=quality_adviser, now=now)
        return audit

    return lent


def _ended(audit, by, now, as_person):
    with as_person(by):
        audit = queries.audit(audit.uuid)
        audit.state = "reported"
        audit.reported_on = audit.answer_due = clock.day(now)
        audit.save(update_fields=["state", "reported_on", "answer_due"])
        commands.finish_audit(audit=audit, reason="Alt er bra.", by=by, now=now)


def test_a_nurse_is_found_by_name_and_taken_onto_the_team(
    carried_out, world, page, quality_adviser
):
    nurse, audit = world.people["other_nurse"], carried_out()
    client = page(quality_adviser)
    nobody = filled_in(client, at("join", audit), who="Unni Utgård")
    done = filled_in(client, at("join", audit), who="Berit Bakke")
    again = filled_in(client, at("join", audit), who="Berit Bakke")

    assert "Fant ingen" in nobody.content.decode()
    assert done.status_code == 302
    assert "på laget allerede" in again.content.decode()
    assert "Ta Berit Bakke av laget" in client.get(at("audit", audit)).content.decode()
    told = page(nurse).get(reverse("messages:inbox")).content.decode()
    assert "Du er med i laget" in told


def test_the_lent_one_finds_the_audit_and_writes_what_was_found(lent, found, world, page):
    nurse = world.people["other_nurse"]
    audit, client = lent(nurse), page(nurse)
    listed = client.get(at("audits")).content.decode()
    written = filled_in(
        client,
        at("add_finding", audit),
        kind="deviation",
        title="Nøkkelen henger fremme",
        text="Tre av fire kvelder.",
        unit=str(world.ward.uuid),
    )

    assert audit.title in listed
    assert "Funn på tvers" not in listed
    assert written.status_code == 302
    assert "Nøkkelen henger fremme" in client.get(at("audit", audit)).content.decode()


def test_only_who_answers_for_the_audit_says_who_is_on_the_team(lent, world, page):
    nurse, colleague = world.people["other_nurse"], world.people["colleague"]
    audit = lent(nurse)
    for person in (nurse, colleague, world.people["ward_leader"], world.people["outsider_ceo"]):
        client = page(person)
        assert client.get(at("join", audit)).status_code == 404
        assert client.post(at("leave_team", audit, nurse)).status_code == 404


def test_taken_off_one_sees_nothing(lent, world, page, quality_adviser):
    nurse = world.people["other_nurse"]
    audit = lent(nurse)
    assert page(nurse).get(at("audit", audit)).status_code == 200
    assert page(quality_adviser).post(at("leave_team", audit, nurse)).status_code == 302

    for address in (at("audit", audit), at("audits"), at("add_finding", audit)):
        assert page(nurse).get(address).status_code == 404, address


def test_the_sight_ends_with_the_audit(lent, world, page, quality_adviser, now, as_person):
    nurse = world.people["other_nurse"]
    audit = lent(nurse)
    with as_person(nurse):
        assert rules.in_team(standing(nurse, now), queries.audit(audit.uuid))
    _ended(audit, quality_adviser, now, as_person)

    assert page(nurse).get(at("audit", audit)).status_code == 404
    with as_person(nurse):
        assert queries.audit(audit.uuid) is None


@pytest.mark.parametrize("kind", ["group", "external"])
def test_nobody_looks_independently_at_what_they_lead(
    planned, world, quality_adviser, now, as_person, kind
):
    audit, leader = planned(kind=kind), world.people["department_leader"]
    with as_person(quality_adviser), pytest.raises(refusals.LeadsAudited):
        commands.join_team(audit=audit, person=leader, by=quality_adviser, now=now)
    with pytest.raises(refusals.LeadsAudited):
        planned(kind=kind, team=(leader,))


def test_an_internal_one_may_have_whoever_leads_below(lent, world, page):
    """A small house has nobody else; that nobody confirms their own holds all the same."""
    audit = lent(world.people["ward_leader"])

    assert page(world.people["ward_leader"]).get(at("add_finding", audit)).status_code == 200


def test_who_comes_to_lead_what_is_looked_at_is_out_of_the_team(
    lent, found, world, quality_adviser, now, as_person
):
    """Held by the database too: the draft of the findings is out of sight."""
    nurse = world.people["other_nurse"]
    audit = lent(nurse, kind="group")
    with as_person(quality_adviser):
        commands.add_finding(audit=audit, found=found(), by=quality_adviser, now=now)
    with as_person(nurse):
        assert Finding.objects.count() == 1
    appoint(
        person=nurse,
        unit=world.department,
        role="leader",
        valid_from=clock.day(now),
        by=None,
        now=now,
    )

    with as_person(nurse):
        assert Finding.objects.count() == 0
        assert not rules.in_team(standing(nurse, now), queries.audit(audit.uuid))
