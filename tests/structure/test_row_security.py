"""The database itself keeps what is sensitive from those who may not see it."""

import re
from uuid import uuid4

import psycopg
import pytest
from django.db import connection, transaction
from psycopg import sql

from styrk.core import postgres, scope
from tests import populated
from tests import world as worlds
from tests.structure.everything import happen
from tests.structure.source import said

# Everything of these apps is sensitive, and these tables of others.
SENSITIVE = re.compile(
    r"^(incidents|patterns|serious|inspections|actions|risks|styrk_messages)_|^feedback_(voice|receipt)|^intervention_signal|^classification_incidentcode$|^subscriptions_copy$|^products_incidentproduct$|^access_(grant|draft|guest)$|^trail_(entry|reading|seal)"
)
# Tables of those apps that everybody may read, and why.
OPEN = {
    "actions_tally": "numbers for each unit and month: no text, no person",
    "actions_linetally": "numbers for each unit and month: no text, no person",
    "incidents_tally": "numbers for each unit and month: no text, no person",
    "incidents_linetally": "numbers for each unit and month: no text, no person",
    "incidents_theme": "numbers for each unit and month: no text, no person",
    "incidents_linetheme": "numbers for each unit and month: no text, no person",
    "risks_tally": "numbers for each unit and day: no text, no person",
    "risks_linetally": "numbers for each unit and day: no text, no person",
    "risks_matrix": "the words of a scale, for all who read a rating made in it",
}


def rows(query, *parameters):
    with connection.cursor() as cursor:
        cursor.execute(query, parameters)
        return cursor.fetchall()


def tables():
    """Name, whether it is protected, its owner, and whether we may read it at all."""
    return rows("""
        SELECT relname, relrowsecurity, relowner::regrole::text,
               has_table_privilege(current_user, oid, 'SELECT')
        FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p', 'v', 'm')
        ORDER BY relname""")


def sensitive():
    return [name for name, *_ in tables() if SENSITIVE.search(name)]


def test_every_sensitive_table_is_protected(db):
    bare = [
        name
        for name, protected, _, readable in tables()
        if SENSITIVE.search(name) and readable and not protected and name not in OPEN
    ]

    assert len(sensitive()) > 10, "no tables found: this test looks at nothing"
    assert not bare, said(
        bare,
        "In the app's migration: rls.protect(table, see=…). Think of both doors: units, grants.",
    )


def test_new_months_of_readings_cannot_be_read_past_the_policy(db):
    """A policy on a partitioned table does not hold for one who asks the partition itself."""
    rows("SELECT trail_prepare_month('2031-05-01')")

    readable = [name for name, _, _, may in tables() if name.startswith("trail_reading_") and may]

    assert any(name == "trail_reading_2031_05" for name, *_ in tables())
    assert not readable, said(readable, "Revoke everything on the partition from styrk_app.")


def test_every_protected_table_has_a_policy_for_reading(db):
    without = rows("""
        SELECT relname FROM pg_class c WHERE relrowsecurity AND NOT EXISTS (
            SELECT 1 FROM pg_policy WHERE polrelid = c.oid AND polcmd IN ('r', '*'))""")

    assert not without, said(
        [name for (name,) in without], "Nobody can ever read it: add a policy."
    )


def test_our_role_owns_nothing_and_is_held_by_every_policy(db):
    (role,) = rows("""
        SELECT rolsuper, rolbypassrls, rolcreaterole, rolcreatedb,
               (SELECT count(*) FROM pg_class WHERE relowner = r.oid),
               pg_has_role(r.oid, 'styrk_owner', 'MEMBER'),
               has_schema_privilege(r.oid, 'public', 'CREATE')
        FROM pg_roles r WHERE rolname = current_user""")

    assert role == (False, False, False, False, 0, False, False)


def test_no_policy_lets_a_protected_row_be_removed(db):
    """What a person typed and threw away, or chose and did not read in, or looked for, are the exceptions."""
    removable = [
        name
        for name in sensitive()
        for (may,) in rows(
            "SELECT has_table_privilege(%s, 'DELETE') OR has_table_privilege(%s, 'TRUNCATE')",
            name,
            name,
        )
        if may and name not in {"access_draft", "access_preview", "incidents_savedsearch"}
    ]

    assert not removable, said(removable, "REVOKE DELETE, TRUNCATE ON … FROM styrk_app.")


def test_what_is_written_once_cannot_be_changed(db):
    once = [name for name in sensitive() if re.search(r"step$|analysis$|attachment$|^trail_", name)]
    changeable = [
        name
        for name in once
        for (may,) in rows("SELECT has_table_privilege(%s, 'UPDATE')", name)
        if may
    ]

    assert len(once) >= 5
    assert not changeable, said(changeable, "rls.append_only(table) in the app's migration.")


