from datetime import timedelta

import pytest

from styrk.actions.types import CARRY_OUT, JUDGE
from styrk.core import clock, ids, scope
from styrk.duties import commands, jobs
from styrk.duties.models import Duty
from styrk.messages.models import Message
from styrk.organisation.models import Appointment


@pytest.fixture
def today(now):
    return clock.day(now)


@pytest.fixture
def duty(now, today):
    """`duty(ward, role="leader", late=2)` lays a duty that fell due two days ago."""

    def lay(unit, *, person=None, role="", late=0, kind=CARRY_OUT):
        commands.require(
            kind=kind,
            subject_id=1,
            subject_uuid=ids.new_uuid(),
            unit=unit,
            due=today - timedelta(days=late),
            now=now,
            person=person,
            role=role,
        )

    return lay


def said():
    """What has been said, by the recipient's name."""
    with scope.acting(scope.SYSTEM):
        found = Message.objects.select_related("recipient").order_by("recipient__name", "pk")
        return [(m.recipient.name, m.subject, m.text) for m in found]


def test_holder_gets_one_message_with_numbers_for_each_kind(world, duty, nurse, now):
    duty(world.ward, person=nurse, late=2)
    duty(world.ward, person=nurse)
    duty(world.ward, person=nurse, kind=JUDGE)
    jobs.remind(now)

    assert said() == [
        (
            "Nora Nilsen",
            "3 oppgaver venter på deg",
            "Gjennomfør tiltaket: 2\nVurder om tiltaket virket: 1\n1 er over fristen.",
        )
    ]
    with scope.acting(scope.SYSTEM):
        assert Message.objects.get().path == "/min-side/"


def test_nothing_is_said_before_the_day(world, duty, nurse, now):
    duty(world.ward, person=nurse, late=-1)
    jobs.remind(now)

    assert said() == []


def test_duty_of_a_post_goes_to_leader_and_deputy(world, duty, now):
    duty(world.ward, role="leader")
    jobs.remind(now)

    assert [name for name, *_ in said()] == ["Dina Dahl", "Lars Lunde"]
    assert said()[0][2] == "Gjennomfør tiltaket: 1\nAlle har frist i dag."


def test_duty_of_an_empty_post_goes_to_the_next_leader_above(world, duty, now, today):
    yesterday = today - timedelta(days=1)
    Appointment.objects.filter(unit=world.second_ward).update(valid_to=yesterday)
    duty(world.second_ward, role="leader")
    jobs.remind(now)

    assert [name for name, *_ in said()] == ["Astrid Aas"]


def test_duty_of_one_who_has_left_goes_to_the_units_leader(world, duty, nurse, now, today):
    nurse.left_on = today - timedelta(days=1)
    nurse.save()
    duty(world.ward, person=nurse)
    jobs.remind(now)

    assert [name for name, *_ in said()] == ["Dina Dahl", "Lars Lunde"]


def test_duty_that_nobody_can_be_told_of_stays_unmarked(world, duty, now):
    Appointment.objects.all().delete()
    duty(world.ward, role="quality_adviser")
    world.ward.deputyships.all().delete()
    jobs.remind(now)

    assert said() == []
    assert Duty.objects.get().reminded_on is None


def test_reminder_comes_once_a_day(world, duty, nurse, now):
    duty(world.ward, person=nurse)
    jobs.remind(now)
    jobs.remind(now + timedelta(hours=1))
    assert len(said()) == 1

    jobs.remind(now + timedelta(days=1))
    assert [text.splitlines()[-1] for *_, text in said()] == [
        "Alle har frist i dag.",
        "1 er over fristen.",
    ]


def test_reminder_that_was_said_but_not_marked_is_not_said_again(world, duty, nurse, now):
    duty(world.ward, person=nurse)
    jobs.remind(now)
    Duty.objects.update(reminded_on=None)
    jobs.remind(now)

    assert len(said()) == 1


def test_settled_duty_is_not_reminded_of(world, duty, nurse, now):
    duty(world.ward, person=nurse)
    commands.settle(kind=CARRY_OUT, subject_uuid=Duty.objects.get().subject_uuid, by=nurse, now=now)
    jobs.remind(now)

    assert said() == []


def test_killed_in_the_middle_nothing_is_said_or_marked(world, duty, nurse, now, monkeypatch):
    duty(world.ward, person=nurse)

    def killed(**_):
        raise KeyboardInterrupt

    monkeypatch.setattr(commands, "mark_reminded", killed)
    with pytest.raises(KeyboardInterrupt):
        jobs.remind(now)

    assert said() == []
    assert Duty.objects.get().reminded_on is None
