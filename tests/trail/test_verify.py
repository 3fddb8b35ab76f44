"""The proof: what somebody with every right in the database does to the trail is found and named."""

import json
from datetime import timedelta

import pytest
from click.testing import CliRunner
from django.db import connection

from styrk.config.cli import styrk
from styrk.trail import verify as proof
from styrk.trail.jobs import seal_entries
from styrk.trail.verify import Kind, verify
from tests import populated
from tests.trail.test_sealing import INSERT

LATER = timedelta(hours=2)


def found(now, **facts) -> list[tuple]:
    return [(f.kind, f.seal, f.entries) for f in verify(now=now + LATER, **facts).findings]


# Statements that change an entry or a seal, whatever it is that they change.
CHANGES = (
    "text = 'to!'",
    "person_name = 'En annen'",
    "person_id = NULL",
    "at = at + interval '1 microsecond'",
    "subject_id = 8",
    "trust_id = 0",
    "detail = '{\"a\": 1}'",
)
ALTERATIONS = (
    "digest = repeat('0', 64)",
    "at = at - interval '1 second'",
    "prints = prints || '\\x00'",
    "prints = '\\x00'::bytea || substr(prints, 2)",
    "covers = 'noe annet'",
    "covers = '{[1,9223372036854775807]}', entries = 2147483647",
    "high = high + 1",
    "entries = 2",
    "form = 99",
)


@pytest.mark.django_db
def test_an_empty_trail_is_whole(now):
    verdict = verify(now=now)

    assert verdict.intact
    assert (verdict.seals, verdict.entries, verdict.unsealed) == (0, 0, 0)


def test_an_untouched_trail_is_whole(db, sealed, now):
    verdict = verify(now=now + LATER)

    assert verdict.intact
    assert (verdict.seals, verdict.entries, verdict.unsealed) == (2, 6, 0)
    assert verdict.newest_digest == sealed.seals[1].digest


def test_a_verdict_is_told_as_json(db, sealed, tampered, now):
    with tampered(f"DELETE FROM trail_entry WHERE id = {sealed.entries[0]}"):
        told = json.loads(json.dumps(verify(now=now).as_json()))

    assert (told["intact"], told["seals"], told["entries"]) == (False, 2, 5)
    assert told["findings"] == [
        {
            "kind": "deleted",
            "text": "Slettet etter at de ble forseglet",
            "seal": sealed.seals[0].pk,
            "entries": [sealed.entries[0]],
            "number": 1,
        }
    ]


def test_a_number_that_was_rolled_back_raises_no_alarm(db, write, rolled_back, now):
    write("en")
    rolled_back()
    write("tre")
    seal_entries(now)

    assert verify(now=now + LATER).intact


def test_entries_not_yet_sealed_only_wait(db, sealed, write, now):
    write("sju")

    assert found(now) == []
    assert verify(now=now + LATER).unsealed == 1


def test_a_changed_entry_is_named(sealed, tampered, now):
    first, second = sealed.seals[0].pk, sealed.entries[1]

    for change in CHANGES:
        with tampered(f"UPDATE trail_entry SET {change} WHERE id = {second}"):
            assert found(now) == [(Kind.CHANGED, first, (second,))], change


def test_a_changed_entry_is_named_however_seals_are_grouped(sealed, tampered, now, monkeypatch):
    monkeypatch.setattr(proof, "AT_A_TIME", 1)
    last = sealed.entries[-1]

    with tampered(f"UPDATE trail_entry SET text = 'x' WHERE id = {last}"):
        assert found(now) == [(Kind.CHANGED, sealed.seals[1].pk, (last,))]


