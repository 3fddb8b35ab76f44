"""`styrk token`: what other systems show to act for a person, for the operator."""

import json
from datetime import datetime
from typing import Any
from uuid import UUID

import click

from styrk.access import commands, queries
from styrk.access.models import Token
from styrk.access.permissions import Permission
from styrk.access.tokens import GIVEN
from styrk.config import environment
from styrk.core import clock
from styrk.organisation.commands import Refused
from styrk.organisation.models import Unit
from styrk.organisation.queries import person_by_number, unit_by_code

AS_JSON = click.option("--json", "as_json", is_flag=True, help="Svaret som JSON.")


@click.group(
    help="Gi andre systemer tilgang på vegne av en person, se hvem som har, og avslutt den."
)
def command() -> None:
    pass


@command.command("issue")
@click.argument("number", metavar="ANSATTNUMMER")
@click.argument("name", metavar="NAVN")
@click.option(
    "--permission",
    "permissions",
    multiple=True,
    type=click.Choice([one.value for one in GIVEN]),
    default=[one.value for one in GIVEN],
    help="Hva systemet får gjøre; kan gis flere ganger. Uten: alt som kan gis.",
)
@click.option(
    "--unit",
    "units",
    multiple=True,
    required=True,
    metavar="KODE",
    help="Enheten det gjelder, med alt under; kan gis flere ganger.",
)
@click.option(
    "--until",
    type=click.DateTime(["%Y-%m-%d"]),
    required=True,
    help="Siste dag, høyst et år fram.",
)
@AS_JSON
def issue(
    *,
    number: str,
    name: str,
    permissions: tuple[str, ...],
    units: tuple[str, ...],
    until: datetime,
    as_json: bool,
) -> None:
    """Gi systemet NAVN tilgang på vegne av personen med ANSATTNUMMER. Nøkkelen vises bare nå."""
    with environment.database():
        person = person_by_number(number)
        if person is None:
            raise click.ClickException(f"Ingen person har ansattnummeret {number}.")
        try:
            token, word = commands.issue_token(
                name=name,
                person=person,
                permissions=[Permission(one) for one in permissions],
                units=[_unit(code) for code in units],
                until=until.date(),
                by=None,
                now=clock.now(),
            )
        except Refused as reason:
            raise click.ClickException(str(reason)) from reason
        if as_json:
            click.echo(json.dumps(_facts(token) | {"token": word}, ensure_ascii=False))
            return
        click.echo(_line(token), err=True)
        click.echo("Nøkkelen vises bare nå:", err=True)
        click.echo(word)


@command.command("list")
@AS_JSON
def list_all(*, as_json: bool) -> None:
    """Alle tilganger, de som gjelder først."""
    with environment.database():
        found = queries.tokens()
        if as_json:
            click.echo(json.dumps([_facts(one) for one in found], ensure_ascii=False))
            return
        for one in found:
            click.echo(_line(one))


@command.command("end")
@click.argument("which", metavar="ID", type=click.UUID)
@AS_JSON
def end(*, which: UUID, as_json: bool) -> None:
    """Avslutt tilgangen med en gang. ID står i listen."""
    with environment.database():
        token = queries.token_by_uuid(which)
        if token is None:
            raise click.ClickException("Ingen tilgang har denne ID-en.")
        try:
            commands.end_token(token=token, by=None, now=clock.now())
        except Refused as reason:
            raise click.ClickException(str(reason)) from reason
        token.refresh_from_db()
        click.echo(json.dumps(_facts(token), ensure_ascii=False) if as_json else _line(token))


def _unit(code: str) -> Unit:
    unit = unit_by_code(code)
    if unit is None:
        raise click.ClickException(f"Ingen enhet har koden {code}.")
    return unit


def _facts(token: Token) -> dict[str, Any]:
    return {
        "id": str(token.uuid),
        "name": token.name,
        "person": token.person.name,
        "permissions": token.permissions,
        "units": sorted(unit.code for unit in token.units.all()),
        "until": token.until.isoformat(),
        "made_at": clock.oslo(token.made_at).isoformat(),
        "last_used_on": token.last_used_on.isoformat() if token.last_used_on else None,
        "ended_at": clock.oslo(token.ended_at).isoformat() if token.ended_at else None,
    }


def _line(token: Token) -> str:
    facts = _facts(token)
    ended = (
        f"avsluttet {token.ended_at:%d.%m.%Y}" if token.ended_at else f"til {token.until:%d.%m.%Y}"
    )
    units = ", ".join(facts["units"])
    return f"{facts['id']}  {token.name}, for {token.person.name} ved {units}, {ended}"
