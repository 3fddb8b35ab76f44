"""`styrk build-demo`: the demo's world in an empty database; called by `styrk demo`."""

import sys

import click

from styrk.config import environment
from styrk.demo import build

WIDTH = 30
UPDATES = 200


@click.command(hidden=True)
@click.option("--size", type=click.Choice(["small", "region"]), default="small")
@click.option("--seed", type=int, default=1)
def command(*, size: str, seed: int) -> None:
    """Bygg demoverdenen i databasen STYRK_DATABASE, som må være tom."""
    if size != "small":
        raise click.ClickException("Størrelsen «region» er ikke klar ennå.")
    with environment.database():
        build.build(seed=seed, progress=Bar("Bygger demoverdenen"))


class Bar:
    """How far it has come, on standard error: a bar on a terminal, else a line for each tenth."""

    def __init__(self, label: str) -> None:
        self.label = label
        self.shown = -1

    def __call__(self, done: int, of: int) -> None:
        terminal = sys.stderr.isatty()
        steps = UPDATES if terminal else 10
        now = done * steps // max(of, 1)
        if now == self.shown:
            return
        self.shown = now
        percent = done * 100 // max(of, 1)
        if not terminal:
            click.echo(f"{self.label}: {percent} %", err=True)
            return
        filled = "█" * (done * WIDTH // max(of, 1))
        click.echo(f"\r{self.label}  {filled:<{WIDTH}} {percent:>3} %", err=True, nl=done >= of)
