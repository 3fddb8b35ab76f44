"""Who holds the server: shared locks that the kernel drops however a process ends."""

import fcntl
import os
import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType

from styrk.core.postgres.binaries import Binaries, binaries_for
from styrk.core.postgres.cluster import ensure_cluster
from styrk.core.postgres.errors import unusable
from styrk.core.postgres.places import Site, prepare, site_at
from styrk.core.postgres.server import ensure_started, stop


@contextmanager
def held(data: Path, *, durable: bool) -> Iterator[Site]:
    """Hold a running server at `data`; the last holder to leave stops it."""
    site = site_at(data)
    with _ending_by_signal(), _files(site):
        prepare(site)
        with _holding(site) as binaries:
            with _alone(site):
                ensure_cluster(site, binaries, durable=durable)
                ensure_started(site, binaries, durable=durable)
            yield site


@contextmanager
def _files(site: Site) -> Iterator[None]:
    """Say what to do about a data directory that cannot be used."""
    try:
        yield
    except OSError as reason:
        raise unusable(site.data, reason) from reason


@contextmanager
def _holding(site: Site) -> Iterator[Binaries]:
    owner = os.getpid()
    path = site.data / "pg.holders"
    with _alone(site):
        binaries = binaries_for(site)
        fd = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
        fcntl.flock(fd, fcntl.LOCK_SH)
    try:
        yield binaries
    finally:
        # A forked child that leaves the block holds nothing of its own.
        if os.getpid() == owner:
            try:
                with _alone(site):
                    if _is_last(fd, path):
                        stop(site, binaries)
            finally:
                os.close(fd)


def _is_last(fd: int, path: Path) -> bool:
    """Nobody else holds it, and the directory was not removed and made anew meanwhile."""
    try:
        fcntl.flock(fd, fcntl.LOCK_EX | fcntl.LOCK_NB)
        return os.path.samestat(os.fstat(fd), path.stat())
    except (BlockingIOError, FileNotFoundError):
        return False


@contextmanager
def _alone(site: Site) -> Iterator[None]:
    """One at a time makes, starts or stops."""
    fd = os.open(site.data / "pg.mutex", os.O_RDWR | os.O_CREAT, 0o600)
    try:
        fcntl.flock(fd, fcntl.LOCK_EX)
        yield
    finally:
        os.close(fd)


@contextmanager
def _ending_by_signal() -> Iterator[None]:
    """SIGTERM and SIGHUP leave the block as an exception does, unless the program has a say."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    both = (signal.SIGTERM, signal.SIGHUP)
    ours = [number for number in both if signal.getsignal(number) is signal.SIG_DFL]
    for number in ours:
        signal.signal(number, _leave)
    try:
        yield
    finally:
        for number in ours:
            if signal.getsignal(number) is _leave:
                signal.signal(number, signal.SIG_DFL)


def _leave(number: int, _frame: FrameType | None) -> None:
    raise SystemExit(128 + number)
