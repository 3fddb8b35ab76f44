"""A trail with real commits, and someone who can do what the database forbids the application."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import SimpleNamespace

import psycopg
import pytest
from django.db import connection, transaction
from psycopg.conninfo import make_conninfo

from styrk.core import postgres
from styrk.trail.commands import record
from styrk.trail.jobs import seal_entries
from styrk.trail.models import Seal
from tests import populated

ACTOR = SimpleNamespace(id=1, name="Nora Nilsen")


def connect(url: str | None) -> psycopg.Connection:
    return psycopg.connect(make_conninfo(str(url), dbname=populated.current()))


@pytest.fixture
def superuser(transactional_db) -> Iterator[psycopg.Connection]:
    """Someone with every right in the database, who has put the guards out of use."""
    with connect(postgres.named().superuser_url) as connection:
        connection.autocommit = True
        connection.execute("SET session_replication_role = replica")
        yield connection


@pytest.fixture
def app(transactional_db) -> Iterator[psycopg.Connection]:
    """A second connection of the application's own role."""
    with connect(postgres.named().app_url) as connection:
        connection.execute("SELECT set_config('styrk.person', '1', false)")
        connection.commit()
        yield connection
        connection.rollback()


@pytest.fixture
def write(db, now) -> Callable[..., None]:
    """Write acts to the trail: one for each text."""

    def write(*texts: str, **detail: object) -> None:
        for text in texts:
            record(by=ACTOR, now=now, act="test", subject="unit", subject_id=7, text=text, **detail)

    return write


@pytest.fixture
def sealed(write, now) -> SimpleNamespace:
    """Six entries under two seals: `entries` are their ids."""
    write("en", "to", "tre")
    seal_entries(now)
    write("fire", "fem", "seks")
    seal_entries(now)
    seals = list(Seal.objects.order_by("pk"))
    entries = [pk for seal in seals for pk in range(seal.low, seal.high + 1)]
    return SimpleNamespace(seals=seals, entries=entries)


@pytest.fixture
def rolled_back(write) -> Callable[[], None]:
    """Use up an entry's number without an entry."""

    def roll_back() -> None:
        with transaction.atomic():
            write("rullet tilbake")
            transaction.set_rollback(True)

    return roll_back


TAMPER = """
    CREATE FUNCTION tamper(statement text) RETURNS void LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = public SET session_replication_role = replica
    AS $$ BEGIN EXECUTE statement; END $$
"""


@pytest.fixture
def tampered(db):
    """`with tampered("UPDATE ..."):` done with every right and no guard; after it, all is as before."""
    with connect(postgres.named().superuser_url) as superuser, connection.cursor() as cursor:
        superuser.autocommit = True
        superuser.execute(TAMPER)

        @contextmanager
        def tamper(*statements: str) -> Iterator[None]:
            with transaction.atomic():
                for statement in statements:
                    cursor.execute("SELECT tamper(%s)", [statement])
                yield
                transaction.set_rollback(True)

        yield tamper
        superuser.execute("DROP FUNCTION tamper")
