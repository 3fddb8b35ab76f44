"""A new database's tables at once, as all migrations together leave them.

To run every migration of an empty database takes half a minute, since Django draws all models
anew for each step. `schema.sql` is what they come to, written by `make schema`; a test compares.
"""

from importlib.resources import files

from django.db import connection, transaction

SCRIPT = files("styrk.config") / "schema.sql"


def lay() -> None:
    """Make the tables, and note the migrations as run. Only where there are no tables yet."""
    if "django_migrations" in connection.introspection.table_names():
        return
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET LOCAL check_function_bodies = off")
        cursor.execute(SCRIPT.read_text(encoding="utf-8"))
