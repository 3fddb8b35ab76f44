"""§ 6 c: who needs to know is told, and may be seen to know."""

import pytest

from styrk.core import clock, scope
from styrk.messages.models import Message
from styrk.organisation.models import Appointment
from styrk.requirements import commands
from styrk.requirements.jobs import make_known_to_newcomers
from styrk.requirements.models import Edition


def known(published, world, by, now, roles=("employee",), unit=None):
    return commands.make_known(
        edition=published,
        unit=unit or world.ward,
        roles=roles,
        text="Les punkt 3 før tavlemøtet.",
        by=by,
        now=now,
    )


def test_those_who_hold_the_role_are_told(published, world, ward_leader, nurse, now):
    announcement = known(published, world, ward_leader, now)

    names = set(announcement.told.values_list("person__name", flat=True))
    assert names == {"Nora Nilsen", "Kari Karlsen", "Dina Dahl"}
    with scope.acting(scope.Scope(person_id=nurse.pk)):
        message = Message.objects.get(recipient=nurse)
    assert "Oppdrag og bestilling 2026" in message.subject
    assert message.text == "Les punkt 3 før tavlemøtet."


def test_seen_the_first_time(published, world, ward_leader, nurse, now):
    announcement = known(published, world, ward_leader, now)

    commands.mark_seen(announcement=announcement, person=nurse, now=now)

    assert announcement.told.filter(seen_at=now).count() == 1


def test_nobody_to_tell(published, world, ward_leader, now):
    with pytest.raises(commands.NobodyToTell):
        known(published, world, ward_leader, now, roles=("board_chair",))


@pytest.mark.parametrize(
    ("headers", "seen"),
    [
        ({}, True),
        ({"Sec-Purpose": "prefetch;prerender"}, False),
        ({"Purpose": "prefetch"}, False),
    ],
)
def test_only_a_person_who_opens_it_has_seen_it(
    published, world, ward_leader, nurse, now, client_of, headers, seen
):
    announcement = known(published, world, ward_leader, now)
    address = f"/krav/kunngjort/{announcement.uuid}/"

    assert client_of(nurse).head(address).status_code == 200
    assert announcement.told.exclude(seen_at=None).count() == 0
    assert client_of(nurse).get(address, headers=headers).status_code == 200
    assert announcement.told.exclude(seen_at=None).count() == seen


@pytest.fixture
def newcomer(published, world, ward_leader, other_nurse, now):
    """Told of first, and there afterwards."""
    announcement = known(published, world, ward_leader, now)
    Appointment.objects.create(
        person=other_nurse, unit=world.ward, role="employee", valid_from=clock.day(now)
    )
    return announcement


def test_those_who_come_after_are_told_once(newcomer, other_nurse, now):
    before = newcomer.told.count()

    for _night in range(2):
        make_known_to_newcomers(now)

    assert newcomer.told.count() == before + 1
    with scope.acting(scope.Scope(person_id=other_nurse.pk)):
        assert Message.objects.filter(recipient=other_nurse).count() == 1


def test_what_a_newer_edition_has_taken_over_is_not_told(newcomer, other_nurse, now):
    old = newcomer.edition
    Edition.objects.create(
        source=old.source,
        label="2027",
        dated=clock.day(now),
        follows=old,
        state="published",
        published_at=now,
        digest="x",
    )

    make_known_to_newcomers(now)

    assert not newcomer.told.filter(person=other_nurse).exists()
