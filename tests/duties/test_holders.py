"""Min side and the reminder agree on who holds a duty."""

from datetime import timedelta

import pytest

from styrk.access.roles import ROLES
from styrk.actions.types import CARRY_OUT
from styrk.core import clock, ids
from styrk.duties import commands, queries
from styrk.duties.models import Duty
from styrk.organisation.commands import changing
from styrk.organisation.models import Appointment, Deputyship, Person, Unit
from tests.world import standing


@pytest.fixture
def today(now):
    return clock.day(now)


@pytest.fixture
def shown_to(world, now, today):
    """`shown_to(ward, role="leader")`: on whose Min side a new duty is, whom a reminder goes to."""

    def lay(unit, *, person=None, role=""):
        uuid = ids.new_uuid()
        commands.require(
            kind=CARRY_OUT,
            subject_id=1,
            subject_uuid=uuid,
            unit=unit,
            due=today,
            now=now,
            person=person,
            role=role,
        )
        duty = Duty.objects.get(subject_uuid=uuid)
        seen = [
            p
            for p in Person.objects.filter(left_on=None)
            if uuid in _uuids(standing(p, now), today)
        ]
        reminded = queries.holders(duty, today)
        assert {p.name for p in seen} == {p.name for p in reminded}
        return sorted(p.name for p in seen)

    def _uuids(held, on):
        by_orm = {w.duty.subject_uuid for w in queries.waiting_for(held, on).waiting}
        plain, _ = queries.my_day(held, on)
        assert {w.duty.subject_uuid for w in plain.waiting} == by_orm
        return by_orm

    return lay


@pytest.fixture(autouse=True)
def titled(monkeypatch):
    """Every subject is in sight: what is asked here is only whose it is."""
    monkeypatch.setattr(
        queries, "_titles", lambda rows: {(one.kind, one.subject_uuid): "-" for one in rows}
    )


@pytest.fixture
def empty(today):
    def leave(*units):
        yesterday = today - timedelta(days=1)
        for posts in (Appointment, Deputyship):
            posts.objects.filter(unit__in=units).update(valid_to=yesterday)
        changing()

    return leave


def test_a_held_post_has_it_alone(world, shown_to):
    assert shown_to(world.ward, role="leader") == ["Dina Dahl", "Lars Lunde"]


def test_a_post_nobody_holds_counts_as_the_nearest_leader_above(world, shown_to, empty):
    empty(world.second_ward)
    assert shown_to(world.second_ward, role="leader") == ["Astrid Aas"]

    empty(world.department)
    assert shown_to(world.second_ward, role="leader") == ["Kristin Krogh"]


def test_a_deputy_keeps_it_where_the_leader_is_gone(world, shown_to, empty, ward_leader, today):
    Appointment.objects.filter(person=ward_leader).update(valid_to=today - timedelta(days=1))
    changing()
    assert shown_to(world.ward, role="leader") == ["Dina Dahl"]


def test_an_ended_unit_counts_as_the_nearest_leader_above(world, shown_to, today, empty):
    empty(world.second_ward)
    Unit.objects.filter(pk=world.second_ward.pk).update(valid_to=today - timedelta(days=1))
    assert shown_to(world.second_ward, role="leader") == ["Astrid Aas"]


def test_what_waits_for_one_who_has_left_goes_to_the_units_leader(world, shown_to, nurse, today):
    nurse.left_on = today - timedelta(days=1)
    nurse.save()
    assert shown_to(world.ward, person=nurse) == ["Dina Dahl", "Lars Lunde"]


def test_another_role_that_nobody_holds_goes_to_the_units_leader(world, shown_to):
    assert shown_to(world.ward, role="quality_adviser") == ["Dina Dahl", "Lars Lunde"]
    assert shown_to(world.trust, role="quality_adviser") == ["Kine Kleppe"]


def test_what_waits_for_an_absent_chair_never_falls_to_the_leader(world, shown_to, board_chair):
    assert shown_to(world.trust, role="board_chair") == ["Sigrid Solheim"]

    Appointment.objects.filter(person=board_chair).delete()
    changing()
    assert shown_to(world.trust, role="board_chair") == []
    assert "board_chair" in ROLES
