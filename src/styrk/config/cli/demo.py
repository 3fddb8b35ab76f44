"""`styrk demo`: the fictional region, built the first time and kept."""

import json
import shutil
import subprocess
import sys

import click

from styrk.config import environment
from styrk.config.cli import starting
from styrk.config.cli.starting import Address, Prepared
from styrk.core import postgres

BUILD = (sys.executable, "-m", "styrk.config.cli", "build-demo")


@click.command
@click.option(
    "--size",
    type=click.Choice(["small", "region"]),
    default="small",
    show_default=True,
    help="small: 400 personer og et år med hendelser. region: 85 000 personer og en million hendelser.",
)
@click.option(
    "--seed",
    type=int,
    default=1,
    show_default=True,
    help="Tallet verdenen trekkes fra: samme tall, samme verden.",
)
@click.option("--reset", is_flag=True, help="Kast demoverdenen og bygg den på nytt.")
@click.option(
    "--port", type=click.IntRange(1, 65535), help="Porten. Ellers 8000, eller neste ledige."
)
@click.option(
    "--json",
    "as_json",
    is_flag=True,
    help="Adressen og demopersonene som JSON når tjeneren svarer.",
)
def command(*, size: str, seed: int, reset: bool, port: int | None, as_json: bool) -> None:
    """En hel, oppdiktet region å prøve i, med ett klikk for å logge inn som hver demoperson.

    Første gang bygges verdenen; siden beholdes den, også det du selv skriver inn.
    """
    with environment.server() as found, starting.alone() as note:
        at = starting.address("127.0.0.1", port)
        note(at)
        around = starting.child_environment(at, STYRK_DEMO="1")
        world = _world(found, around, size=size, seed=seed, reset=reset)

        def tell() -> None:
            click.echo(_as_json(at, world) if as_json else _in_words(at, world))

        code = starting.run(at, around, found, tell)
    sys.exit(code)


def _world(
    found: postgres.Database, around: dict[str, str], *, size: str, seed: int, reset: bool
) -> Prepared:
    """The world that is there, or a new one."""
    there = Prepared(real=False, built=False)
    if not environment.is_empty(found):
        there = starting.prepare(around)
    if there.real:
        raise click.ClickException(
            "Denne databasen har enheter som ikke er demoens. Demo og virkelige data holdes "
            "fra hverandre: velg en annen mappe med STYRK_DATA, eller bruk «styrk serve»."
        )
    if there.built and not reset:
        return there
    if found.embedded:
        return _build_beside(found, around, size=size, seed=seed)
    if there.built:
        raise click.ClickException("--reset gjelder bare den innebygde databasen.")
    return _build(around, size=size, seed=seed)


def _build_beside(
    found: postgres.Database, around: dict[str, str], *, size: str, seed: int
) -> Prepared:
    """Build in a database beside, and put it in place when it is whole: a stop leaves no half world."""
    superuser = str(found.superuser_url)
    name = environment.database_name()
    half = f"{name}_building"
    postgres.drop_database(superuser, half)
    postgres.create_database(superuser, half)
    shutil.rmtree(postgres.default_data_dir() / "files", ignore_errors=True)
    click.echo("Lager databasen …", err=True)
    built = _build({**around, "STYRK_DATABASE": half}, size=size, seed=seed)
    postgres.drop_database(superuser, name)
    environment.rename_database(superuser, half, name)
    return built


def _build(around: dict[str, str], *, size: str, seed: int) -> Prepared:
    argv = (*BUILD, "--size", size, "--seed", str(seed))
    done = subprocess.run(argv, env=around, stdout=subprocess.PIPE, text=True, check=False)
    if done.returncode:
        raise click.ClickException("Demoverdenen ble ikke bygd. Linjene over sier hvorfor.")
    return Prepared(**json.loads(done.stdout))


def _as_json(at: Address, world: Prepared) -> str:
    return json.dumps({"address": at.url, "people": world.people}, ensure_ascii=False)


def _in_words(at: Address, world: Prepared) -> str:
    """The address, who there is to be, and what becomes of the data."""
    wide = max((len(one["name"]) for one in world.people), default=0)
    lines = [
        "",
        click.style(f"  Styrk er klar: {at.url}", bold=True),
        "",
        f"  Logg inn med ett klikk som en av disse, på {at.url}/demo/",
        "",
    ]
    for one in world.people:
        lines += [
            f"    {click.style(one['name'].ljust(wide), bold=True)}  {_post(one)}",
            *([f"    {' ' * wide}  {one['story']}"] if one["story"] else []),
        ]
    return "\n".join([*lines, "", *_ending(), ""])


def _post(one: dict[str, str]) -> str:
    return ", ".join(part for part in (one["title"], one["unit"]) if part)


def _ending() -> list[str]:
    return [
        "  Alle personer, enheter og hendelser er oppdiktet.",
        "  Ctrl-C avslutter. Det som er skrevet inn, blir liggende til neste gang;",
        "  «make demo-reset» bygger alt på nytt.",
    ]
