"""Before the first page: tables and static files up to date. `python -m styrk.config.preparing`.

A process of its own, so that the one that watches over the others stays small. Says on standard
output, as JSON, what the database holds: {"real", "built", "people"}.
"""

import json
import sys

import click
from django.conf import settings

from styrk.config import environment

environment.set_up()

from styrk.access.models import Account  # noqa: E402 - after the settings
from styrk.config import migrating, public_address, static  # noqa: E402 - after the settings
from styrk.core import clock  # noqa: E402 - after the settings
from styrk.demo import build  # noqa: E402 - after the settings
from styrk.demo.personas import accounts, personas  # noqa: E402 - after the settings
from styrk.organisation.models import Unit  # noqa: E402 - after the settings
from styrk.requirements.commands import settle_authorities  # noqa: E402 - after the settings


def prepare() -> dict[str, object]:
    if trouble := public_address.trouble():
        click.secho(f"{trouble.text} {trouble.advice}", err=True, fg="yellow")
    if migrating.pending():
        click.echo("Oppdaterer databasen …", err=True)
        environment.migrate_as_owner()
    settle_authorities(by=None, now=clock.now())
    if static.collect():
        click.echo("Samlet filene som sidene bruker.", err=True)
    return held()


def held() -> dict[str, object]:
    """`built`: the demo's world; `real`: units that the demo did not make."""
    built = build.is_built()
    return {
        "built": built,
        "real": not built and Unit.objects.exists(),
        "people": people() if built and settings.DEMO else [],
    }


def people() -> list[dict[str, str]]:
    """Those one may be in the demo, and where they work."""
    found = accounts()
    return [
        {
            "username": one.key,
            "name": one.name,
            "title": one.title,
            "unit": _unit(found[one.key]),
            "story": one.story,
        }
        for one in personas().values()
        if one.key in found
    ]


def _unit(account: Account) -> str:
    home = account.person.home_unit if account.person else None
    return home.name if home else ""


def main() -> None:
    with environment.database():
        json.dump(prepare(), sys.stdout)


if __name__ == "__main__":
    try:
        main()
    except click.ClickException as reason:
        sys.exit(f"Styrk: {reason.message}")
