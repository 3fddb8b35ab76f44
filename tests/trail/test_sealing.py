"""Sealing with real commits: what is covered, once, and at a cost that does not grow."""

import logging
from datetime import timedelta

import pytest
from django.db import DatabaseError, connection, transaction

from styrk.core import scope
from styrk.trail import sealing
from styrk.trail.jobs import seal_entries
from styrk.trail.models import Seal
from styrk.trail.sealing import seal_next
from tests.trail.conftest import ACTOR

INSERT = """
    INSERT INTO trail_entry (at, person_name, act, subject, subject_id, text, detail)
    VALUES (now(), 'Styrk', 'test', 'unit', 7, 'sen', '{}') RETURNING id
"""


def covers() -> list[str]:
    return list(Seal.objects.order_by("pk").values_list("covers", flat=True))


@pytest.mark.django_db
def test_all_unsealed_entries_are_sealed(write, now):
    write("en", "to", "tre")

    seal_entries(now)

    seal = Seal.objects.get()
    assert (seal.entries, seal.high - seal.low, seal.previous) == (3, 2, "")
    assert seal.covers == f"{{[{seal.low},{seal.high}]}}"


@pytest.mark.django_db
def test_sealing_again_adds_nothing(write, now):
    write("en")
    seal_entries(now)

    seal_entries(now)

    assert Seal.objects.count() == 1


@pytest.mark.django_db
def test_each_seal_builds_on_the_one_before(write, now):
    for text in ("en", "to"):
        write(text)
        seal_entries(now)

    first, second = Seal.objects.order_by("pk")
    assert second.previous == first.digest
    assert second.low == first.high + 1


@pytest.mark.django_db
def test_a_long_backlog_is_sealed_in_batches(write, now, monkeypatch):
    monkeypatch.setattr(sealing, "BATCH", 2)
    write("en", "to", "tre", "fire", "fem")

    seal_entries(now)

    assert [s.entries for s in Seal.objects.order_by("pk")] == [2, 2, 1]


@pytest.mark.django_db(transaction=True)
def test_a_transaction_that_commits_late_is_covered_by_a_later_seal(write, now, app):
    write("en")
    late = app.execute(INSERT).fetchone()[0]
    write("to")
    seal_entries(now)

    app.commit()
    seal_entries(now + timedelta(minutes=1))

    assert covers() == [
        f"{{[{late - 1},{late - 1}],[{late + 1},{late + 1}]}}",
        f"{{[{late},{late}]}}",
    ]


@pytest.mark.django_db
def test_a_number_that_was_rolled_back_is_left_out(write, rolled_back, now):
    write("en")
    rolled_back()
    write("tre")

    seal_entries(now)

    seal = Seal.objects.get()
    assert seal.covers == f"{{[{seal.low},{seal.low}],[{seal.high},{seal.high}]}}"


@pytest.mark.django_db
def test_what_old_seals_cover_is_not_looked_at_again(write, now):
    write("en", "to")
    seal_entries(now)
    later = now + sealing.SETTLED_AFTER + timedelta(minutes=1)
    write("tre")
    seal_entries(later)
    write("fire")

    with scope.acting(scope.SYSTEM), connection.cursor() as cursor:
        cursor.execute("SELECT text FROM trail_unsealed(10, %s)", [later - sealing.SETTLED_AFTER])
        assert cursor.fetchall() == [("fire",)]


@pytest.mark.django_db(transaction=True)
def test_one_sealer_at_a_time(write, now, app):
    write("en")
    app.execute("SELECT pg_advisory_xact_lock(%s)", [sealing.LOCK])

    assert seal_next(now=now) is None

    app.rollback()
    assert seal_next(now=now)


@pytest.mark.django_db
def test_the_newest_digest_is_written_to_the_log(write, now, caplog):
    write("en")

    with caplog.at_level(logging.INFO, "styrk.trail"):
        seal_entries(now)

    assert Seal.objects.get().digest in caplog.text


@pytest.mark.django_db
def test_only_the_system_reads_the_whole_trail(write):
    write("en")

    for call in ("trail_unsealed(1, now())", "trail_within('{[1,9]}')", "trail_uncovered('{}', 0)"):
        with (
            pytest.raises(DatabaseError, match="system alone"),
            scope.acting(scope.Scope(person_id=ACTOR.id)),
            connection.cursor() as cursor,
        ):
            cursor.execute(f"SELECT * FROM {call}")


@pytest.mark.django_db
def test_only_the_system_adds_a_seal(now):
    facts = {"at": now, "low": 1, "high": 1, "entries": 1, "covers": "{[1,1]}", "previous": ""}

    with pytest.raises(DatabaseError, match="row-level security"), transaction.atomic():
        Seal.objects.create(digest="f", **facts)


@pytest.mark.django_db
@pytest.mark.parametrize("table", ["trail_entry", "trail_seal", "trail_reading"])
@pytest.mark.parametrize("act", ["UPDATE {} SET at = now()", "DELETE FROM {}", "TRUNCATE {}"])
def test_the_application_changes_nothing_in_the_trail(table, act):
    with (
        pytest.raises(DatabaseError, match="permission denied"),
        scope.acting(scope.SYSTEM),
        connection.cursor() as cursor,
    ):
        cursor.execute(act.format(table))
