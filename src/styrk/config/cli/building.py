"""`styrk build-demo`: the demo's world in an empty database; called by `styrk demo` and `styrk bench`."""

import json
import sys
from datetime import datetime

import click

from styrk.config import environment, preparing
from styrk.core.clock import OSLO
from styrk.demo import build, region

WIDTH = 30
UPDATES = 200


@click.command(hidden=True)
@click.option("--size", type=click.Choice(["small", "region"]), default="small")
@click.option("--seed", type=int, default=1)
@click.option("--trusts", type=click.IntRange(3, region.TRUSTS), default=region.TRUSTS)
@click.option("--people", type=int, default=region.PEOPLE)
@click.option("--incidents", type=int, default=region.INCIDENTS)
@click.option("--now", type=datetime.fromisoformat, help="Dagen det er. Bare for region.")
def command(
    *, size: str, seed: int, trusts: int, people: int, incidents: int, now: datetime | None
) -> None:
    """Bygg demoverdenen i databasen STYRK_DATABASE, som må være tom, og gjør den klar til bruk.

    Sier på standard ut, som JSON, hva databasen holder.
    """
    with environment.database():
        if size == "small":
            build.build(seed=seed, progress=Bar("Bygger demoverdenen"))
        else:
            region.build_region(
                Bar("Bygger regionen"),
                trusts=trusts,
                people=people,
                incidents=incidents,
                seed=seed,
                now=now.replace(tzinfo=now.tzinfo or OSLO) if now else None,
            )
        json.dump(preparing.prepare(), sys.stdout)


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