def test_entries_deleted_moved_and_put_in_are_named(db, rolled_back, sealed, tampered, now):
    first, fifth = sealed.entries[0], sealed.entries[4]
    one, two = (seal.pk for seal in sealed.seals)
    gap = first - 1
    put_in = INSERT.replace("(at,", "(id, at,").replace("(now()", f"({gap}, now()")

    with tampered(f"DELETE FROM trail_entry WHERE id = {fifth}"):
        assert found(now) == [(Kind.DELETED, two, (fifth,))]
    with tampered(f"UPDATE trail_entry SET id = -5 WHERE id = {first}"):
        assert found(now) == [(Kind.DELETED, one, (first,)), (Kind.INSERTED, None, (-5,))]
    with tampered(put_in.replace(" RETURNING id", "")):
        assert found(now) == [(Kind.INSERTED, None, (gap,))]
        assert verify(now=now).intact, "it may be one that committed late"


def test_removed_and_altered_seals_are_found(sealed, tampered, now):
    first, last = sealed.seals

    for alteration in ALTERATIONS:
        with tampered(f"UPDATE trail_seal SET {alteration} WHERE id = {first.pk}"):
            assert (Kind.SEAL, first.pk, ()) in found(now), alteration
    with tampered(f"UPDATE trail_seal SET digest = 'x' WHERE id = {first.pk}"):
        assert found(now) == [(Kind.SEAL, first.pk, ())], "the next seal is not to blame"
    with tampered(f"DELETE FROM trail_seal WHERE id = {first.pk}"):
        assert found(now) == [
            (Kind.CHAIN, last.pk, ()),
            (Kind.INSERTED, None, tuple(sealed.entries[:3])),
        ]


def test_a_changed_entry_whose_print_is_changed_too_is_found(sealed, tampered, now):
    change = f"UPDATE trail_entry SET text = 'x' WHERE id = {sealed.entries[1]}"
    cover = f"UPDATE trail_seal SET prints = sha256('x') WHERE id = {sealed.seals[0].pk}"

    with tampered(change, cover):
        assert found(now)[0][:2] == (Kind.SEAL, sealed.seals[0].pk)


def test_a_removed_last_seal_leaves_its_entries_unsealed(sealed, tampered, now):
    last = sealed.seals[1]

    with tampered(f"DELETE FROM trail_seal WHERE id = {last.pk}"):
        verdict = verify(now=now + LATER)

        assert (verdict.intact, verdict.seals, verdict.unsealed) == (True, 1, 3)
        assert found(now, known=[last.digest]) == [(Kind.MISSING_SEAL, None, ())]


@pytest.mark.django_db(transaction=True)
def test_a_late_commit_raises_no_alarm(write, app, now):
    write("en")
    app.execute(INSERT)
    write("to")
    seal_entries(now)
    app.commit()

    waiting = verify(now=now)
    seal_entries(now + timedelta(minutes=1))
    covered = verify(now=now + LATER)

    assert (waiting.intact, waiting.unsealed) == (True, 1)
    assert (covered.intact, covered.entries, covered.unsealed) == (True, 3, 0)


@pytest.mark.django_db(transaction=True)
def test_the_time_zone_of_the_database_makes_no_difference(sealed, superuser, now):
    superuser.execute(f"ALTER DATABASE {populated.current()} SET timezone = 'Asia/Tokyo'")
    connection.close()
    connection.close_pool()

    assert verify(now=now + LATER).intact


def test_the_command_names_what_does_not_hold_and_fails(sealed, superuser):
    sealed_one, entry = sealed.seals[0].pk, sealed.entries[1]
    superuser.execute("UPDATE trail_entry SET text = 'x' WHERE id = %s", [entry])
    answer = CliRunner().invoke(styrk, ["verify-trail"])

    assert answer.exit_code == 1
    assert f"Endret etter at de ble forseglet (segl {sealed_one}, spor {entry})" in answer.stdout, (
        answer.stdout
    )
    assert CliRunner().invoke(styrk, ["verify-trail", "--json"]).exit_code == 1
    superuser.execute("UPDATE trail_entry SET text = 'to' WHERE id = %s", [entry])
    assert CliRunner().invoke(styrk, ["verify-trail"]).exit_code == 0
