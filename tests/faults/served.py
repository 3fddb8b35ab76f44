"""`styrk serve` in a directory of its own, on the ordinary, durable terms, and how to kill parts of it."""

import os
import signal
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import psycopg

from styrk.config.supervisor import free_port
from styrk.core import postgres
from styrk.core.postgres.process import postmaster, processes

STYRK = (sys.executable, "-m", "styrk.config.cli")
ROOT = Path(__file__).resolve().parents[2]
# What the tests set for themselves, and what a server must not have.
OURS = ("STYRK_SECRET_KEY", "STYRK_DURABLE", "STYRK_TESTING", "DJANGO_ALLOW_ASYNC_UNSAFE")


class Served:
    def __init__(self, data: Path, smtp_port: int) -> None:
        self.data = data
        self.port = free_port("127.0.0.1", 8900 + os.getpid() % 500)
        self.environment = {name: text for name, text in os.environ.items() if name not in OURS}
        self.environment |= {
            "STYRK_DATA": str(data),
            "STYRK_DATABASE": "styrk",
            "STYRK_SMTP_HOST": "127.0.0.1",
            "STYRK_SMTP_PORT": str(smtp_port),
            "PYTHONPATH": str(ROOT),
        }
        self.log = data.parent / "log"
        with self.log.open("w") as log:
            self.process = subprocess.Popen(
                (*STYRK, "serve", "--port", str(self.port), "--json"),
                env=self.environment,
                stdout=subprocess.PIPE,
                stderr=log,
                text=True,
            )
        assert self.process.stdout is not None
        assert self.process.stdout.readline(), self.log.read_text()

    def run(self, *argv: str) -> str:
        """A program beside the server, with its database; what it says."""
        done = subprocess.run(
            (sys.executable, *argv),
            env=self.environment,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    def answers(self) -> bool:
        """Whether the database takes questions."""
        try:
            return self.rows("SELECT true") == [(True,)]
        except psycopg.OperationalError:
            return False

    def rows(self, question: str) -> list[tuple[object, ...]]:
        """Asked as the one whom no policy binds."""
        named = postgres.named(self.data, database="styrk")
        url = str(named.superuser_url).replace("/postgres?", "/styrk?")
        with psycopg.connect(url) as connection:
            return connection.execute(question).fetchall()

    def ends(self) -> None:
        if self.process.poll() is None:
            self.process.terminate()
            self.process.wait(timeout=30)
        if self.process.stdout:
            self.process.stdout.close()

    # What is killed

    def web(self) -> list[int]:
        return self._programs(b"styrk.config.web")

    def web_workers(self) -> list[int]:
        return [child for parent in self.web() for child in _children(parent)]

    def worker(self) -> list[int]:
        return self._programs(b"worker")

    def database(self) -> list[int]:
        found = postmaster(self.data / "pg")
        return [found] if found else []

    def backends(self) -> list[int]:
        return [pid for pid in processes(self.data / "pg") if pid not in self.database()]

    def _programs(self, word: bytes) -> list[int]:
        ours = f"STYRK_DATA={self.data}".encode()
        return [
            pid for pid in _all() if word in _read(pid, "cmdline") and ours in _read(pid, "environ")
        ]


def kill(pids: list[int]) -> int:
    """With no time to say anything; how many there were."""
    for pid in pids:
        with suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)
    return len(pids)


def _all() -> list[int]:
    return [int(one.name) for one in Path("/proc").glob("[0-9]*")]


def _read(pid: int, name: str) -> list[bytes]:
    try:
        return Path(f"/proc/{pid}/{name}").read_bytes().split(b"\0")
    except OSError:
        return []


def _children(parent: int) -> list[int]:
    return [pid for pid in _all() if _parent(pid) == parent]


def _parent(pid: int) -> int | None:
    try:
        return int(Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[1])
    except (OSError, ValueError, IndexError):
        return None
