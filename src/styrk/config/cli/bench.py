"""`styrk bench`: the performance table, on databases of its own that are kept between runs."""

import json
import os
import subprocess
import sys
import time

import click
import psycopg
from psycopg import sql

from styrk.config import environment, static
from styrk.config.cli.building import Bar
from styrk.config.keys import VARIABLE
from styrk.core import postgres
from styrk.demo.bench import table
from styrk.demo.bench.measuring import measure
from styrk.demo.bench.pages import BY_NAME
from styrk.demo.bench.sizes import MOMENT, SIZES, Size, key
from styrk.demo.bench.titles import WORKS

BUILD = (sys.executable, "-m", "styrk.config.cli", "build-demo", "--size", "region")


@click.command
@click.option("--only", type=click.Choice([*BY_NAME, *WORKS]), multiple=True, help="Bare dette.")
@click.option(
    "--size",
    type=click.Choice(list(SIZES)),
    default="full",
    show_default=True,
    help="full: 10 000 og 1 000 000 avvik. quick: 2 000 og 20 000, bygd på under et minutt.",
)
@click.option("--rebuild", is_flag=True, help="Bygg databasene på nytt, også om de kunne brukes.")
@click.option("--json", "as_json", is_flag=True, help="Tabellen som JSON.")
def command(*, only: tuple[str, ...], size: str, rebuild: bool, as_json: bool) -> None:
    """Mål sidene på en liten og en stor database om hverandre, mot en tom side.

    Databasene lages første gang (den store tar noen minutter) og beholdes til neste.
    """
    with environment.server() as found:
        if found.superuser_url is None:
            raise click.ClickException(
                "Målingen lager egne databaser, og det gjør den bare i den innebygde PostgreSQL. "
                "Kjør uten DATABASE_URL."
            )
        for one in SIZES[size]:
            if rebuild or _note(found.superuser_url, one) != key(one):
                _build(found.superuser_url, one)
        static.collect()
        around = {**os.environ, VARIABLE: os.environ.get(VARIABLE, environment.BORROWED)}
        measured = measure(SIZES[size], around, Bar("Måler"), only=frozenset(only))
    click.echo(
        json.dumps(table.as_json(measured), ensure_ascii=False)
        if as_json
        else table.in_words(measured)
    )


def _note(superuser_url: str, size: Size) -> str | None:
    """What the database was built from, noted on it when it was whole."""
    with psycopg.connect(superuser_url) as connection:
        row = connection.execute(
            "SELECT shobj_description(oid, 'pg_database') FROM pg_database WHERE datname = %s",
            [size.database],
        ).fetchone()
    return row[0] if row else None


def _build(superuser_url: str, size: Size) -> None:
    started = time.monotonic()
    click.echo(f"Lager {size.database} …", err=True)
    postgres.drop_database(superuser_url, size.database)
    postgres.create_database(superuser_url, size.database)
    around = {**os.environ, "STYRK_DATABASE": size.database}
    argv = (
        *BUILD,
        *("--incidents", str(size.incidents), "--people", str(size.people)),
        *("--trusts", str(size.trusts), "--now", MOMENT.isoformat()),
    )
    if subprocess.run(argv, env=around, stdout=subprocess.DEVNULL, check=False).returncode:
        raise click.ClickException("Databasen ble ikke bygd. Linjene over sier hvorfor.")
    _set_note(superuser_url, size)
    seconds = time.monotonic() - started
    click.echo(f"{size.database}: {seconds:.0f} s, {_megabytes(superuser_url, size)} MB", err=True)


def _set_note(superuser_url: str, size: Size) -> None:
    with psycopg.connect(superuser_url, autocommit=True) as connection:
        connection.execute(
            sql.SQL("COMMENT ON DATABASE {} IS {}").format(
                sql.Identifier(size.database), sql.Literal(key(size))
            )
        )


def _megabytes(superuser_url: str, size: Size) -> int:
    with psycopg.connect(superuser_url) as connection:
        row = connection.execute("SELECT pg_database_size(%s)", [size.database]).fetchone()
    return int(row[0] / 1e6) if row else 0
