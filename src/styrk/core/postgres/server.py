"""Start, find and stop the server process of one site."""

import os
import signal
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

from psycopg import pq

from styrk.core.postgres.binaries import Binaries
from styrk.core.postgres.cluster import SUPERUSER, server_options
from styrk.core.postgres.errors import PostgresError, failed
from styrk.core.postgres.places import PORT, Site, prepare_socket_dir

LOG_BYTES = 10 * 1024 * 1024
SLOW_START = 120.0
RECOVERY = 30.0
ORPHANS = 1.0
# What PostgreSQL says while backends of a killed server still hold its memory.
NOT_YET = ("pre-existing shared memory block", "already exists", "in use")


def accepts(site: Site) -> bool:
    return ping(site) is pq.Ping.OK


def ping(site: Site) -> pq.Ping:
    conninfo = f"{site.url(SUPERUSER, 'postgres')}&port={PORT}&connect_timeout=5"
    return pq.Ping(pq.PGconn.ping(conninfo.encode()))


def ensure_started(site: Site, binaries: Binaries, *, durable: bool) -> None:
    """Leave with a server that accepts connections: the one there is, or a new one."""
    if accepts(site):
        return
    # Another may have started it a moment ago, or it is recovering after a crash.
    wait_until(lambda: accepts(site) or postmaster(site) is None, SLOW_START)
    if not accepts(site):
        _start(site, binaries, durable=durable)


def stop(site: Site, binaries: Binaries) -> None:
    """Stop the server, in order if it can."""
    for mode in ("fast", "immediate"):
        if postmaster(site) is None:
            return
        _pg_ctl(site, binaries, "-m", mode, "-t", "60", "stop")
    if postmaster(site) is not None:
        raise PostgresError(f"Klarte ikke å stoppe databasen. Se {site.log}.")


def _start(site: Site, binaries: Binaries, *, durable: bool) -> None:
    prepare_socket_dir(site)
    _limit_log(site)
    options = server_options(site, durable=durable)
    deadline = time.monotonic() + RECOVERY
    while True:
        _clear_dead(site)
        already = site.log.stat().st_size
        if _pg_ctl(site, binaries, "-t", str(int(SLOW_START)), "-o", options, "start") == 0:
            return
        said = _log_from(site, already)
        if time.monotonic() > deadline or not any(words in said for words in NOT_YET):
            raise failed("Databasen startet ikke.", site.data, said)
        time.sleep(0.1)


def _pg_ctl(site: Site, binaries: Binaries, *arguments: str) -> int:
    # Never a pipe: the server inherits it, and whoever reads it waits for the server's end.
    with site.log.open("ab") as log:
        argv = [binaries.program("pg_ctl"), "-D", site.cluster, "-w", "-s", *arguments]
        return site.account.run(argv, log).wait()


def postmaster(site: Site) -> int | None:
    """The process id of the living server, or None."""
    try:
        pid = int(site.pid_file.read_text().split()[0])
    except (OSError, ValueError, IndexError):
        return None
    return pid if _works_in(pid, site.cluster) else None


def _works_in(pid: int, cluster: Path) -> bool:
    """Is this a living PostgreSQL process of this cluster? A zombie or a reused id is not."""
    if not Path("/proc/self/stat").exists():
        return _living_by_ps(pid)
    try:
        name, state = _name_and_state(pid)
        return name == "postgres" and state not in "ZX" and _directory(pid) == cluster
    except OSError:
        return False


def _name_and_state(pid: int) -> tuple[str, str]:
    before, after = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)
    return before.split("(", 1)[1], after.split()[0]


def _directory(pid: int) -> Path:
    return Path(f"/proc/{pid}/cwd").readlink()


def _living_by_ps(pid: int) -> bool:
    found = subprocess.run(
        ["ps", "-o", "stat=,comm=", "-p", str(pid)], capture_output=True, text=True, check=False
    ).stdout.strip()
    return "postgres" in found and not found.startswith("Z")


def _clear_dead(site: Site) -> None:
    """Make way after a server that was killed: its backends gone, then its pid file.

    PostgreSQL counts a zombie as alive and would refuse to start. The file goes only after the
    backends, because it is part of what keeps two servers off the same files.
    """
    if postmaster(site) is not None:
        return
    for how in (None, signal.SIGQUIT, signal.SIGKILL):
        for pid in _processes(site.cluster):
            _signal(pid, how)
        if wait_until(lambda: not _processes(site.cluster), ORPHANS):
            break
    site.pid_file.unlink(missing_ok=True)


def _processes(cluster: Path) -> list[int]:
    pids = [int(path.name) for path in Path("/proc").glob("[0-9]*")]
    return [pid for pid in pids if _works_in(pid, cluster)]


def _signal(pid: int, how: signal.Signals | None) -> None:
    try:
        if how is not None:
            os.kill(pid, how)
    except ProcessLookupError:
        pass


def wait_until(happened: Callable[[], bool], seconds: float) -> bool:
    deadline = time.monotonic() + seconds
    while not (done := happened()) and time.monotonic() < deadline:
        time.sleep(0.02)
    return done


def _limit_log(site: Site) -> None:
    """One earlier log is kept. The log lies beside the cluster, where only we may rename."""
    if site.log.exists() and site.log.stat().st_size > LOG_BYTES:
        site.log.replace(site.log.with_name("pg.log.1"))
    site.log.touch(mode=0o600)


def _log_from(site: Site, start: int) -> str:
    with site.log.open("rb") as log:
        log.seek(start)
        return log.read().decode(errors="replace")
