"""§ 25-2 in the map: what kommunestyret was sent shows it, and time takes it away."""

from datetime import timedelta

import pytest

from styrk.compliance.jobs import keep_the_maps
from styrk.compliance.models import Picture
from styrk.compliance.pictures import as_of
from styrk.core import clock, scope
from styrk.overview.forskriftskart.queries import rows_of
from styrk.regulation.maps import MAPS
from styrk.regulation.types import Status

pytestmark = pytest.mark.django_db


@pytest.fixture
def row(as_person, municipal_director, now):
    """`row(unit)`: § 25-2 at the unit on a day."""

    def row(unit, day=None):
        on = day or clock.day(now)
        with as_person(municipal_director):
            return rows_of(MAPS["kommuneloven"], unit, on, on)[-1]

    return row


def test_section_25_2_is_shown_by_what_was_sent(world, row, sent, now):
    found = row(world.municipality)

    assert (found.item.reference, found.status) == ("§ 25-2", Status.SHOWN)
    assert [(one.value) for one in found.evidence.data] == [1, 0]
    later = clock.day(now) + timedelta(days=367)
    assert row(world.municipality, later).status is Status.NOT_SHOWN


def test_section_25_2_is_not_shown_before(world, row, begin):
    begin()

    assert row(world.municipality).status is Status.NOT_SHOWN
    assert row(world.units["k.helse"]).status is Status.UNKNOWN, "of a whole kommune"


def test_pictures_of_it_are_of_kommuner_alone(world, sent, now):
    keep_the_maps(now)

    with scope.acting(scope.SYSTEM):
        kept = Picture.objects.filter(letter="koml-25-2")
        assert [one.unit for one in kept.select_related("unit")] == [world.municipality]
        (there,) = [
            one
            for one in as_of(world.municipality, clock.day(now)).evidence
            if one.letter == "koml-25-2"
        ]
        assert there.status is Status.SHOWN
