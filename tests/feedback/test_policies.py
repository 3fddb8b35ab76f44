"""The database itself keeps what is told from those who may not see it."""

import pytest

from styrk.core import scope
from styrk.feedback.models import Receipt, Voice, VoiceStep


@pytest.mark.parametrize("who", ["ward_leader", "department_leader", "ceo", "quality_adviser"])
def test_the_line_and_its_advisers_see_it(taken, world, as_person, who):
    with as_person(world.people[who]):
        assert Voice.objects.count() == VoiceStep.objects.count() == 1


@pytest.mark.parametrize(
    "who",
    ["nurse", "second_ward_leader", "other_leader", "board_chair", "administrator", "outsider_ceo"],
)
def test_nobody_else_does(taken, world, as_person, who):
    with as_person(world.people[who]):
        assert not Voice.objects.exists()
        assert not VoiceStep.objects.exists()


def test_the_secret_is_for_no_person(taken, world, as_person, ceo):
    with as_person(ceo):
        assert not Receipt.objects.exists()
    with scope.acting(scope.SYSTEM):
        assert Receipt.objects.count() == 1
