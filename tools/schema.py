"""Writes src/styrk/config/schema.sql from the migrations: `make schema`."""

import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg

from styrk.core import postgres
from styrk.core.postgres.binaries import binaries_for
from styrk.core.postgres.places import site_at
from styrk.core.postgres.provisioning import APP, OWNER

SCRIPT = Path(__file__).resolve().parents[1] / "src" / "styrk" / "config" / "schema.sql"
# A dump says all that is granted and presumes that nothing is by itself; at its end it says what is.
HEAD = f"""-- The tables as all migrations leave them. Written by `make schema`; never by hand.
ALTER DEFAULT PRIVILEGES FOR ROLE {OWNER} IN SCHEMA public REVOKE ALL ON TABLES FROM {APP};
ALTER DEFAULT PRIVILEGES FOR ROLE {OWNER} IN SCHEMA public REVOKE ALL ON SEQUENCES FROM {APP};

"""
SCRATCH = f"styrk_schema_{os.getpid()}"
SETTINGS = {"DJANGO_SETTINGS_MODULE": "styrk.config.settings", "STYRK_SECRET_KEY": "-"}
ONE_BY_ONE = (sys.executable, "-W", "ignore", "-m", "django", "migrate", "--skip-checks", "-v", "0")
AT_ONCE = (sys.executable, "-m", "styrk.config.migrating")
DUMP = (
    *("--schema", "public", "--no-owner", "--no-comments", "--inserts"),
    # Django fills these itself, but for what is noted at the end.
    *("--exclude-table-data=public.django_*", "--exclude-table-data=public.auth_*"),
)
# What is the session's or the database's own, and sequences that stand at their beginning.
NOT_OURS = re.compile(
    r"(--|SET |\\|CREATE SCHEMA |SELECT pg_catalog\.set_config"
    r"|(GRANT|REVOKE) .* ON SCHEMA |SELECT pg_catalog\.setval\(.*, 1, false\);$)"
)


def rendered() -> str:
    """The script, from the migrations run one by one in a database of their own."""
    return _dumped(ONE_BY_ONE)


def laid() -> str:
    """The same, from a database that was made by the script."""
    return _dumped(AT_ONCE)


def _dumped(migrate: tuple[str, ...]) -> str:
    with _scratch() as found:
        _run(migrate, STYRK_DB_ROLE="owner", STYRK_DATABASE=SCRATCH)
        program = binaries_for(site_at(postgres.default_data_dir())).program("pg_dump")
        said = _run((str(program), *DUMP, found.owner_url))
        return HEAD + "\n".join(_kept(said)) + "\n" + _noted(found)


@contextmanager
def _scratch() -> Iterator[postgres.Database]:
    with postgres.running(durable=False, database=SCRATCH) as found:
        superuser = str(found.superuser_url)
        postgres.drop_database(superuser, SCRATCH)
        postgres.create_database(superuser, SCRATCH)
        try:
            yield found
        finally:
            postgres.drop_database(superuser, SCRATCH)


def _run(argv: tuple[str, ...], **around: str) -> str:
    done = subprocess.run(
        argv, env={**os.environ, **around}, capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise RuntimeError(f"{' '.join(argv)}:\n{done.stderr}")
    return done.stdout


def _kept(said: str) -> Iterator[str]:
    """The lines that make something, without more than one empty line between them."""
    empty = True
    for line in said.splitlines():
        if not NOT_OURS.match(line) and (line or not empty):
            empty = not line
            yield line


def _noted(found: postgres.Database) -> str:
    """Which migrations are in it, in the order they were run."""
    with psycopg.connect(found.owner_url) as connection:
        rows = connection.execute("SELECT app, name FROM django_migrations ORDER BY id").fetchall()
    values = ",\n".join(f"    ('{app}', '{name}', now())" for app, name in rows)
    return f"INSERT INTO public.django_migrations (app, name, applied) VALUES\n{values};\n"


def main() -> None:
    """Write the script, with a server and settings of its own."""
    with tempfile.TemporaryDirectory(prefix="styrk-schema-", dir="/tmp") as place:
        Path(place).chmod(0o755)
        os.environ |= {"STYRK_DATA": f"{place}/data", **SETTINGS}
        SCRIPT.write_text(rendered(), encoding="utf-8")


if __name__ == "__main__":
    main()
