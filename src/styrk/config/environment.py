"""What a command needs around it: Django ready, and a database that runs and has its tables."""

import os
import secrets
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

import click
import django
import psycopg
from django.apps import apps
from django.db import DatabaseError, connections
from psycopg import sql

from styrk.config import schema
from styrk.config.keys import VARIABLE, found_key
from styrk.core import postgres

SETTINGS = "styrk.config.settings"
# Forgotten when this process ends: nobody is to find it and think that a key is set.
BORROWED = secrets.token_urlsafe()
CONNECT_SECONDS = 10
MIGRATE = (sys.executable, "-m", "styrk.config.migrating")


def set_up() -> None:
    """Django ready, nothing started. A command signs nothing, so any key will do."""
    if apps.ready:
        return
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", SETTINGS)
    found = found_key(postgres.default_data_dir())
    os.environ.setdefault(VARIABLE, found or BORROWED)
    django.setup()
    if os.environ[VARIABLE] == BORROWED:
        del os.environ[VARIABLE]


def database_name() -> str:
    return os.environ.get("STYRK_DATABASE", "styrk")


def durable() -> bool:
    """Tests say 0: what they write is thrown away."""
    return os.environ.get("STYRK_DURABLE") != "0"


@contextmanager
def server() -> Iterator[postgres.Database]:
    """The database that runs, else the embedded one for as long as this lasts."""
    try:
        with postgres.running(durable=durable(), database=database_name()) as found:
            yield found
    except postgres.PostgresError as reason:
        raise click.ClickException(str(reason)) from reason


@contextmanager
def database() -> Iterator[postgres.Database]:
    """The same, with its tables; a new embedded one gets them. Our connections end with it."""
    with database_as_it_is() as found:
        if found.embedded:
            schema.lay(found.owner_url)
        yield found


@contextmanager
def database_as_it_is() -> Iterator[postgres.Database]:
    with server() as found:
        try:
            # Asked first by itself: the pool would try again for half a minute.
            psycopg.connect(found.app_url, connect_timeout=CONNECT_SECONDS).close()
            yield found
        except (DatabaseError, psycopg.Error) as reason:
            raise click.ClickException(_explained(reason)) from reason
        finally:
            hang_up()


def is_empty(found: postgres.Database) -> bool:
    """An embedded database without any table of ours: made a moment ago."""
    if not found.embedded:
        return False
    with psycopg.connect(found.app_url) as connection:
        row = connection.execute("SELECT to_regclass('django_migrations') IS NULL").fetchone()
    return bool(row and row[0])


def migrate_as_owner(environment: Mapping[str, str] | None = None) -> None:
    """In a process of its own, since this one is connected as the role that owns nothing."""
    done = subprocess.run(MIGRATE, env=environment, capture_output=True, text=True, check=False)
    if done.returncode:
        said = done.stderr.strip().splitlines()
        raise click.ClickException("Tabellene ble ikke laget. " + (said[-1] if said else ""))


def hang_up() -> None:
    for connection in connections.all(initialized_only=True):
        connection.close()
        getattr(connection, "close_pool", lambda: None)()


def _explained(reason: Exception) -> str:
    cause = reason.__cause__ or reason
    first = str(reason).strip().splitlines()[0] if str(reason).strip() else type(reason).__name__
    if isinstance(cause, psycopg.errors.UndefinedTable | psycopg.errors.UndefinedColumn):
        return f"Databasen er ikke oppdatert ({first}). Kjør «styrk migrate»."
    if isinstance(cause, psycopg.OperationalError):
        return f"Får ikke kontakt med databasen: {first}"
    return f"Databasen sa nei: {first}"


def rename_database(superuser_url: str, old: str, new: str) -> None:
    with psycopg.connect(superuser_url, autocommit=True) as connection:
        connection.execute(
            sql.SQL("ALTER DATABASE {} RENAME TO {}").format(
                sql.Identifier(old), sql.Identifier(new)
            )
        )
