"""§ 6 c: who needs to know is told, and may be seen to know."""

import pytest

from styrk.core import scope
from styrk.messages.models import Message
from styrk.requirements import commands


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