def test_functions_of_the_owner_name_their_schema(db):
    """One that acts as its owner and looks names up in the caller's path can be led astray."""
    loose = rows("""
        SELECT proname FROM pg_proc
        WHERE prosecdef AND pronamespace = 'public'::regnamespace
          AND NOT coalesce(proconfig::text LIKE '%%search_path=%%', false)""")

    assert not loose, said([name for (name,) in loose], "Add SET search_path = public.")


def counted(tables_, cursor):
    return {
        name: cursor.execute(
            sql.SQL("SELECT count(*) FROM {}").format(sql.Identifier(name))
        ).fetchone()[0]
        for name in tables_
    }


@pytest.fixture
def a_full_case(transactional_db, now):
    """Something in every protected table, committed, made by the commands."""
    world = worlds.build(now)
    happen(world, now)
    return world


def seen(protected):
    """How many rows of each table this transaction sees."""
    with connection.cursor() as cursor:
        counts = {}
        for name in protected:
            cursor.execute(sql.SQL("SELECT count(*) FROM {}").format(sql.Identifier(name)))
            counts[name] = cursor.fetchone()[0]
        return counts


def test_with_nobody_acting_nothing_is_seen(a_full_case, now):
    protected = [name for name, is_protected, *_ in tables() if is_protected]
    superuser = postgres.named().superuser_url
    with psycopg.connect(superuser, dbname=populated.current()) as everything:
        there = counted(protected, everything)
    empty = [name for name, number in there.items() if not number]

    with transaction.atomic():
        nobody = seen(protected)
    with scope.acting(worlds.standing(a_full_case.people["home_nurse"], now).scope):
        stranger = seen(protected)

    assert not empty, said(empty, "Let something happen in it in tests/structure/everything.py.")
    leaks = {name: number for name, number in nobody.items() if number and name != "trail_seal"}
    assert not leaks, f"seen with no scope set: {leaks}. Its policy lets everyone through."
    leaks = {name: number for name, number in stranger.items() if number and name not in OWN}
    assert not leaks, f"seen by somebody in another organisation: {leaks}."


# Where everybody has rows of their own: what one has done, been sent, typed. Seals are digests.
OWN = {"trail_entry", "trail_reading", "styrk_messages_message", "access_draft", "trail_seal"}


def settings_now():
    names = [
        "styrk.person",
        "styrk.posts",
        "styrk.posts_chair",
        "styrk.posts_reception",
        "styrk.posts_committee",
        *(f"styrk.units_{kind}" for kind in scope.KINDS),
    ]
    reads = ", ".join(["coalesce(current_setting(%s, true), '')"] * len(names))
    return set(rows(f"SELECT {reads}", *names)[0])


def test_sight_ends_with_its_transaction(a_full_case, now):
    """The pool gives the connection to the next person."""
    leader = a_full_case.people["department_leader"]
    with scope.acting(worlds.standing(leader, now).scope):
        assert seen(["incidents_incident"])["incidents_incident"]
        (before,) = rows("SELECT pg_backend_pid()")

    (after,) = rows("SELECT pg_backend_pid()")
    assert before == after
    assert settings_now() == {""}
    assert not seen(["incidents_incident"])["incidents_incident"]


def test_sight_ends_also_when_the_transaction_fails(a_full_case, now):
    leader = a_full_case.people["department_leader"]

    def fail() -> None:
        with scope.acting(worlds.standing(leader, now).scope):
            raise KeyError(uuid4())

    with pytest.raises(KeyError):
        fail()

    assert settings_now() == {""}
    assert scope.current() == scope.NOBODY


def test_a_request_leaves_nothing_for_the_next(a_full_case, client_of):
    client_of(a_full_case.people["ward_leader"]).get("/min-side/")

    assert settings_now() == {""}
    assert scope.current() == scope.NOBODY


def nodes(plan):
    """Each step of a plan, from its root on."""
    yield plan
    for below in plan.get("Plans", ()):
        yield from nodes(below)


@pytest.mark.parametrize("app", ["actions", "incidents"])
def test_what_is_kept_from_one_is_found_by_its_index(db, app):
    with scope.acting(scope.SYSTEM), connection.cursor() as cursor:
        ((body,),) = rows("SELECT prosrc FROM pg_proc WHERE proname = %s", f"{app}_recused")
        cursor.execute("SET LOCAL enable_seqscan = off")
        (([told],),) = rows("EXPLAIN (ANALYZE, FORMAT JSON) " + body)

    steps = [step for step in nodes(told["Plan"]) if step.get("Relation Name") == f"{app}_recusal"]
    done = [step for step in steps if step["Actual Loops"]]
    assert ["person_id" in step.get("Index Cond", "") for step in done] == [True]
