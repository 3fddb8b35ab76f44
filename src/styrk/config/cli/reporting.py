"""`styrk report`: reports as files, as they stand or as they were approved."""

from pathlib import Path

import click
from django.utils import translation

from styrk.access.permissions import Permission
from styrk.access.queries import Standing
from styrk.config import environment
from styrk.core import clock, scope
from styrk.demo import build
from styrk.organisation.models import Unit
from styrk.organisation.queries import unit_by_code
from styrk.requirements import queries
from styrk.requirements.annual import files

# The operator's own command reads all there is.
EVERYTHING = Standing(0, (), scope.SYSTEM, dict.fromkeys(Permission, scope.ALL), trusts=frozenset())
FIRST_YEAR = 2000


@click.group(help="Skriv rapporter til filer.")
def command() -> None:
    pass


@command.command
@click.option("--unit", "code", metavar="KODE", help="Enheten. Ellers den øverste.")
@click.option(
    "--period", "year", type=click.IntRange(FIRST_YEAR, 2999), required=True, metavar="ÅR"
)
@click.option("--format", "form", type=click.Choice(list(files.FORMS)), default="pdf")
@click.option("--language", type=click.Choice(["nb", "nn", "en"]), default="nb")
@click.option(
    "-o", "--output", type=click.Path(path_type=Path, dir_okay=False), required=True, metavar="FILE"
)
def annual(*, code: str | None, year: int, form: str, language: str, output: Path) -> None:
    """Årlig melding for et år: godkjent som den ligger fast, ellers utkastet som det står nå."""
    now = clock.now()
    if year > clock.day(now).year:
        raise click.ClickException(f"{year} har ikke begynt.")
    with environment.database(), translation.override(language):
        with scope.acting(scope.SYSTEM):
            whole = _whole(_unit(code), year)
        content = files.written(whole, form, now, invented=build.is_built())
    try:
        output.write_bytes(content)
    except OSError as reason:
        raise click.ClickException(f"Kan ikke skrive {output}: {reason.strerror}.") from reason
    click.echo(f"Skrev årlig melding {year} for {whole.content.unit} til {output}.", err=True)


def _unit(code: str | None) -> Unit:
    top = Unit.objects.filter(parent=None).order_by("code")
    found = unit_by_code(code) if code else top.first()
    if found is None:
        raise click.ClickException(f"Ingen enhet har koden {code}." if code else "Ingen enheter.")
    return found


def _whole(unit: Unit, year: int) -> files.Whole:
    report = queries.annual_report(unit, year)
    today = clock.day(clock.now())
    content = queries.annual_content(unit, year, report, EVERYTHING, today)
    return files.Whole(report, content, queries.addenda_of(report) if report else ())
