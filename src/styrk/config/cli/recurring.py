"""`styrk recurring`: which reports in a CSV file are like each other, and which groups recur."""

import json
from collections.abc import Iterator, Sequence
from pathlib import Path

import click

from styrk.incidents.recurrence.answers import Found, as_json, find
from styrk.incidents.recurrence.reading import Refused, Report, reports
from styrk.incidents.recurrence.reasons import shared

MOST = 1_000
# Groups that are told of in words, and rows of each; the JSON has all.
TOLD, ROWS = 20, 10


@click.command
@click.argument("file", metavar="FIL.csv", type=click.Path(path_type=Path))
@click.option("--text", required=True, metavar="KOL[,KOL]", help="Kolonnene teksten står i.")
@click.option("--date", "day", metavar="KOL", help="Kolonnen med datoen det hendte.")
@click.option("--site", metavar="KOL", help="Kolonnen med stedet.")
@click.option(
    "--top",
    type=click.IntRange(1, MOST),
    default=10,
    show_default=True,
    help="Hvor mange lignende hver rad får.",
)
@click.option(
    "--lang",
    type=click.Choice(["nb", "en"]),
    default="nb",
    show_default=True,
    help="Språket. nb er bokmål og nynorsk.",
)
@click.option("--json", "machine", is_flag=True, help="Svaret som JSON.")
def command(
    *, file: Path, text: str, day: str | None, site: str | None, top: int, lang: str, machine: bool
) -> None:
    """Finn meldinger som ligner hverandre, og grupper som går igjen, i en CSV-fil fra et annet system.

    Rader telles fra 0, den første etter overskriftene. Ingenting lagres eller sendes noe sted.
    """
    told = _read(file, text, day, site)
    if day and (lacking := sum(one.day is None for one in told)):
        click.echo(f"{lacking} av {len(told)} rader har ingen dato som kan leses.", err=True)
    found = find(told, lang=lang, top=top)
    if machine:
        click.echo(json.dumps(as_json(found), ensure_ascii=False))
        return
    for line in _in_words(told, found):
        click.echo(line)


def _read(file: Path, text: str, day: str | None, site: str | None) -> list[Report]:
    columns = [name.strip() for name in text.split(",") if name.strip()]
    try:
        return reports(file.read_bytes(), text=columns, day=day, site=site)
    except OSError as reason:
        raise click.ClickException(f"Fila kan ikke leses: {file} ({reason.strerror}).") from reason
    except Refused as reason:
        raise click.ClickException(str(reason)) from reason


def _in_words(told: Sequence[Report], found: Found) -> Iterator[str]:
    rows = sum(map(len, found.groups))
    yield f"{len(told)} rader. {len(found.groups)} grupper går igjen, med {rows} rader i alt."
    for group in found.groups[:TOLD]:
        members = [told[row] for row in group]
        words = ", ".join(shared([one.text for one in members], found.scanned.model))
        yield f"\n{len(group)} som ligner{_where_and_when(members)}. Felles ord: {words or 'ingen'}"
        more = f" og {len(group) - ROWS} til" if len(group) > ROWS else ""
        yield f"  Rad {', '.join(map(str, group[:ROWS]))}{more}"
    if len(found.groups) > TOLD:
        yield f"\nDe {TOLD} største er vist. Med --json får du alle."


def _where_and_when(members: Sequence[Report]) -> str:
    sites = {one.site for one in members if one.site}
    days = sorted(one.day for one in members if one.day)
    where = f", {len(sites)} steder" if len(sites) > 1 else "".join(f", {one}" for one in sites)
    when = f", {days[0]:%d.%m.%Y}–{days[-1]:%d.%m.%Y}" if days else ""
    return where + when
