"""`styrk report`: reports as files, as they stand or as they were approved or sent."""

import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import click
from django.utils import translation

from styrk.access.permissions import Permission
from styrk.access.queries import Standing
from styrk.config import environment
from styrk.core import clock, scope
from styrk.demo import build
from styrk.organisation.models import Unit
from styrk.organisation.queries import unit_by_code
from styrk.requirements import periods, queries
from styrk.requirements.annual import files
from styrk.requirements.states import Rhythm
from styrk.review import layouts, pack
from styrk.review import queries as reports
from styrk.review.layouts import Layout, LayoutWrong
from styrk.review.pack import files as packed
from styrk.review.pack import words

# The operator's own command reads all there is.
EVERYTHING = Standing(0, (), scope.SYSTEM, dict.fromkeys(Permission, scope.ALL), trusts=frozenset())
FIRST_YEAR = 2000
STAGES = {"read": "Henter innholdet", "set": "Setter sammen delene", "file": "Lager fila"}

UNIT = click.option("--unit", "code", metavar="KODE", help="Enheten. Ellers den øverste.")
LANGUAGE = click.option("--language", type=click.Choice(["nb", "nn", "en"]), default="nb")
SENT_IN = click.option(
    "--language",
    type=click.Choice(packed.LANGUAGES),
    help="Et annet språk enn det rapporten ble sendt på. Et utkast er ellers på bokmål.",
)
ADDED = click.option("--supplements", is_flag=True, help="Med det som er lagt til etterpå.")
OUTPUT = click.option(
    "-o", "--output", type=click.Path(path_type=Path, dir_okay=False), required=True, metavar="FILE"
)
FORM = click.option("--format", "form", type=click.Choice(list(packed.FORMS)), default="pdf")


@click.group(help="Skriv rapporter til filer.")
def command() -> None:
    pass


@command.command
@UNIT
@click.option(
    "--period", "year", type=click.IntRange(FIRST_YEAR, 2999), required=True, metavar="ÅR"
)
@click.option("--format", "form", type=click.Choice(list(files.FORMS)), default="pdf")
@LANGUAGE
@OUTPUT
def annual(*, code: str | None, year: int, form: str, language: str, output: Path) -> None:
    """Årlig melding for et år: godkjent som den ligger fast, ellers utkastet som det står nå."""
    now = clock.now()
    if year > clock.day(now).year:
        raise click.ClickException(f"{year} har ikke begynt.")
    with environment.database(), translation.override(language):
        with scope.acting(scope.SYSTEM):
            whole = _whole(_unit(code), year)
        content = files.written(whole, form, now, invented=build.is_built())
    _write(output, content)
    click.echo(f"Skrev årlig melding {year} for {whole.content.unit} til {output}.", err=True)


@command.command
@UNIT
@click.option("--period", metavar="ÅÅÅÅ-MM", required=True)
@FORM
@SENT_IN
@ADDED
@OUTPUT
def month(*, code: str | None, period: str, **asked: Any) -> None:
    """Månedsrapport, eller ledelsesrapport der den settes sammen: som sendt, ellers utkastet."""
    _report(code, Rhythm.MONTHLY, period, **asked)


@command.command
@UNIT
@click.option("--period", metavar="ÅÅÅÅ-T1", required=True)
@FORM
@SENT_IN
@ADDED
@OUTPUT
def tertial(*, code: str | None, period: str, **asked: Any) -> None:
    """Tertialrapport: som sendt, ellers utkastet som det står nå."""
    _report(code, Rhythm.TERTIAL, period, **asked)


def _report(
    code: str | None,
    rhythm: Rhythm,
    period: str,
    *,
    form: str,
    language: str | None,
    supplements: bool,
    output: Path,
) -> None:
    now = clock.now()
    today = clock.day(now)
    if not periods.has_begun(period, today):
        raise click.ClickException(f"{period} er ikke en periode som har begynt.")
    if periods.period_of(rhythm, periods.first_day(period)) != period:
        raise click.ClickException(f"{period} er en annen slags periode.")
    with environment.database(), translation.override(language or "nb"):
        with scope.acting(scope.SYSTEM):
            unit = _unit(code)
            whole = replace(_pack(unit, _layout(unit, rhythm), period), language=language or "")
            if supplements:
                whole = replace(whole, added=reports.supplements_of(whole.version))
        content = packed.written(whole, form, now, invented=build.is_built(), tell=_tell)
        title = words.title(whole.content)
    _write(output, content)
    sent = f"utgave {whole.version.number}" if whole.version else "utkast, ikke sendt"
    click.echo(f"Skrev {title} for {whole.content.unit} ({sent}) til {output}.", err=True)


def _tell(stage: str, done: int, of: int) -> None:
    """How far a stage has come, on standard error: one line on a terminal, else a line each time."""
    terminal, ended = sys.stderr.isatty(), done == of
    begin, end = ("\r" if terminal else ""), ended or not terminal
    click.echo(f"{begin}{STAGES[stage]}: {done} av {of}", err=True, nl=end)


def _layout(unit: Unit, rhythm: Rhythm) -> Layout:
    try:
        found = [one for one in reports.layouts_of(unit) if one.rhythm == rhythm]
    except LayoutWrong as reason:
        raise click.ClickException(str(reason)) from reason
    if not found:
        place = layouts.folder()
        raise click.ClickException(
            f"Ingen slik rapport skrives av {unit.name}. Se malene i {place}."
        )
    return found[0]


def _pack(unit: Unit, layout: Layout, period: str) -> packed.Whole:
    report = reports.report_of(unit, layout.code, period)
    version = reports.version_of(report)
    if version:
        return packed.Whole(pack.from_json(version.content), version)
    subject = reports.Subject(unit, layout, period, report)
    return packed.Whole(
        reports.live_content(subject, EVERYTHING, clock.day(clock.now()), tell=_tell)
    )


def _write(output: Path, content: bytes) -> None:
    try:
        output.write_bytes(content)
    except OSError as reason:
        raise click.ClickException(f"Kan ikke skrive {output}: {reason.strerror}.") from reason


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
