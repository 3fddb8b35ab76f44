"""`styrk serve` whole: web, background work and an embedded database of its own, killed in turn."""

import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.error import URLError

import pytest

from styrk.config.supervisor import free_port
from styrk.core.postgres.process import postmaster, processes

pytestmark = [pytest.mark.faults, pytest.mark.xdist_group("serve")]
STYRK = (sys.executable, "-m", "styrk.config.cli")
PATIENCE = 90.0


class Served:
    """A running `styrk serve` in a directory of its own."""

    def __init__(self, data: Path) -> None:
        self.data = data
        self.port = free_port("127.0.0.1", 8300 + os.getpid() % 500)
        self.environment = {**os.environ, "STYRK_DATA": str(data), "STYRK_DATABASE": "styrk"}
        del self.environment["STYRK_SECRET_KEY"]
        argv = (*STYRK, "serve", "--port", str(self.port), "--workers", "1", "--json")
        with (data.parent / "log").open("w") as log:
            self.process = subprocess.Popen(
                argv, env=self.environment, stdout=subprocess.PIPE, stderr=log, text=True
            )
        self.told = self.process.stdout.readline()  # when it is ready, or has given up
        assert self.told, (self.data.parent / "log").read_text()

    def answers(self) -> bool:
        try:
            with urllib.request.urlopen(
                f"http://127.0.0.1:{self.port}/helse/", timeout=5
            ) as answer:
                return answer.status == 200
        except (URLError, OSError):
            return False

    def programs(self, module: str) -> list[int]:
        """Our processes that run this module, by what the system says of their command lines."""
        found = []
        for line in Path("/proc").glob("[0-9]*/cmdline"):
            try:
                argv = line.read_bytes().split(b"\0")
                around = (line.parent / "environ").read_bytes()
            except OSError:
                continue
            if module.encode() in argv and f"STYRK_DATA={self.data}".encode() in around.split(
                b"\0"
            ):
                found.append(int(line.parent.name))
        return found

    def cluster(self) -> Path:
        return self.data / "pg"


def comes(true: Callable[[], bool], within: float = PATIENCE) -> bool:
    deadline = time.monotonic() + within
    while not true():
        if time.monotonic() > deadline:
            return False
        time.sleep(0.1)
    return True


@pytest.fixture(scope="module")
def served() -> Iterator[Served]:
    place = Path(tempfile.mkdtemp(prefix="styrk-serve-", dir="/tmp"))
    place.chmod(0o755)
    server = Served(place / "data")
    yield server
    if server.process.poll() is None:
        server.process.terminate()
        server.process.wait(timeout=30)
    server.process.stdout.close()
    shutil.rmtree(place)


def test_it_migrates_makes_its_key_and_answers(served):
    assert json.loads(served.told) == {"address": f"http://127.0.0.1:{served.port}"}

    assert served.answers()
    key = served.data / "secret_key"
    assert key.stat().st_mode & 0o777 == 0o600


def test_a_second_one_is_told_where_the_first_is(served):
    done = subprocess.run(
        (*STYRK, "serve"), env=served.environment, capture_output=True, text=True, check=False
    )

    assert done.returncode == 1
    assert f"http://127.0.0.1:{served.port}" in done.stderr


def test_a_taken_port_is_said_and_another_offered(served, tmp_path):
    done = subprocess.run(
        (*STYRK, "serve", "--port", str(served.port)),
        env={**served.environment, "STYRK_DATA": str(served.data.parent / "second")},
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 1
    assert f"Port {served.port} er opptatt" in done.stderr
    assert "er ledig" in done.stderr


def test_a_killed_web_server_comes_back(served):
    (web,) = served.programs("styrk.config.web")

    os.kill(web, signal.SIGKILL)

    assert comes(lambda: served.programs("styrk.config.web") not in ([], [web]))
    assert comes(served.answers)


def test_a_killed_database_comes_back(served):
    before = postmaster(served.cluster())

    os.kill(before, signal.SIGKILL)

    assert comes(lambda: postmaster(served.cluster()) not in (None, before))
    assert comes(served.answers)


def test_a_killed_worker_comes_back(served):
    assert comes(lambda: len(served.programs("worker")) == 1)
    (worker,) = served.programs("worker")

    os.kill(worker, signal.SIGKILL)

    assert comes(lambda: served.programs("worker") not in ([], [worker]))


def test_a_killed_supervisor_leaves_neither_web_nor_database(served):
    served.process.kill()
    served.process.wait()

    assert comes(lambda: not served.answers(), within=8)
    assert comes(lambda: not served.programs("styrk.config.web"), within=8)
    assert comes(lambda: not served.programs("worker"), within=8)
    assert comes(lambda: postmaster(served.cluster()) is None, within=8)
    assert not processes(served.cluster())
