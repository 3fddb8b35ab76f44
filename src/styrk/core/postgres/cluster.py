"""The database files: made once, whole or not at all, with the settings they run under."""

import os
import secrets
import shlex
import shutil
import sys
from pathlib import Path

from styrk.core.postgres.binaries import Binaries
from styrk.core.postgres.errors import PostgresError, failed
from styrk.core.postgres.places import PORT, SUPERUSER, Site

MB = 1024 * 1024


def ensure_cluster(site: Site, binaries: Binaries, *, durable: bool) -> None:
    """Make the cluster if it is not there, and refuse one these programs cannot read."""
    if not (site.cluster / "PG_VERSION").exists():
        _make(site, binaries, durable=durable)
    _adopt(site)
    major = (site.cluster / "PG_VERSION").read_text().strip()
    if major != str(binaries.major):
        raise PostgresError(
            f"Databasen i {site.cluster} er laget av PostgreSQL {major}, men programmene i "
            f"{binaries.bindir} er versjon {binaries.major} og kan ikke lese den. Pek PG_BINDIR "
            f"på programmene for versjon {major} og ta en kopi med pg_dump. "
            f"Flytt så mappen, start uten PG_BINDIR og hent kopien inn med pg_restore."
        )


def _make(site: Site, binaries: Binaries, *, durable: bool) -> None:
    """initdb beside the place and rename: killed midway, it leaves no half cluster."""
    _clear(site)
    half = site.data / f"pg.new-{secrets.token_hex(4)}"
    half.mkdir(mode=0o700)
    try:
        site.account.own(half)
        _initdb(half, site, binaries, durable=durable)
        half.rename(site.cluster)
    except BaseException:
        shutil.rmtree(half, ignore_errors=True)
        raise


def _initdb(half: Path, site: Site, binaries: Binaries, *, durable: bool) -> None:
    code, output = site.account.output(
        [
            binaries.program("initdb"),
            *("-D", half, "-U", SUPERUSER, "-E", "UTF8", "--data-checksums"),
            *("--auth-local=trust", "--auth-host=reject", "--no-instructions"),
            *_locale(binaries.major),
            *([] if durable else ["--no-sync"]),
        ]
    )
    if code != 0:
        raise failed("Klarte ikke å lage databasen.", site.data, output)


def _adopt(site: Site) -> None:
    """Give the server's user a cluster that root has put back, from a copy for instance."""
    if not site.account.switch or site.cluster.stat().st_uid != 0:
        return
    for directory, _, names in os.walk(site.cluster):
        for name in (".", *names):
            site.account.own(Path(directory, name))


def _clear(site: Site) -> None:
    for leftover in site.data.glob("pg.new-*"):
        shutil.rmtree(leftover, ignore_errors=True)
    if site.cluster.exists():
        try:
            site.cluster.rmdir()
        except OSError as reason:
            raise PostgresError(
                f"{site.cluster} er ikke en database, men er heller ikke tom. "
                "Flytt innholdet, eller velg en annen mappe med STYRK_DATA."
            ) from reason


def _locale(major: int) -> list[str]:
    """The same letters and order on every machine; a C library may change its collation."""
    if major < 17:
        return ["--locale=C.UTF-8"]
    libc = "C" if sys.platform == "darwin" else "C.UTF-8"
    return ["--locale-provider=builtin", "--builtin-locale=C.UTF-8", f"--locale={libc}"]


def server_options(site: Site, *, durable: bool) -> str:
    """Settings as pg_ctl's one string, quoted for the shell it starts."""
    settings = {
        "listen_addresses": "",
        "port": str(PORT),
        "unix_socket_directories": _as_list_item(str(site.socket_dir())),
        "unix_socket_permissions": "0700",
        "shared_buffers": f"{_shared_buffers_mb()}MB",
        "max_connections": "100",
        "work_mem": "16MB",
        "random_page_cost": "1.1",
        "jit": "off",
        "timezone": "UTC",
        "log_timezone": "UTC",
        **({} if durable else FORGETFUL),
    }
    return " ".join(f"-c {shlex.quote(f'{name}={value}')}" for name, value in settings.items())


FORGETFUL = {
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "wal_level": "minimal",
    "max_wal_senders": "0",
}


def _as_list_item(path: str) -> str:
    escaped = path.replace('"', '""')
    return f'"{escaped}"'


def _shared_buffers_mb() -> int:
    return max(16, min(256, _memory() // 4 // MB))


def _memory() -> int:
    """Bytes of memory we may use: the container's limit, if that is less than the machine's."""
    machine = os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE")
    try:
        return min(machine, int(Path("/sys/fs/cgroup/memory.max").read_text()))
    except (OSError, ValueError):
        return machine
