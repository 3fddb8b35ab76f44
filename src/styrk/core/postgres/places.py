"""Where things lie: the data directory, what it holds, and the socket."""

import hashlib
import os
import stat
import sys
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from styrk.core.postgres.account import Account, account_for
from styrk.core.postgres.errors import PostgresError
from styrk.core.postgres.process import socket_dir_of

SUPERUSER = "postgres"
PORT = 5432
SOCKET = f".s.PGSQL.{PORT}"
# sockaddr_un holds 107 bytes on Linux and 103 on macOS; a longer path cannot be listened on.
SOCKET_PATH_BYTES = 103


def checkout() -> Path:
    """The directory with pyproject.toml above this package, else the Python environment."""
    for parent in Path(__file__).resolve().parents:
        if (parent / "pyproject.toml").is_file():
            return parent
    return Path(sys.prefix).resolve()


def default_data_dir() -> Path:
    """$STYRK_DATA, else a directory of this checkout's own, so two never share a database."""
    if given := os.environ.get("STYRK_DATA"):
        return Path(given).expanduser().absolute()
    if os.geteuid() == 0:
        return Path("/var/lib/styrk") / short_hash(checkout())
    home = os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share"
    return Path(home) / "styrk" / short_hash(checkout())


def short_hash(path: Path) -> str:
    return hashlib.sha256(os.fsencode(path)).hexdigest()[:12]


@dataclass(frozen=True)
class Site:
    """One data directory, and the user its server runs as."""

    data: Path
    account: Account

    @property
    def cluster(self) -> Path:
        return self.data / "pg"

    @property
    def log(self) -> Path:
        return self.data / "pg.log"

    def socket_dir(self) -> Path:
        """Where the running server listens, else where it will: the cluster, if short enough."""
        # The environment may have been another when the server started.
        if running := socket_dir_of(self.cluster):
            return running
        if len(os.fsencode(self.cluster / SOCKET)) <= SOCKET_PATH_BYTES:
            return self.cluster
        return _short_base(self.account) / f"styrk-{short_hash(self.data)}"

    def url(self, user: str, database: str) -> str:
        return (
            f"postgresql://{user}@/{quote(database, safe='')}?host={quote(str(self.socket_dir()))}"
        )


def site_at(data: Path) -> Site:
    data = data.resolve()
    return Site(data, account_for(data / "pg"))


def prepare(site: Site) -> None:
    """Make the data directory. Only directories made here, or empty, get their mode set.

    As root the server's user must pass through to its cluster, but owns nothing above it.
    """
    for missing in [path for path in reversed(site.data.parents) if not path.exists()]:
        _make(missing, 0o755 if site.account.switch else None)
    if not site.data.exists() or not any(site.data.iterdir()):
        _make(site.data, 0o711 if site.account.switch else 0o700)
    if not site.account.reaches(site.data):
        raise PostgresError(
            f"PostgreSQL kjører som brukeren «{site.account.name}», som ikke slipper inn i "
            f"{site.data}. Velg en mappe utenfor private mapper med STYRK_DATA, "
            "for eksempel under /var/lib."
        )


def _make(path: Path, mode: int | None) -> None:
    path.mkdir(exist_ok=True)
    if mode is not None:
        path.chmod(mode)


def prepare_socket_dir(site: Site) -> None:
    """Make the short socket directory, and refuse one that somebody else put there."""
    directory = site.socket_dir()
    if directory == site.cluster:
        return
    try:
        directory.mkdir(mode=0o700)
        site.account.own(directory)
    except FileExistsError:
        pass
    found = directory.lstat()
    if not stat.S_ISDIR(found.st_mode) or found.st_uid != site.account.uid or found.st_mode & 0o077:
        raise PostgresError(
            f"{directory} skulle vært en privat mappe for brukeren «{site.account.name}», men er "
            "laget av noen andre. Fjern den, eller velg en kortere sti med STYRK_DATA."
        )


def _short_base(account: Account) -> Path:
    runtime = Path(os.environ.get("XDG_RUNTIME_DIR") or "/nonexistent")
    # As root the runtime directory is root's own, closed to the server's user.
    if not account.switch and runtime.is_dir() and runtime.stat().st_uid == account.uid:
        return runtime
    return Path("/tmp")  # noqa: S108 - sticky, and the directory in it is private and checked
