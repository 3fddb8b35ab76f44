"""`styrk recurring`: which reports in a CSV file are like each other, and which groups recur."""

import json
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import click

from styrk.incidents.recurrence.answers import Found, as_json, find
from styrk.incidents.recurrence.proposals import FEWEST, Proposal, proposals
from styrk.incidents.recurrence.reading import Refused, Report, reports
from styrk.incidents.recurrence.reasons import shared
from styrk.incidents.recurrence.scan import Progress

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
    "--language",
    "lang",
    envvar="STYRK_REPORT_LANGUAGE",
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
    with _bar() as progress:
        found = find(told, lang=lang, top=top, progress=progress)
    if machine:
        click.echo(json.dumps(as_json(found), ensure_ascii=False))
        return
    for line in _in_words(told, found):
        click.echo(line)


@contextmanager
def _bar() -> Iterator[Progress]:
    """On a terminal only, and on standard error."""
    length = 1_000
    with click.progressbar(
        length=length, label="Sammenligner", file=sys.stderr, hidden=not sys.stderr.isatty()
    ) as bar:
        yield lambda done, of: bar.update(done * length // of - bar.pos)


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
    days = [one.day for one in told if one.day]
    if days:
        ids = [str(row) for row in range(len(told))]
        made = proposals(ids, told, found.scanned, max(days))
        rising = sum(one.rising for one in made)
        yield f"{len(made)} av dem har minst {FEWEST} hendelser. {rising} av dem øker."
        blocks = [_proposed(one) for one in made]
    else:
        blocks = [_grouped(told, rows, found) for rows in found.groups]
    yield from (line for block in blocks[:TOLD] for line in block)
    if len(blocks) > TOLD:
        yield f"\nDe {TOLD} første er vist. Med --json får du alle grupper."


def _proposed(one: Proposal) -> list[str]:
    """What is proposed, with the newest day of the file as today."""
    where = (
        f", {len(one.sites)} steder" if len(one.sites) > 1 else "".join(f", {s}" for s in one.sites)
    )
    when = f", {one.first:%d.%m.%Y}–{one.last:%d.%m.%Y}" if one.first and one.last else ""
    number = f"{len(one.events)} hendelser"
    if len(one.members) > len(one.events):
        number += f" ({len(one.members)} meldinger)"
    lines = [f"\n{number}{where}{when}. Felles ord: {', '.join(one.words) or 'ingen'}"]
    if one.rising and one.rise:
        rise = one.rise
        lines.append(
            f"  Øker: {rise.number} av {rise.reports} hendelser siden {rise.since:%d.%m.%Y}, mot "
            f"{rise.number_before} av {rise.reports_before} før (q = {rise.q:.2g})."
        )
    return [*lines, _rows(one.members)]


def _grouped(told: Sequence[Report], rows: Sequence[int], found: Found) -> list[str]:
    members = [told[row] for row in rows]
    sites = {one.site for one in members if one.site}
    words = ", ".join(shared([one.text for one in members], found.scanned.model))
    where = f", {len(sites)} steder" if len(sites) > 1 else "".join(f", {site}" for site in sites)
    return [f"\n{len(rows)} som ligner{where}. Felles ord: {words or 'ingen'}", _rows(rows)]


def _rows(rows: Sequence[int] | Sequence[str]) -> str:
    more = f" og {len(rows) - ROWS} til" if len(rows) > ROWS else ""
    return f"  Rad {', '.join(map(str, rows[:ROWS]))}{more}"
