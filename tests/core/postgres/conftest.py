"""Real servers in short directories of their own; a test that leaves one behind fails."""

import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from styrk.core.postgres import running
from styrk.core.postgres.process import postmaster, processes

HOLD = """
import sys
from pathlib import Path
from styrk.core.postgres import running
with running(Path(sys.argv[1]), durable=False) as database:
    print("ready", flush=True)
    sys.stdin.read()
"""

type StartHolder = Callable[..., "Holder"]


def scratch() -> Path:
    """A new directory, in memory where there is room: copying a cluster takes a second on disk."""
    memory = Path("/dev/shm")
    roomy = memory.is_dir() and shutil.disk_usage(memory).free > 2**30
    runs = roomy and not os.statvfs(memory).f_flag & os.ST_NOEXEC
    return Path(tempfile.mkdtemp(prefix="spg-", dir=memory if runs else "/tmp"))


def as_from_a_shell() -> None:
    """What runs in the background ignores what a terminal says, and so would its children."""
    for said in (signal.SIGHUP, signal.SIGINT):
        signal.signal(said, signal.SIG_DFL)


class Holder:
    """Another process that holds the server at `place` until it is told to leave."""

    def __init__(self, place: Path, program: str = HOLD, before: tuple[str, ...] = ()) -> None:
        self.process = subprocess.Popen(
            [*before, sys.executable, "-c", program, str(place)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            start_new_session=True,
            preexec_fn=as_from_a_shell,
        )

    def wait_ready(self) -> "Holder":
        assert self.line() == "ready"
        return self

    def line(self) -> str:
        return self.process.stdout.readline().strip()

    def leave(self) -> int:
        self.process.stdin.close()
        return self.process.wait(timeout=20)

    def end(self, how: signal.Signals) -> int:
        self.process.send_signal(how)
        return self.process.wait(timeout=20)

    def clean_up(self) -> None:
        self.process.kill()
        self.process.wait()
        self.process.stdout.close()
        if not self.process.stdin.closed:
            self.process.stdin.close()


@pytest.fixture(autouse=True)
def _no_database_given(monkeypatch: pytest.MonkeyPatch) -> None:
    """The test run may have a database of its own in the environment."""
    for name in list(os.environ):
        if name.startswith("PG") or name in {"DATABASE_URL", "STYRK_OWNER_URL", "STYRK_DATA"}:
            monkeypatch.delenv(name)


@pytest.fixture
def empty() -> Iterator[Path]:
    """A directory with nothing in it."""
    path = scratch()
    yield path
    left = processes(path / "pg")
    for pid in left:
        os.kill(pid, signal.SIGKILL)
    shutil.rmtree(path, ignore_errors=True)
    assert not left, "a server was left running"


@pytest.fixture(scope="session")
def ready_made() -> Iterator[Path]:
    """A cluster made once, for copying."""
    path = scratch()
    with pytest.MonkeyPatch.context() as patch:
        patch.delenv("DATABASE_URL", raising=False)
        patch.delenv("PG_BINDIR", raising=False)
        with running(path, durable=False):
            pass
    yield path
    shutil.rmtree(path)


@pytest.fixture
def place(empty: Path, ready_made: Path) -> Path:
    """A data directory with a provisioned cluster that is not running."""
    empty.chmod(ready_made.stat().st_mode)
    subprocess.run(["cp", "-a", ready_made / "pg", empty / "pg"], check=True)
    return empty


@pytest.fixture
def hold() -> Iterator[StartHolder]:
    """Start holders; whatever is left of them ends with the test."""
    started: list[Holder] = []

    def start(*arguments: object, **options: object) -> Holder:
        started.append(Holder(*arguments, **options))
        return started[-1]

    yield start
    for holder in started:
        holder.clean_up()


def is_up(place: Path) -> bool:
    return postmaster(place / "pg") is not None
