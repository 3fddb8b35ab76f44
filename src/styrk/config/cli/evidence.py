"""`styrk evidence`: the forskriftskart for machines, and in short for people."""

import json
from collections.abc import Iterator
from datetime import datetime
from typing import Any

import click

from styrk.config import environment
from styrk.core import clock
from styrk.overview.forskriftskart.queries import UnknownUnit, evidence_report, topmost_codes

CALLED = {
    "shown": "vist",
    "partly": "delvis vist",
    "not_shown": "ikke vist",
    "unknown": "vet ikke",
}


@click.command
@click.option("--unit", metavar="KODE", help="Enheten. Ellers den øverste.")
@click.option(
    "--date", "on", type=click.DateTime(["%Y-%m-%d"]), help="Dagen det spørres om. Ellers i dag."
)
@click.option("--json", "as_json", is_flag=True, help="Svaret som JSON.")
def command(*, unit: str | None, on: datetime | None, as_json: bool) -> None:
    """Hva som kan vises for hver av de 21 bokstavene i §§ 6–9, med regelen og tallene bak."""
    day = on.date() if on else None
    with environment.database():
        try:
            now = clock.now()
            report = evidence_report(unit, day, now=now)
        except UnknownUnit as reason:
            raise click.ClickException(f"Ingen enhet har koden {unit}.") from reason
        tops = topmost_codes(day, now=now) if unit is None else []
    _say_which(tops)
    if as_json:
        click.echo(json.dumps(report, ensure_ascii=False, default=str))
    else:
        click.echo("\n".join(_in_words(report)))


def _say_which(tops: list[str]) -> None:
    """Of several topmost units the first was taken: which, and which others there are."""
    if len(tops) > 1:
        chosen, *others = tops
        click.echo(
            f"Svaret gjelder {chosen}. Øverst er også {', '.join(others)}: velg med --unit.",
            err=True,
        )


def _in_words(report: dict[str, Any]) -> Iterator[str]:
    yield f"{report['unit'] or 'Ingen enhet'}, {report['date']}"
    for row in report["letters"]:
        yield f"  {row['letter']:<3} {CALLED[row['status']]:<12} {row['explanation']}"
