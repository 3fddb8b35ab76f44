"""`styrk serve`: the server of a kommune or a trust."""

import json
import sys

import click

from styrk.config import environment
from styrk.config.cli import starting


@click.command
@click.option("--host", default="127.0.0.1", show_default=True, help="Adressen å lytte på.")
@click.option(
    "--port", type=click.IntRange(1, 65535), help="Porten. Ellers 8000, eller neste ledige."
)
@click.option(
    "--workers",
    type=click.IntRange(1),
    default=starting.WORKERS,
    show_default=True,
    help="Webprosesser.",
)
@click.option(
    "--threads",
    type=click.IntRange(1),
    default=starting.THREADS,
    show_default=True,
    help="Tråder i hver av dem.",
)
@click.option("--json", "as_json", is_flag=True, help="Adressen som JSON når tjeneren svarer.")
def command(*, host: str, port: int | None, workers: int, threads: int, as_json: bool) -> None:
    """Start web, bakgrunnsarbeid og database i ett, til Ctrl-C.

    Databasen oppdateres først. Sett DATABASE_URL for å bruke din egen PostgreSQL.
    """
    with environment.server() as found, starting.alone() as note:
        at = starting.address(host, port)
        note(at)
        around = starting.child_environment(at)
        starting.prepare(around)

        def tell() -> None:
            click.echo(json.dumps({"address": at.url}) if as_json else f"Styrk svarer på {at.url}")

        code = starting.run(at, around, found, tell, workers=workers, threads=threads)
    sys.exit(code)
