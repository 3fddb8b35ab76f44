"""PostgreSQL for Styrk: the operator's server, or one of our own that lives while it is held."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from styrk.core.postgres.errors import PostgresError
from styrk.core.postgres.holders import held
from styrk.core.postgres.places import SUPERUSER, Site, default_data_dir, site_at
from styrk.core.postgres.provisioning import (
    APP,
    OWNER,
    create_database,
    drop_database,
    provision,
)

__all__ = [
    "Database",
    "PostgresError",
    "create_database",
    "default_data_dir",
    "drop_database",
    "named",
    "provision",
    "running",
]


@dataclass(frozen=True)
class Database:
    """How to reach a database, as libpq URLs `postgresql://user@/name?host=/socket/dir`.

    The owner migrates, the app owns nothing. `superuser_url` is None for the operator's server.
    """

    owner_url: str
    app_url: str
    embedded: bool
    superuser_url: str | None = None


@contextmanager
def running(
    data: Path | None = None, *, durable: bool = True, database: str = "styrk"
) -> Iterator[Database]:
    """Hold a running, provisioned server while the block lasts.

    $DATABASE_URL (with $STYRK_OWNER_URL) is the operator's and nothing is started. Otherwise the
    server at `data`, started if it is not running and stopped by its last holder. `durable=False`
    trades safety for speed, for tests. Raises PostgresError with what to do about it.
    """
    if operators := _operators():
        yield operators
        return
    with held(data or default_data_dir(), durable=durable) as site:
        found = _at(site, database)
        provision(site.url(SUPERUSER, "postgres"), database)
        yield found


def named(data: Path | None = None, *, database: str = "styrk") -> Database:
    """The same URLs as `running` gives, without starting anything (for settings)."""
    return _operators() or _at(site_at(data or default_data_dir()), database)


def _operators() -> Database | None:
    app_url = os.environ.get("DATABASE_URL")
    if not app_url:
        return None
    owner_url = os.environ.get("STYRK_OWNER_URL") or app_url
    return Database(owner_url=owner_url, app_url=app_url, embedded=False)


def _at(site: Site, database: str) -> Database:
    return Database(
        owner_url=site.url(OWNER, database),
        app_url=site.url(APP, database),
        embedded=True,
        superuser_url=site.url(SUPERUSER, "postgres"),
    )
