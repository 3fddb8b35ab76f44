"""`styrk build-demo`: the demo's world in an empty database; called by `styrk demo`."""

import sys

import click

from styrk.config import environment
from styrk.demo import build


@click.command(hidden=True)
@click.option("--size", type=click.Choice(["small", "region"]), default="small")
@click.option("--seed", type=int, default=1)
def command(*, size: str, seed: int) -> None:
    """Bygg demoverdenen i databasen STYRK_DATABASE, som må være tom."""
    with environment.database():
        build.build(size, seed, _tell)


def _tell(text: str) -> None:
    click.echo(f"  {text}", file=sys.stderr)
