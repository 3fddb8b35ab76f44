"""`styrk migrate`: the database to the newest version."""

import json

import click

from styrk.config import environment, migrating


@click.command
@click.option("--check", is_flag=True, help="Bare si hva som gjenstår; 1 når noe gjør det.")
@click.option("--json", "as_json", is_flag=True, help="Svaret som JSON.")
@click.pass_context
def command(ctx: click.Context, *, check: bool, as_json: bool) -> None:
    """Bring databasen til nyeste versjon, som rollen som eier den (STYRK_OWNER_URL)."""
    with environment.database_as_it_is():
        waiting = migrating.pending()
        if waiting and not check:
            environment.migrate_as_owner()
    if as_json:
        click.echo(json.dumps({"pending" if check else "done": waiting}))
    else:
        click.echo(_in_words(waiting, check=check))
    ctx.exit(1 if check and waiting else 0)


def _in_words(waiting: list[str], *, check: bool) -> str:
    if not waiting:
        return "Databasen er oppdatert."
    return "\n".join(["Gjenstår:" if check else "Gjort:", *(f"  {name}" for name in waiting)])
