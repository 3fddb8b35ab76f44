"""The database itself shows a signal to the leader it is about and the one it has gone up to."""

import pytest

from styrk.intervention.models import Signal, SignalStep
from styrk.trail.models import Entry
from tests.world import PEOPLE

EVERYBODY = [key for key, *_ in PEOPLE]


def those_who_see(world, as_person):
    seeing = set()
    for key in EVERYBODY:
        with as_person(world.people[key]):
            sees = {
                Signal.objects.exists(),
                SignalStep.objects.exists(),
                Entry.objects.filter(subject="signal").exists(),
            }
        assert len(sees) == 1, key
        if sees == {True}:
            seeing.add(key)
    return seeing


def test_at_first_the_leader_alone(hearing, world, as_person):
    assert those_who_see(world, as_person) == {"ward_leader"}


def test_then_the_one_above_too_and_nobody_else(lifted, world, as_person):
    assert those_who_see(world, as_person) == {"ward_leader", "department_leader"}


def test_what_was_found_is_not_rewritten(hearing, ward_leader, as_person):
    from django.db import transaction

    with (
        as_person(ward_leader),
        pytest.raises(Exception, match="permission denied"),
        transaction.atomic(),
    ):
        Signal.objects.update(seen={})


def test_nobody_but_the_sweep_finds_anything(hearing, ceo, as_person):
    from django.db import transaction

    hearing.pk, hearing.uuid, hearing.rule = None, "00000000-0000-0000-0000-000000000001", "x"
    with as_person(ceo), pytest.raises(Exception, match="row-level security"), transaction.atomic():
        hearing.save(force_insert=True)
