"""The two roles and what each may do."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import psycopg
import pytest
from psycopg import errors
from psycopg.conninfo import make_conninfo

from styrk.core.postgres import Database, create_database, drop_database, provision, running


@pytest.fixture(scope="module")
def server(ready_made: Path) -> Iterator[Database]:
    with pytest.MonkeyPatch.context() as patch:
        patch.delenv("DATABASE_URL", raising=False)
        with running(ready_made, durable=False) as database:
            yield database


def as_role(server: Database, role: str, database: str) -> psycopg.Connection:
    url = make_conninfo(server.superuser_url, user=role, dbname=database)
    return psycopg.connect(url, autocommit=True)


@pytest.fixture
def database(server: Database) -> Iterator[str]:
    create_database(server.superuser_url, "fresh", template=None)
    yield "fresh"
    drop_database(server.superuser_url, "fresh")


def rows(connection: psycopg.Connection, question: str) -> list[tuple]:
    return connection.execute(question).fetchall()


def test_roles_have_no_more_than_they_need(server: Database) -> None:
    with as_role(server, "postgres", "postgres") as superuser:
        found = rows(
            superuser,
            "SELECT rolname, rolcanlogin, rolsuper OR rolbypassrls OR rolcreatedb OR "
            "rolcreaterole OR rolreplication FROM pg_roles WHERE rolname LIKE 'styrk%' ORDER BY 1",
        )

    assert found == [("styrk_app", True, False), ("styrk_owner", True, False)]


def test_owner_makes_tables_and_app_only_uses_them(server: Database, database: str) -> None:
    with as_role(server, "styrk_owner", database) as owner:
        owner.execute("CREATE TABLE thing (id bigserial PRIMARY KEY, name text)")

    with as_role(server, "styrk_app", database) as app:
        app.execute("INSERT INTO thing (name) VALUES ('a'), ('b')")
        app.execute("UPDATE thing SET name = 'c' WHERE id = 1")
        app.execute("DELETE FROM thing WHERE id = 2")
        assert rows(app, "SELECT * FROM thing") == [(1, "c")]
        for forbidden in (
            "CREATE TABLE mine (id int)",
            "CREATE TEMP TABLE mine (id int)",
            "CREATE SCHEMA mine",
            "TRUNCATE thing",
            "DROP TABLE thing",
            "ALTER TABLE thing ADD COLUMN x int",
            "CREATE ROLE friend",
            "SET ROLE styrk_owner",
        ):
            with pytest.raises(errors.InsufficientPrivilege):
                app.execute(forbidden)


def test_others_may_not_connect(server: Database, database: str) -> None:
    with as_role(server, "postgres", "postgres") as superuser:
        superuser.execute("CREATE ROLE outsider LOGIN")
        try:
            with pytest.raises(psycopg.OperationalError, match="permission denied for database"):
                as_role(server, "outsider", database)
        finally:
            superuser.execute("DROP ROLE outsider")


def test_full_text_index_is_used_under_row_level_security(server: Database, database: str) -> None:
    with as_role(server, "styrk_owner", database) as owner:
        owner.execute("CREATE TABLE story (unit int, words tsvector)")
        owner.execute(
            "INSERT INTO story SELECT n % 9, to_tsvector('simple', 'word' || n) "
            "FROM generate_series(1, 5000) n"
        )
        owner.execute("CREATE INDEX story_words ON story USING gin (words)")
        owner.execute("ALTER TABLE story ENABLE ROW LEVEL SECURITY")
        owner.execute("CREATE POLICY seen ON story USING (unit = 3)")
        owner.execute("ANALYZE story")

    with as_role(server, "styrk_app", database) as app:
        plan = rows(app, "EXPLAIN SELECT * FROM story WHERE words @@ 'word3'::tsquery")

    assert "story_words" in str(plan)


def test_provisioning_again_mends_what_was_changed(server: Database, database: str) -> None:
    with as_role(server, "postgres", database) as superuser:
        superuser.execute("ALTER ROLE styrk_app BYPASSRLS CREATEDB")
        superuser.execute("GRANT CREATE ON SCHEMA public TO PUBLIC")
        superuser.execute("GRANT TEMP ON DATABASE fresh TO PUBLIC")

    provision(server.superuser_url, database)
    provision(server.superuser_url, database)

    with as_role(server, "styrk_app", database) as app:
        assert rows(
            app, "SELECT rolbypassrls OR rolcreatedb FROM pg_roles WHERE rolname = current_user"
        ) == [(False,)]
        for forbidden in ("CREATE TABLE mine (id int)", "CREATE TEMP TABLE mine (id int)"):
            with pytest.raises(errors.InsufficientPrivilege):
                app.execute(forbidden)


def test_many_may_provision_at_once(server: Database) -> None:
    names = [f"at_once_{number}" for number in range(3)]
    with as_role(server, "postgres", "postgres") as superuser:
        drop_database(server.superuser_url, "styrk")
        superuser.execute("DROP ROLE styrk_app")
        superuser.execute("DROP ROLE styrk_owner")

    with ThreadPoolExecutor(6) as pool:
        wanted = [pool.submit(provision, server.superuser_url, name) for name in names * 2]
        assert [one.result() for one in wanted] == [None] * 6

    for name in names:
        drop_database(server.superuser_url, name)
    provision(server.superuser_url, "styrk")


def test_clone_has_rows_rights_and_guard_of_its_template(server: Database, database: str) -> None:
    with as_role(server, "styrk_owner", database) as owner:
        owner.execute("CREATE TABLE thing AS SELECT 1 AS id")

    with ThreadPoolExecutor(3) as pool:
        list(
            pool.map(
                lambda name: create_database(server.superuser_url, name, template=database),
                ("c1", "c2", "c3"),
            )
        )

    with as_role(server, "styrk_app", "c2") as app:
        assert rows(app, "SELECT id FROM thing") == [(1,)]
        with pytest.raises(errors.InsufficientPrivilege):
            app.execute("CREATE TEMP TABLE mine (id int)")
    with as_role(server, "styrk_owner", "c2") as owner:
        owner.execute("CREATE TABLE later (id int)")
    with as_role(server, "styrk_app", "c2") as app:
        assert rows(app, "SELECT id FROM later") == []
    with pytest.raises(errors.DuplicateDatabase):
        create_database(server.superuser_url, "c1", template=database)
    for name in ("c1", "c2", "c3"):
        drop_database(server.superuser_url, name)


def test_drop_takes_a_database_in_use_or_absent(server: Database) -> None:
    create_database(server.superuser_url, "busy", template=None)
    user = as_role(server, "styrk_app", "busy")

    drop_database(server.superuser_url, "busy")
    drop_database(server.superuser_url, "busy")

    with pytest.raises(psycopg.OperationalError):
        user.execute("SELECT 1")
    user.close()
