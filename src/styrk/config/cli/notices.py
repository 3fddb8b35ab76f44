"""`styrk notices`: which statutory notices events from standard input give."""

import json
import sys
from typing import NoReturn

import click

from styrk.incidents.notices.answers import MAX_BYTES, Json, Refused, answers


@click.command
@click.option("--json", "as_json", is_flag=True, help="Svarene som JSON.")
def command(*, as_json: bool) -> None:
    """Finn lovpålagte meldinger for hendelser i JSON: til hvem, innen når og etter hvilken regel.

    Leser {"events": [{"id", "occurred_at", "known_at", "organisation", "facts"}]} fra standard inn. En
    hendelse som ikke kan vurderes, får {"error"} med grunnen.
    """
    try:
        answered = answers(_read())
    except Refused as reason:
        raise click.ClickException(str(reason)) from reason
    if as_json:
        click.echo(json.dumps(answered, ensure_ascii=False, allow_nan=False))
        return
    events = answered["events"]
    assert isinstance(events, list)  # noqa: S101 - the shape is our own
    for event in events:
        _say(event)


def _read() -> object:
    given = sys.stdin.buffer.read(MAX_BYTES + 1)
    if len(given) > MAX_BYTES:
        raise Refused(f"Innholdet er større enn {MAX_BYTES // 1_000_000} MB.")
    try:
        file = json.loads(given.decode("utf-8-sig"), parse_constant=_no_number)
        json.dumps(file, ensure_ascii=False).encode()
    except UnicodeError as reason:
        raise Refused("Teksten er ikke UTF-8.") from reason
    except (ValueError, RecursionError) as reason:
        raise Refused(f"Innholdet er ikke JSON: {reason}") from reason
    return file


def _no_number(name: str) -> NoReturn:
    raise ValueError(f"{name} er ikke et tall")


def _say(event: Json) -> None:
    if "error" in event:
        click.echo(f"{event['id']}: kan ikke vurderes ({event['error']})")
        return
    notices = event["notices"]
    assert isinstance(notices, list)  # noqa: S101 - the shape is our own
    click.echo(f"{event['id']}: {len(notices)} meldinger")
    for one in notices:
        to = ", ".join(one["recipients"])
        click.echo(f"  {one['rule']} til {to}, {one['deadline'] or 'uten dato'}: {one['clock']}")
