"""Who holds the server: shared locks that the kernel drops however a process ends."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass
from pathlib import Path

from styrk.core.postgres.binaries import Binaries, binaries_for
from styrk.core.postgres.cluster import ensure_cluster
from styrk.core.postgres.errors import unusable
from styrk.core.postgres.places import Site, prepare, site_at
from styrk.core.postgres.server import ensure_started, stop
from styrk.core.postgres.signals import heard, noted


@dataclass(frozen=True)
class Hold:
    """One process's share in the server: a locked file, and the programs that stop it."""

    site: Site
    binaries: Binaries
    fd: int
    process: int

    @property
    def path(self) -> Path:
        return self.site.data / "pg.holders"


@contextmanager
def held(data: Path, *, durable: bool) -> Iterator[Site]:
    """Hold a running server at `data`; the last holder to leave stops it."""
    with noted(), _own_environment():
        hold = _take(data)
        try:
            _bring_up(hold, durable=durable)
            with heard():
                yield hold.site
        finally:
            _let_go(hold)


def _take(data: Path) -> Hold:
    with _plainly(data):
        site = site_at(data)
        prepare(site)
        with _alone(site):
            hold = Hold(site, binaries_for(site), _open(site.data / "pg.holders"), os.getpid())
            fcntl.flock(hold.fd, fcntl.LOCK_SH)
        return hold


def _bring_up(hold: Hold, *, durable: bool) -> None:
    with _plainly(hold.site.data), _alone(hold.site):
        ensure_cluster(hold.site, hold.binaries, durable=durable)
        ensure_started(hold.site, hold.binaries, durable=durable)


def _let_go(hold: Hold) -> None:
    # A forked child that leaves the block has no share of its own.
    if os.getpid() != hold.process:
        return
    try:
        with _alone(hold.site, hear=False):
            if _is_last(hold):
                stop(hold.site)
    except FileNotFoundError:
        # The data directory is gone; PostgreSQL notices by itself and ends.
        return
    finally:
        os.close(hold.fd)


def _is_last(hold: Hold) -> bool:
    """Nobody else holds it, and the directory was not removed and made anew meanwhile."""
    try:
        fcntl.flock(hold.fd, fcntl.LOCK_EX | fcntl.LOCK_NB)
        return os.path.samestat(os.fstat(hold.fd), hold.path.stat())
    except BlockingIOError:
        return False


@contextmanager
def _alone(site: Site, *, hear: bool = True) -> Iterator[None]:
    """One at a time makes, starts or stops. Who waits to leave is past hearing."""
    fd = _open(site.data / "pg.mutex")
    try:
        with heard() if hear else nullcontext():
            fcntl.flock(fd, fcntl.LOCK_EX)
        yield
    finally:
        os.close(fd)


def _open(path: Path) -> int:
    return os.open(path, os.O_RDWR | os.O_CREAT, 0o600)


@contextmanager
def _plainly(data: Path) -> Iterator[None]:
    """Say what to do about a data directory that cannot be used."""
    try:
        yield
    except OSError as reason:
        raise unusable(data, reason) from reason


@contextmanager
def _own_environment() -> Iterator[None]:
    """Without PGPORT, PGHOSTADDR, PGSERVICE and the like, which would lead our URLs elsewhere."""
    ours = {"PG_BINDIR"}
    others = {name: os.environ[name] for name in os.environ if name.startswith("PG")}
    removed = {name: value for name, value in others.items() if name not in ours}
    for name in removed:
        del os.environ[name]
    try:
        yield
    finally:
        os.environ.update(removed)
