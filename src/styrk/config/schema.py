"""A new database's tables at once, as all migrations together leave them.

To run every migration of an empty database takes half a minute, since Django draws all models
anew for each step. `schema.sql` is what they come to, written by `make schema`; a test compares.
"""

from importlib.resources import files

import psycopg

SCRIPT = files("styrk.config") / "schema.sql"
# One at a time: the second finds that nothing is left to do.
LOCK = 0x736368656D61


def lay(owner_url: str) -> None:
    """Make the tables, and note the migrations as run. Only where there are no tables yet."""
    with psycopg.connect(owner_url) as connection:
        connection.execute("SELECT pg_advisory_xact_lock(%s)", [LOCK])
        if _there(connection):
            return
        connection.execute("SET LOCAL check_function_bodies = off")
        connection.execute(SCRIPT.read_bytes())


def _there(connection: psycopg.Connection) -> bool:
    row = connection.execute("SELECT to_regclass('django_migrations') IS NOT NULL").fetchone()
    return bool(row and row[0])
