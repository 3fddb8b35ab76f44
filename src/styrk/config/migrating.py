"""Bring the database to the newest version: `python -m styrk.config.migrating`, as its owner."""

import os
import sys
import warnings

import django
from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from styrk.config import environment, schema
from styrk.core import postgres

# One at a time, also from two machines: the second finds that nothing is left to do.
LOCK = 0x6D696772


def pending() -> list[str]:
    """The migrations that are not run, in order, as `app.name`."""
    executor = MigrationExecutor(connection)
    plan = executor.migration_plan(executor.loader.graph.leaf_nodes())
    return [f"{migration.app_label}.{migration.name}" for migration, _ in plan]


def main() -> int:
    os.environ["STYRK_DB_ROLE"] = "owner"
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "styrk.config.settings")
    os.environ.setdefault("STYRK_SECRET_KEY", "-")  # nothing is signed
    warnings.simplefilter("ignore")
    django.setup()
    schema.lay(postgres.named(database=environment.database_name()).owner_url)
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_lock(%s)", [LOCK])
        call_command("migrate", interactive=False, verbosity=0)
    return 0


if __name__ == "__main__":
    sys.exit(main())
