"""The evidence costs one trip to the database however much there is."""

from styrk.core import scope
from styrk.incidents.tally import compact_tally


def test_the_evidence_is_one_trip_for_any_number(
    world, letters, reports, analyses, actions, django_assert_num_queries
):
    letters(world.ward)
    for unit in (world.ward, world.region):
        with django_assert_num_queries(1):
            letters(unit)
    analyses(reports(5, days=60))
    reports(5, unit=world.other_ward)
    actions(5)

    for unit in (world.ward, world.region):
        with django_assert_num_queries(1):
            before = letters(unit)
        with scope.acting(scope.SYSTEM):
            compact_tally()
        with django_assert_num_queries(1):
            assert letters(unit) == before


def test_nobody_sees_other_numbers_than_another(world, letters, reports, as_person, nurse, ceo):
    reports(3)

    with as_person(nurse):
        one = letters(world.trust)
    with as_person(ceo):
        other = letters(world.trust)

    assert one == other
