"""`styrk doctor`: is this installation in order?"""

import json
from dataclasses import asdict

import click

from styrk.config.checks import Check, State
from styrk.config.doctor import examine

COLOURS = {State.OK: "green", State.WARN: "yellow", State.FAIL: "red"}


@click.command
@click.option("--json", "as_json", is_flag=True, help="Svaret som JSON.")
def command(*, as_json: bool) -> None:
    """Se etter feil i oppsettet: versjoner, database, rolle, kø, e-post og klokke.

    Hver linje er ok, warn eller fail, med hva du gjør. Spør den databasen som er i bruk; går ingen,
    startes den innebygde mens det ses etter.
    """
    if as_json:
        click.echo(json.dumps({"checks": [asdict(one) for one in examine()]}, ensure_ascii=False))
        return
    for one in examine():
        click.echo(_line(one))


def _line(one: Check) -> str:
    state = click.style(one.state.value.ljust(4), fg=COLOURS[one.state])
    line = f"{state}  {one.name:<10}  {one.text}"
    return f"{line}\n{' ' * 18}{one.advice}" if one.advice else line
