"""Start, find and stop the server of one site."""

import os
import shutil
import signal
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import psycopg
from psycopg import pq

from styrk.core.postgres.binaries import Binaries
from styrk.core.postgres.cluster import server_options
from styrk.core.postgres.errors import PostgresError, failed
from styrk.core.postgres.places import PORT, SOCKET, SUPERUSER, Site, prepare_socket_dir
from styrk.core.postgres.process import living, pid_file, postmaster, processes
from styrk.core.postgres.signals import heard

LOG_BYTES = 10 * 1024 * 1024
START_SECONDS = 120
STOP_SECONDS = 60.0
ORPHAN_SECONDS = 1.0
HALF_WRITTEN_SECONDS = 5.0
# What PostgreSQL says while something of a killed server, or of a starting one, is in its way.
NOT_YET = ("pre-existing shared memory block", "already exists", "is empty")


def ensure_started(site: Site, binaries: Binaries, *, durable: bool) -> None:
    """Leave with a server that accepts connections: the one there is, or a new one."""
    deadline = time.monotonic() + START_SECONDS
    while not accepts(site):
        # A living one that does not answer was started a moment ago, or recovers from a crash.
        if postmaster(site.cluster) is None:
            _start(site, binaries, durable=durable, patient=time.monotonic() < deadline)
        elif time.monotonic() > deadline:
            raise PostgresError(f"Databasen i {site.data} svarer ikke. Se {site.log}.")
        with heard():
            time.sleep(0.02)
    if durable:
        _check_durable(site)


def accepts(site: Site) -> bool:
    conninfo = f"{site.url(SUPERUSER, 'postgres')}&port={PORT}&connect_timeout=5"
    return pq.Ping(pq.PGconn.ping(conninfo.encode())) is pq.Ping.OK


def stop(site: Site) -> None:
    """Stop the server, in order if it can. Needs no programs: they may be gone by now."""
    for how in (signal.SIGINT, signal.SIGQUIT):
        if (pid := postmaster(site.cluster)) is None:
            return
        _end(pid, how)
    if postmaster(site.cluster) is not None:
        raise PostgresError(f"Klarte ikke å stoppe databasen. Se {site.log}.")


def _end(pid: int, how: signal.Signals) -> None:
    _signal([pid], how)
    wait_until(lambda: not living(pid), STOP_SECONDS)


def _check_durable(site: Site) -> None:
    with psycopg.connect(site.url(SUPERUSER, "postgres"), port=PORT) as connection:
        row = connection.execute("SHOW fsync").fetchone()
    if row != ("on",):
        raise PostgresError(
            f"Databasen i {site.data} er startet for tester og tåler ikke strømbrudd. "
            "Avslutt testene, eller velg en annen mappe med STYRK_DATA."
        )


def _start(site: Site, binaries: Binaries, *, durable: bool, patient: bool) -> None:
    """One attempt. What may pass by itself is no error while we are patient."""
    prepare_socket_dir(site)
    _clear_dead(site)
    _limit_log(site)
    _discard_old_copies(site, binaries)
    already = site.log.stat().st_size
    options = server_options(site, durable=durable)
    if _launch(site, binaries, options) == 0:
        return
    said = _log_from(site, already)
    if not patient or not any(words in said for words in NOT_YET):
        raise failed("Databasen startet ikke.", site.data, said)


def _launch(site: Site, binaries: Binaries, options: str) -> int:
    """pg_ctl's exit code. A server half started cannot be stopped: signals wait for pg_ctl."""
    argv: list[str | Path] = [binaries.program("pg_ctl"), "-D", site.cluster, "-w", "-s"]
    argv += ["-t", str(START_SECONDS), "-o", options, "start"]
    # Never a pipe: the server inherits it, and whoever reads it waits for the server's end.
    with site.log.open("ab") as log:
        return site.account.run(argv, log).wait()


def _clear_dead(site: Site) -> None:
    """Make way after a killed server: first its backends, then the files that name it.

    PostgreSQL counts a zombie as alive, and another program that got the number too, and would
    refuse to start. The files go last because they keep two servers off the same data.
    """
    for how in (signal.SIGQUIT, signal.SIGKILL):
        if wait_until(lambda: not _orphans(site), ORPHAN_SECONDS):
            break
        _signal(_orphans(site), how)
    if postmaster(site.cluster) is not None:
        return
    for path in (pid_file(site.cluster), site.socket_dir() / f"{SOCKET}.lock"):
        if not _half_written(path):
            path.unlink(missing_ok=True)


def _orphans(site: Site) -> list[int]:
    return [] if postmaster(site.cluster) is not None else processes(site.cluster)


def _half_written(path: Path) -> bool:
    """Another starts this very moment."""
    try:
        found = path.stat()
    except FileNotFoundError:
        return False
    return found.st_size == 0 and time.time() - found.st_mtime < HALF_WRITTEN_SECONDS


def _signal(pids: list[int], how: signal.Signals) -> None:
    for pid in pids:
        with suppress(ProcessLookupError):
            os.kill(pid, how)


def wait_until(happened: Callable[[], bool], seconds: float) -> bool:
    deadline = time.monotonic() + seconds
    while not (done := happened()) and time.monotonic() < deadline:
        time.sleep(0.02)
    return done


def _discard_old_copies(site: Site, binaries: Binaries) -> None:
    for copy in site.data.glob("bin-*"):
        if copy not in binaries.bindir.parents:
            shutil.rmtree(copy, ignore_errors=True)


def _limit_log(site: Site) -> None:
    """One earlier log is kept. The log lies beside the cluster, where only we may rename."""
    if site.log.exists() and site.log.stat().st_size > LOG_BYTES:
        site.log.replace(site.log.with_name("pg.log.1"))
    site.log.touch(mode=0o600)


def _log_from(site: Site, start: int) -> str:
    with site.log.open("rb") as log:
        log.seek(start)
        return log.read().decode(errors="replace")
