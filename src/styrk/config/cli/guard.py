"""`styrk guard`: person identifiers in text from standard input."""

import json
import sys
from collections.abc import Iterable, Iterator
from io import TextIOWrapper

import click

from styrk.core.guard.report import as_json_lines

CALLED = {
    "fnr": "fødselsnummer",
    "dnr": "D-nummer",
    "phone": "telefonnummer",
    "email": "e-postadresse",
    "name": "navn (kanskje)",
    "date_of_birth": "fødselsdato (kanskje)",
    "record_number": "journalnummer (kanskje)",
}


@click.command
@click.option("--json", "as_json", is_flag=True, help="Ett JSON-objekt for hver linje.")
def command(*, as_json: bool) -> None:
    """Finn fødselsnummer, telefonnummer og annet som peker ut personer.

    Leser tekst fra standard inn. Linjer telles fra 1, tegn fra 0, og slutten er ikke med.
    """
    if isinstance(sys.stdin, TextIOWrapper):
        sys.stdin.reconfigure(newline="\n")
    try:
        for line in as_json_lines(sys.stdin):
            for said in [line] if as_json else _in_words(json.loads(line)):
                click.echo(said)
    except UnicodeDecodeError as reason:
        raise click.ClickException("Teksten er ikke UTF-8.") from reason


def _in_words(found: dict[str, object]) -> Iterator[str]:
    findings = found["findings"]
    assert isinstance(findings, Iterable)  # noqa: S101 - the shape is our own
    for finding in findings:
        what = CALLED.get(finding["kind"], finding["kind"])
        stops = "stopper lagring" if finding["blocks"] else "til vurdering"
        where = f"linje {found['line']}, tegn {finding['start']}–{finding['end']}"
        yield f"{where}: {what}, {stops}"
