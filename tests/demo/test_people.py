"""The demo's organisation holds what its people are promised to see."""

from collections import Counter
from datetime import timedelta
from random import Random

import pytest

from styrk.core import clock, scope
from styrk.demo import people, world_files
from styrk.demo.unusual import settle_unusual
from styrk.incidents.models import Attachment, Incident, IncidentStep
from styrk.organisation.models import Unit
from styrk.organisation.queries import leadership_gaps, unit_named_on

pytestmark = pytest.mark.django_db


@pytest.fixture
def world(now):
    world = people.World()
    people.settle(world, Random(1), now - timedelta(days=405))
    return world


def test_the_administrator_sees_gaps_and_a_history(world, now):
    today = clock.day(now)
    gaps = leadership_gaps([unit.pk for unit in world.units.values()], today, limit=10)

    assert [unit.code for unit in gaps.without] == [people.WITHOUT_LEADER]
    assert [unit.code for unit, *_ in gaps.doubled] == [people.WITH_TWO]
    ended = Unit.objects.get(code=people.ENDED.code)
    assert ended.valid_to is not None
    assert ended.valid_to < today
    renamed = world.units[people.RENAMED]
    assert renamed.name == world.facts[people.RENAMED].name
    before = unit_named_on(renamed, today - timedelta(days=400))
    assert before is not None
    assert before.name == people.FORMER_NAME


def test_reports_go_every_way_there_is(world, now, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    settle_unusual(world, Random(2), now)

    with scope.acting(scope.SYSTEM):
        acts = Counter(IncidentStep.objects.values_list("act", flat=True))
        photos = Attachment.objects.count()
    chair = world.personas["board_chair"]
    with scope.acting(world.acting(chair, now)):
        told = list(Incident.objects.values_list("description", flat=True))
    assert acts["hand_over"] >= 3
    assert acts["recuse"] == 2
    assert photos == 3
    assert [text.partition(" ")[0] for text in told] == ["Direktøren"]
    ceo = world.leaders["HF-VID"][0]
    with scope.acting(world.acting(ceo, now)):
        assert not Incident.objects.filter(description__startswith="Direktøren").exists()


def test_no_persona_counts_people_that_are_not_there():
    stories = [persona["story"] for persona in world_files.people()["persona"]]

    assert [story for story in stories if "ansatte" in story] == []
