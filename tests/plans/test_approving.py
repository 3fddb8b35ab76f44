"""Hearing, approving with authority, and revising: the approved version stands."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from django.db import IntegrityError, connection, transaction
from django.db.utils import ProgrammingError

from styrk.core.states import NotNow
from styrk.organisation.models import Appointment, Person
from styrk.plans import commands, freezing, queries
from styrk.plans.models import Hearing, Plan, PlanItem
from styrk.plans.subject import Subject
from styrk.plans.types import Terms


def test_who_was_heard_is_noted(draft, heard, ward_leader, now):
    for lacking in ("who", "said", "outcome"):
        with pytest.raises(commands.ReasonMissing):
            commands.note_hearing(
                plan=draft, heard=replace(heard, **{lacking: " "}), by=ward_leader, now=now
            )
    later = replace(heard, held_on=date(2026, 11, 17))
    with pytest.raises(commands.DayPassed):
        commands.note_hearing(plan=draft, heard=later, by=ward_leader, now=now)

    commands.note_hearing(plan=draft, heard=heard, by=ward_leader, now=now)

    draft.refresh_from_db()
    assert draft.state == "heard"
    assert Hearing.objects.get().outcome == "Vi ansetter en"


def test_a_plan_is_approved_and_frozen(approved, world, ward_leader):
    approved.refresh_from_db()

    assert (approved.state, approved.approved_by) == ("approved", ward_leader)
    assert (approved.approved_as, approved.decision) == (world.ward, "Ledermøtet")
    assert [told["title"] for told in approved.content["items"]] == ["Trygge bad"]
    assert approved.content["hearings"][0]["who"] == "Personalmøtet"
    assert approved.digest == freezing.digest(approved.content, None)
    assert len(approved.digest) == 64


def test_not_before_anyone_is_heard(item, draft, ward_leader, now):
    with pytest.raises(commands.NotHeard):
        commands.approve_plan(plan=draft, by=ward_leader, now=now)


def test_not_an_empty_plan_or_one_that_is_not_decided(
    draft, heard, agreed, begin, ward_leader, now
):
    commands.note_hearing(plan=draft, heard=heard, by=ward_leader, now=now)
    with pytest.raises(commands.Empty):
        commands.approve_plan(plan=draft, by=ward_leader, now=now)

    other = begin(ward_leader, year=2027)
    assert not other.items.exists()
    PlanItem.objects.create(plan=other, position=1, goal=agreed, state="proposed")
    commands.note_hearing(plan=other, heard=heard, by=ward_leader, now=now)
    with pytest.raises(commands.Undecided):
        commands.approve_plan(plan=other, by=ward_leader, now=now)
    assert not Plan.objects.filter(state="approved").exists()


def test_money_is_granted_first(item, draft, heard, ward_leader, now):
    commands.note_hearing(plan=draft, heard=heard, by=ward_leader, now=now)
    commands.adapt_item(item=item, terms=Terms("", Decimal(5), " "), by=ward_leader, now=now)
    with pytest.raises(commands.Unfunded):
        commands.approve_plan(plan=draft, by=ward_leader, now=now)

    commands.adapt_item(
        item=item, terms=Terms("", Decimal(5), "Direktøren"), by=ward_leader, now=now
    )
    commands.approve_plan(plan=draft, by=ward_leader, now=now)

    assert draft.state == "approved"


@pytest.mark.parametrize(
    ("key", "may"),
    [
        ("ward_leader", "f.med.1.a"),
        ("deputy", "f.med.1.a"),
        ("clinic_director", "f.med"),
        ("ceo", "f"),
        ("quality_adviser", None),
        ("nurse", None),
        ("other_leader", None),
        ("outsider_ceo", None),
    ],
)
def test_only_those_who_lead_approve(world, item, draft, heard, ward_leader, now, key, may):
    commands.note_hearing(plan=draft, heard=heard, by=ward_leader, now=now)
    person = world.people[key]

    if may is None:
        with pytest.raises(commands.NoAuthority):
            commands.approve_plan(plan=draft, by=person, now=now)
    else:
        commands.approve_plan(plan=draft, by=person, now=now)
        assert draft.approved_as == world.units[may]


def test_whoever_owns_the_trust_does_not_approve(world, item, draft, heard, ward_leader, now):
    region = Person.objects.create(name="Ragna Rud")
    Appointment.objects.create(
        person=region, unit=world.region, role="leader", valid_from=date(2020, 1, 1)
    )
    commands.note_hearing(plan=draft, heard=heard, by=ward_leader, now=now)

    with pytest.raises(commands.NoAuthority):
        commands.approve_plan(plan=draft, by=region, now=now)


def test_an_approved_plan_is_never_changed(approved, ward_leader, heard, now):
    item = approved.items.get()
    for write in (
        lambda: Plan.objects.filter(pk=approved.pk).update(digest="x"),
        lambda: Plan.objects.filter(pk=approved.pk).update(state="draft"),
        lambda: PlanItem.objects.filter(pk=item.pk).update(title="Annet"),
        lambda: PlanItem.objects.create(plan=approved, position=9, title="Til"),
        lambda: Hearing.objects.create(
            plan=approved,
            party="union",
            who="x",
            held_on=date(2026, 1, 1),
            said="x",
            outcome="x",
            noted_at=now,
            noted_by=ward_leader,
        ),
    ):
        with pytest.raises(IntegrityError), transaction.atomic():
            write()
    for table in ("plans_plan", "plans_planitem", "plans_hearing", "plans_planstep"):
        with pytest.raises(ProgrammingError), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(f"DELETE FROM {table}")
    with pytest.raises(NotNow):
        commands.note_hearing(plan=approved, heard=heard, by=ward_leader, now=now)
    with pytest.raises(NotNow):
        commands.take_out_item(item=item, reason="Nei", by=ward_leader, now=now)


def test_an_item_cannot_be_moved_into_an_approved_plan(approved, begin, ward_leader, now):
    other = begin(ward_leader, year=2027)
    item = commands.add_item(plan=other, subject=Subject(title="Ro"), by=ward_leader, now=now)

    with pytest.raises(IntegrityError), transaction.atomic():
        PlanItem.objects.filter(pk=item.pk).update(plan=approved)


def test_a_revision_is_a_new_version(approved, ward_leader, now):
    with pytest.raises(commands.ReasonMissing):
        commands.revise_plan(plan=approved, reason=" ", by=ward_leader, now=now)

    new = commands.revise_plan(
        plan=approved, reason="Budsjettet ble mindre", by=ward_leader, now=now
    )

    assert (new.version, new.state, new.follows) == (2, "draft", approved)
    assert [str(one) for one in queries.items_of(new)] == ["Trygge bad"]
    assert queries.newest_approved(approved.unit, 2026) == approved
    with pytest.raises(commands.NotNewest):
        commands.revise_plan(plan=approved, reason="Igjen", by=ward_leader, now=now)

    commands.add_item(plan=new, subject=Subject(title="Ro"), by=ward_leader, now=now)
    with pytest.raises(commands.ReasonMissing):
        commands.approve_plan(plan=new, unheard=" ", by=ward_leader, now=now)
    commands.approve_plan(plan=new, unheard="Det hastet", by=ward_leader, now=now)

    approved.refresh_from_db()
    assert queries.newest_approved(approved.unit, 2026) == new
    assert new.digest == freezing.digest(new.content, approved)
    assert new.digest != freezing.digest(new.content, None)
    assert new.content["unheard"] == "Det hastet"
    assert [told["title"] for told in approved.content["items"]] == ["Trygge bad"]


def test_a_revision_somebody_is_heard_of_needs_no_reason(approved, heard, ward_leader, now):
    new = commands.revise_plan(plan=approved, reason="Mindre penger", by=ward_leader, now=now)
    commands.note_hearing(plan=new, heard=heard, by=ward_leader, now=now)

    commands.approve_plan(plan=new, by=ward_leader, now=now)

    assert (new.state, "unheard" in new.content) == ("approved", False)


def test_the_hash_is_of_all_that_it_says(approved):
    said = approved.content | {"year": 2027}

    assert freezing.digest(said, None) != approved.digest
