"""`styrk import`: data from files."""

import json
from pathlib import Path

import click

from styrk.access.roles import ROLES
from styrk.config import environment
from styrk.core import clock
from styrk.organisation.imports import MAPPINGS, run_import

FILE = click.Path(path_type=Path)


@click.group(
    help="Hent inn data fra filer. Ingenting blir halvveis: alt, eller feilene rad for rad."
)
def command() -> None:
    pass


@command.command
@click.argument("files", nargs=-1, required=True, type=FILE, metavar="FILE...")
@click.option(
    "--mapping",
    type=click.Choice(sorted(MAPPINGS)),
    help="Hvordan en fremmed fil leses. Ellers kjennes den igjen.",
)
@click.option("--dry-run", is_flag=True, help="Bare si hva som ville skjedd.")
@click.option("--json", "as_json", is_flag=True, help="Svaret som JSON.")
@click.pass_context
def organisation(
    ctx: click.Context,
    *,
    files: tuple[Path, ...],
    mapping: str | None,
    dry_run: bool,
    as_json: bool,
) -> None:
    """Enheter, personer og roller fra CSV-filer, i én omgang.

    Har en rad feil, blir ingenting hentet inn, og utgangskoden er 1.
    """
    with environment.database():
        report = run_import(files, mapping, dry_run=dry_run, roles=ROLES, by=None, now=clock.now())
    if as_json:
        click.echo(json.dumps(report.as_json(), ensure_ascii=False, default=str))
    else:
        click.echo("\n".join(report.lines()))
    ctx.exit(1 if report.refused else 0)
