"""`styrk import`: data from files."""

import json
from collections.abc import Callable
from pathlib import Path

import click

from styrk.access.roles import ROLES
from styrk.config import environment
from styrk.core import clock
from styrk.indicators import imports as indicator_imports
from styrk.organisation.imports import MAPPINGS, run_import
from styrk.requirements.imports import Line, Report, SourceFile, import_law, import_library, opened
from styrk.requirements.states import SourceKind

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


@command.command
@click.argument("files", nargs=-1, required=True, type=FILE, metavar="FILE...")
@click.option(
    "--kind",
    type=click.Choice(SourceKind.values),
    default=SourceKind.FRAMEWORK.value,
    show_default=True,
    help="Hva slags kilde kravene kommer fra.",
)
@click.option("--dry-run", is_flag=True, help="Bare si hva som ville skjedd.")
@click.option("--json", "as_json", is_flag=True, help="Svaret som JSON.")
@click.pass_context
def library(
    ctx: click.Context, *, files: tuple[Path, ...], kind: str, dry_run: bool, as_json: bool
) -> None:
    """Krav fra filer: vårt eget format (YAML, XLSX), CISO Assistant eller OSCAL.

    Har en rad feil, blir ingenting hentet inn, og utgangskoden er 1.
    """
    now = clock.now()
    _read_in(
        ctx,
        files,
        lambda found: import_library(found, kind=kind, by=None, now=now, dry_run=dry_run),
        as_json=as_json,
    )


@command.command
@click.argument("files", nargs=-1, required=True, type=FILE, metavar="FILE...")
@click.option("--dry-run", is_flag=True, help="Bare si hva som ville skjedd.")
@click.option("--json", "as_json", is_flag=True, help="Svaret som JSON.")
@click.pass_context
def lovdata(ctx: click.Context, *, files: tuple[Path, ...], dry_run: bool, as_json: bool) -> None:
    """Lover og forskrifter fra Lovdatas åpne data, i begge former, i hvilken som helst rekkefølge.

    En endringslov som er i kraft, gir ny ordlyd til paragrafene den endrer.
    """
    now = clock.now()
    _read_in(
        ctx,
        files,
        lambda found: import_law(found, by=None, now=now, dry_run=dry_run),
        as_json=as_json,
    )


@command.command
@click.argument("files", nargs=-1, required=True, type=FILE, metavar="FILE...")
@click.option(
    "--mapping",
    type=click.Choice(sorted(indicator_imports.MAPPINGS)),
    help="Hvordan en fremmed fil leses. Ellers kjennes den igjen på kolonnene.",
)
@click.option(
    "--reason", default="", metavar="TEKST", help="Grunnen til rettinger uten egen grunn."
)
@click.option("--dry-run", is_flag=True, help="Bare si hva som ville skjedd.")
@click.option("--accept-valid", is_flag=True, help="Les inn det som er riktig, og la resten stå.")
@click.option("--json", "as_json", is_flag=True, help="Svaret som JSON.")
@click.pass_context
def indicators(
    ctx: click.Context,
    *,
    files: tuple[Path, ...],
    mapping: str | None,
    reason: str,
    dry_run: bool,
    accept_valid: bool,
    as_json: bool,
) -> None:
    """Verdier for indikatorer fra CSV eller XLSX: indikator, enhet, periode, teller og nevner.

    Har en rad feil, blir ingenting hentet inn, og utgangskoden er 1. Med --accept-valid leses resten.
    """
    asked = indicator_imports.Asked(
        by=None, now=clock.now(), reason=reason, dry_run=dry_run, accept_valid=accept_valid
    )
    with environment.database():
        report = indicator_imports.run_import(files, mapping, asked)
    if as_json:
        click.echo(json.dumps(report.as_json(), ensure_ascii=False))
    else:
        click.echo("\n".join(report.lines()))
    ctx.exit(1 if report.refused else 0)


def _read_in(
    ctx: click.Context,
    paths: tuple[Path, ...],
    run: Callable[[list[SourceFile]], Report],
    *,
    as_json: bool,
) -> None:
    """Read the files, and tell what came of them."""
    found, refused = opened(paths)
    report = _refused(paths, refused)
    if not refused:
        with environment.database():
            report = run(found)
    if as_json:
        click.echo(json.dumps(report.as_json(), ensure_ascii=False))
    else:
        click.echo("\n".join(report.lines()))
    ctx.exit(1 if report.refused else 0)


def _refused(paths: tuple[Path, ...], why: list[Line]) -> Report:
    return Report([path.name for path in paths], dry_run=False, applied=False, errors=why)
