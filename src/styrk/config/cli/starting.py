"""What `styrk demo` and `styrk serve` have in common: the tree of programs and how it is told of."""

import fcntl
import http.client
import json
import logging
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TextIO

import click

from styrk.config import environment
from styrk.config.keys import VARIABLE, kept_key
from styrk.config.supervisor import (
    PortTakenError,
    Program,
    free_port,
    is_free,
    of_styrk,
    supervise,
)
from styrk.core import postgres, sealing

PREPARE = (sys.executable, "-m", "styrk.config.preparing")
DEFAULT_PORT = 8000
HEALTH = "/helse/"
# A kommune's or a trust's server has more cores; this is for the two of a small machine.
WORKERS = 2
THREADS = 2


@dataclass(frozen=True)
class Address:
    host: str
    port: int

    @property
    def url(self) -> str:
        return f"http://{f'[{self.host}]' if ':' in self.host else self.host}:{self.port}"


@dataclass(frozen=True)
class Prepared:
    """What the database holds once tables and files are in place."""

    real: bool
    built: bool
    people: list[dict[str, str]] = field(default_factory=list)


def address(host: str, port: int | None) -> Address:
    """The port asked for, or else the first free one from 8000; says so when it is another."""
    wanted = port or DEFAULT_PORT
    if is_free(host, wanted):
        return Address(host, wanted)
    try:
        other = free_port(host, wanted)
    except PortTakenError as reason:
        raise click.ClickException(f"Port {wanted} er opptatt. {reason}") from reason
    if port:
        raise click.ClickException(
            f"Port {wanted} er opptatt. Port {other} er ledig: --port {other}"
        )
    click.echo(f"Port {wanted} er opptatt. Bruker {other} i stedet.", err=True)
    return Address(host, other)


@contextmanager
def alone() -> Iterator[Callable[[Address], None]]:
    """One tree for a data directory; the second is told where the first is.

    Gives the function that notes the address.
    """
    with (data_dir() / "styrk.lock").open("a+", encoding="utf-8") as file:
        file.seek(0)
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise click.ClickException(f"Styrk går allerede: {file.read()}") from None
        yield lambda at: _note(file, at)


def _note(file: TextIO, at: Address) -> None:
    file.truncate(0)
    file.write(f"{at.url} (prosess {os.getpid()})")
    file.flush()


def data_dir() -> Path:
    """Where key, files and log lie; made here where the operator's own database is used."""
    place = postgres.default_data_dir()
    if not place.exists():
        place.mkdir(parents=True, mode=0o700)
    return place


def child_environment(at: Address, **more: str) -> dict[str, str]:
    """What the programs are told: the same settings as ours, the key, and where they are."""
    keys = data_dir() / sealing.NAME
    if not os.environ.get(sealing.VARIABLE) and not keys.exists():
        sealing.add_key(keys)
    ours = {
        VARIABLE: kept_key(data_dir()),
        "STYRK_DATABASE": environment.database_name(),
        "STYRK_BASE_URL": os.environ.get("STYRK_BASE_URL", at.url),
        "DJANGO_SETTINGS_MODULE": environment.SETTINGS,
    }
    return {**os.environ, **ours, **more}


def prepare(around: dict[str, str]) -> Prepared:
    done = subprocess.run(PREPARE, env=around, stdout=subprocess.PIPE, text=True, check=False)
    if done.returncode:
        raise click.ClickException("Styrk kom ikke i gang. Linjene over sier hvorfor.")
    return Prepared(**json.loads(done.stdout))


def run(
    at: Address,
    around: dict[str, str],
    found: postgres.Database,
    when_ready: Callable[[], None],
    *,
    workers: int = WORKERS,
    threads: int = THREADS,
) -> int:
    """The tree, until somebody ends it. Those that are ended first stand first."""
    os.environ["TZ"] = "Europe/Oslo"  # as the programs' own lines
    time.tzset()
    logging.basicConfig(format="{asctime} {levelname} {name}: {message}", style="{")
    serve = ("styrk.config.web", at.host, str(at.port), str(workers), str(threads))
    programs = [of_styrk("webtjeneren", *serve), of_styrk("bakgrunnsarbeidet", *WORK, waits=True)]
    if found.embedded:
        programs.append(_holder())
    return supervise(
        programs, environment=around, ready=lambda: _answers(at), when_ready=when_ready
    )


WORK = ("styrk.config.cli", "worker")


def _holder() -> Program:
    return of_styrk("databasens vokter", "styrk.config.holder", environment.database_name())


def _answers(at: Address) -> bool:
    connection = http.client.HTTPConnection(at.host, at.port, timeout=5)
    try:
        connection.request("GET", HEALTH)
        return connection.getresponse().status < 500
    except (OSError, http.client.HTTPException):
        return False
    finally:
        connection.close()
