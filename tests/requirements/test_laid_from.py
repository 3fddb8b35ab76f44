"""Who takes a demand back is settled on the day it was laid, whatever becomes of whoever laid it."""

import pytest

from styrk.access.queries import standing_of
from styrk.core import clock
from styrk.requirements import rules

pytestmark = pytest.mark.django_db


def may_withdraw(person, placement, now):
    placement.refresh_from_db()
    return rules.may(standing_of(person, clock.day(now)), placement, "withdraw")


def test_it_stands_though_who_laid_it_moves(
    published, mandate, place, world, ceo, municipal_director, now
):
    """Of what nobody here has laid down, as a law."""
    mandate.unit = None
    mandate.save()
    (laid,) = place(published.requirements.get(ref="3.1"), world.clinic, by=ceo)
    assert may_withdraw(ceo, laid, now)

    ceo.home_unit = world.municipality
    ceo.save()

    assert may_withdraw(ceo, laid, now)
    assert not may_withdraw(municipal_director, laid, now)


def test_what_was_passed_on_is_taken_back_where_it_was_passed_on(
    accepted, requirement, place, world, ceo, region_leader, now
):
    (below,) = place(requirement, world.clinic, above=accepted, by=ceo)

    assert (below.laid_from, accepted.laid_from) == (world.trust, world.region)
    assert may_withdraw(ceo, below, now)
    assert not may_withdraw(ceo, accepted, now)
    assert may_withdraw(region_leader, accepted, now)
