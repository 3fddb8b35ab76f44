"""Reading the trail: the history of a record, what somebody did, and who opened what."""

from datetime import timedelta

import pytest
from django.db import DatabaseError, connection

from styrk.core import scope
from styrk.trail import queries
from styrk.trail.commands import record, record_reading
from styrk.trail.jobs import prepare_readings
from styrk.trail.queries import acts_by, history_of, readers_of, readings_by


@pytest.fixture
def told(world, outsider_leader, now):
    """Three acts on the neighbour's incident, and one opening of it a minute, five times."""
    incident = world.their_incident.pk
    for text in ("Tok imot", "Undersøkte", "Besluttet"):
        record(
            by=outsider_leader, now=now, act="x", subject="incident", subject_id=incident, text=text
        )
    for minute in range(5):
        record_reading(
            by=outsider_leader,
            now=now + timedelta(minutes=minute),
            subject="incident",
            subject_id=incident,
            reference="2026-1",
        )
    return incident


def test_a_history_is_read_newest_first(told, as_person, outsider_leader):
    with as_person(outsider_leader):
        assert [e.text for e in history_of("incident", told)] == [
            "Besluttet",
            "Undersøkte",
            "Tok imot",
        ]


def test_a_history_is_seen_by_those_who_see_the_record(told, as_person, ward_leader, outsider):
    for stranger in (ward_leader, outsider):
        with as_person(stranger):
            assert history_of("incident", told) == []


def test_what_somebody_did_is_read_a_page_at_a_time(told, as_person, outsider_leader):
    with as_person(outsider_leader):
        page = acts_by(outsider_leader.pk, limit=2)
        rest = acts_by(outsider_leader.pk, limit=2, before=page[-1].pk)

    assert [e.text for e in page + rest] == ["Besluttet", "Undersøkte", "Tok imot"]


def test_openings_of_a_record_are_read_newest_first(told, as_person, outsider_leader, now):
    with as_person(outsider_leader):
        readers = readers_of("incident", told)

    assert [(r.person_name, r.at - now, r.times) for r in readers] == [
        (outsider_leader.name, timedelta(minutes=4), 5)
    ]


def test_readers_are_read_a_page_at_a_time_and_a_day_each(told, as_person, outsider_leader, now):
    for day in range(1, queries.READERS + 2):
        record_reading(
            by=outsider_leader,
            now=now + timedelta(days=day),
            subject="incident",
            subject_id=told,
            reference="2026-1",
        )
    with as_person(outsider_leader):
        page = readers_of("incident", told)
        last = page[queries.READERS - 1]
        rest = readers_of("incident", told, before=(last.at, last.person_id))

    assert len(page) == queries.READERS + 1
    assert [(r.times, r.at - now) for r in rest] == [
        (1, timedelta(days=1)),
        (5, timedelta(minutes=4)),
    ]


def test_what_somebody_opened_is_read_a_page_at_a_time(told, as_person, outsider_leader):
    with as_person(outsider_leader):
        page = readings_by(outsider_leader.pk, limit=4)
        rest = readings_by(outsider_leader.pk, limit=4, before=page[-1].at)

    assert (len(page), len(rest)) == (4, 1)


def test_everyone_sees_what_is_logged_about_their_own_reading(told, now, world):
    from tests.world import standing

    nurse = world.people["nurse"]
    record_reading(by=nurse, now=now, subject="incident", subject_id=told, reference="2026-1")

    with scope.acting(standing(nurse, now).scope):
        assert [r.reference for r in readings_by(nurse.pk)] == ["2026-1"]
        assert readings_by(world.people["outsider_leader"].pk) == []


def test_each_reading_is_one_query(told, as_person, outsider_leader, django_assert_num_queries):
    with as_person(outsider_leader), django_assert_num_queries(4):
        history_of("incident", told)
        acts_by(outsider_leader.pk)
        readers_of("incident", told)
        readings_by(outsider_leader.pk)


def partitions() -> set[str]:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT inhrelid::regclass::text FROM pg_inherits"
            " WHERE inhparent = 'trail_reading'::regclass"
        )
        return {name for (name,) in cursor.fetchall()}


@pytest.mark.django_db
def test_partitions_are_ready_for_this_month_and_the_next(now):
    prepare_readings(now)
    prepare_readings(now + timedelta(hours=1))

    assert partitions() == {"trail_reading_rest", "trail_reading_2026_11", "trail_reading_2026_12"}


def test_a_partition_cannot_be_read_past_the_policies(told, now):
    prepare_readings(now + timedelta(days=60))

    for table in ("trail_reading_rest", "trail_reading_2027_01"):
        with (
            pytest.raises(DatabaseError, match="permission denied"),
            scope.acting(scope.NOBODY),
            connection.cursor() as cursor,
        ):
            cursor.execute("SELECT * FROM " + table)


def test_readings_go_on_where_they_began(told, now, as_person, outsider_leader):
    # The month has readings in the rest already, so they stay together there.
    prepare_readings(now)

    assert "trail_reading_2026_11" not in partitions()
    with as_person(outsider_leader):
        assert readers_of("incident", told)[0].times == 5
