"""The tests' databases: a migrated template, and a copy of it for each process."""

import fcntl
import hashlib
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.metadata import version
from pathlib import Path

import psycopg
from psycopg import sql

from styrk.core import postgres

PACKAGE = Path(postgres.__file__).resolve().parents[2]
TEMPLATE = "styrk_template_"
CLONE = re.compile(r"styrk_test_(\d+)(_world|_built)?")
KEPT_TEMPLATES = 3
# What else than our own migrations makes tables: these packages' migrations.
OTHERS = ("django", "procrastinate", "django-axes")


@contextmanager
def clones(*names: str) -> Iterator[None]:
    """A server that runs, and in it the migrated databases so named, while the block lasts."""
    # Without the safety of a real database: these are thrown away.
    with postgres.running(durable=False, database="styrk_tests") as server:
        superuser = str(server.superuser_url)
        with _alone():
            _sweep(superuser)
            for name in names:
                _copy(superuser, name)
        try:
            yield
        finally:
            for name in names:
                postgres.drop_database(superuser, name)


def renew(name: str) -> None:
    """The database as it was at first, for a test that could not be rolled back."""
    superuser = str(postgres.named().superuser_url)
    with _alone():
        postgres.drop_database(superuser, name)
        _copy(superuser, name)


def _copy(superuser: str, name: str) -> None:
    template = TEMPLATE + migrations_key()
    if template not in _names(superuser):
        _make_template(superuser, template)
    postgres.create_database(superuser, name, template=template)


def migrations_key() -> str:
    """Changes when a migration, the SQL they share, or another package's version does."""
    seen = hashlib.sha256(repr([version(package) for package in OTHERS]).encode())
    shared = [
        PACKAGE / "config" / "schema.sql",
        PACKAGE / "core" / "rls.py",
        PACKAGE / "core" / "tallies.py",
        PACKAGE / "core" / "postgres" / "provisioning.py",
    ]
    for path in sorted(PACKAGE.glob("*/migrations/*.py")) + shared:
        seen.update(f"{path.relative_to(PACKAGE)}\n".encode() + path.read_bytes())
    return seen.hexdigest()[:16]


def _make_template(superuser: str, template: str) -> None:
    """Under another name until it is whole: one killed midway is not taken for a template."""
    half = f"{template}_half"
    postgres.drop_database(superuser, half)
    postgres.create_database(superuser, half)
    _migrate(half)
    _execute(superuser, "ALTER DATABASE {} RENAME TO {}", half, template)
    for old in _names(superuser, TEMPLATE)[:-KEPT_TEMPLATES]:
        postgres.drop_database(superuser, old)


def _migrate(database: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "styrk.config.migrating"],
        env={**os.environ, "STYRK_DATABASE": database},
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise RuntimeError(f"The migrations do not run:\n{done.stderr}")


def _sweep(superuser: str) -> None:
    """Remove the copies that killed test runs left behind."""
    for name in _names(superuser, "styrk_test_"):
        if (made := CLONE.fullmatch(name)) and not _lives(int(made.group(1))):
            postgres.drop_database(superuser, name)


def _lives(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True


def _names(superuser: str, prefix: str = "") -> list[str]:
    """The databases whose name begins so, oldest first."""
    with psycopg.connect(superuser) as connection:
        rows = connection.execute(
            "SELECT datname FROM pg_database WHERE starts_with(datname, %s) ORDER BY oid", [prefix]
        )
        return [name for (name,) in rows]


def _execute(superuser: str, statement: str, *names: str) -> None:
    with psycopg.connect(superuser, autocommit=True) as connection:
        connection.execute(sql.SQL(statement).format(*map(sql.Identifier, names)))


@contextmanager
def _alone() -> Iterator[None]:
    """One test process at a time makes templates and copies."""
    with (postgres.default_data_dir() / "tests.mutex").open("w") as mutex:
        fcntl.flock(mutex, fcntl.LOCK_EX)
        yield
