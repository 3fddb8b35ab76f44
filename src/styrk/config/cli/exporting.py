"""`styrk export`: data to files that can be read in again."""

from pathlib import Path

import click

from styrk.config import environment
from styrk.requirements import exports, queries


@click.group(help="Hent ut data til filer.")
def command() -> None:
    pass


@command.command
@click.option("--source", "code", required=True, metavar="KODE", help="Kilden, med koden sin.")
@click.option("--edition", "label", metavar="NAVN", help="Utgaven. Ellers den nyeste.")
@click.option("--format", "form", type=click.Choice(list(exports.FORMS)), default="yaml")
@click.option(
    "-o", "--output", type=click.Path(path_type=Path, dir_okay=False), required=True, metavar="FILE"
)
def library(*, code: str, label: str | None, form: str, output: Path) -> None:
    """En utgave av en kilde: vårt YAML eller XLSX, CISO Assistant, eller OSCAL."""
    with environment.database():
        found = queries.edition_called(code, label)
        if found is None:
            raise click.ClickException(
                f"Ingen utgave av {code}{f' heter {label}' if label else ''}."
            )
        content = exports.exported(found, form)
    try:
        output.write_bytes(content)
    except OSError as reason:
        raise click.ClickException(f"Kan ikke skrive {output}: {reason.strerror}.") from reason
    click.echo(f"Skrev {found} til {output}.", err=True)
