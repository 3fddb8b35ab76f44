"""The tree of programs, with small programs of its own: they come up, come back, and end with us."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from styrk.config.supervisor import free_port, is_free

SUPERVISE = """
import logging, sys
from pathlib import Path
from styrk.config.supervisor import Program, supervise
logging.basicConfig(format="%(message)s")
place = Path(sys.argv[1])
argv = (sys.executable, "-c", sys.argv[2])
programs = [Program("first", (*argv, str(place / "first"))),
            Program("second", (*argv, str(place / "second"))),
            Program("last", (*argv, str(place / "last")), waits=True)]
ready = lambda: all((place / name).exists() for name in ("first", "second"))
sys.exit(supervise(programs, ready=ready, when_ready=lambda: print("ready", flush=True)))
"""
# Writes its number down, starts a child of its own, and follows the one who started it.
PROGRAM = """
import os, subprocess, sys, time
from pathlib import Path
from styrk.config.supervisor import lifeline
lifeline.follow()
os.environ[lifeline.PARENT] = str(os.getpid())
inner = "import time; from styrk.config.supervisor import lifeline; lifeline.follow(at_once=True); time.sleep(60)"
child = subprocess.Popen([sys.executable, "-c", inner])
part = Path(sys.argv[1] + ".new")
part.write_text(f"{os.getpid()} {child.pid}")
part.rename(sys.argv[1])
time.sleep(60)
"""
STUBBORN = "import signal; signal.signal(signal.SIGTERM, signal.SIG_IGN)\n" + PROGRAM
FALLING = "import sys; sys.exit(7)"


class Tree:
    """A supervisor in a process of its own, and the programs it has started."""

    def __init__(self, place: Path, program: str) -> None:
        self.place = place
        with (place / "log").open("w") as log:
            self.process = subprocess.Popen(
                [sys.executable, "-c", SUPERVISE, str(place), program],
                stdout=subprocess.PIPE,
                stderr=log,
                text=True,
                start_new_session=True,
            )

    def wait_ready(self) -> "Tree":
        assert self.process.stdout.readline() == "ready\n", self.log()
        return self

    def log(self) -> str:
        return (self.place / "log").read_text()

    def numbers(self, name: str) -> list[int]:
        """The program's process, and the one that it started."""
        return [int(one) for one in (self.place / name).read_text().split()]

    def all_numbers(self) -> list[int]:
        return [*self.numbers("first"), *self.numbers("second")]


@pytest.fixture
def tree(tmp_path):
    started = []

    def start(program: str = PROGRAM) -> Tree:
        started.append(Tree(tmp_path, program))
        return started[-1]

    yield start
    for one in started:
        one.process.kill()
        one.process.wait()
        one.process.stdout.close()


def lives(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0] not in "ZX"
    except OSError:
        return False


def comes(true: Callable[[], bool], within: float) -> bool:
    deadline = time.monotonic() + within
    while not true():
        if time.monotonic() > deadline:
            return False
        time.sleep(0.02)
    return True


def test_both_run_and_end_when_asked(tree):
    running = tree().wait_ready()
    numbers = running.all_numbers()
    assert all(map(lives, numbers))

    running.process.send_signal(signal.SIGTERM)

    assert running.process.wait(timeout=10) == 0
    assert not any(map(lives, numbers))


def test_ctrl_c_ends_them_too(tree):
    running = tree().wait_ready()
    numbers = running.all_numbers()

    os.killpg(running.process.pid, signal.SIGINT)

    assert running.process.wait(timeout=10) == 0
    assert not any(map(lives, numbers))


def test_one_that_will_not_end_is_ended_the_second_time(tree):
    running = tree(STUBBORN).wait_ready()
    numbers = running.all_numbers()
    running.process.send_signal(signal.SIGTERM)
    time.sleep(0.3)
    assert running.process.poll() is None

    running.process.send_signal(signal.SIGTERM)

    assert running.process.wait(timeout=5) == 0
    assert not any(map(lives, numbers))


def test_a_killed_supervisor_leaves_nothing(tree):
    running = tree().wait_ready()
    numbers = running.all_numbers()

    running.process.kill()

    assert comes(lambda: not any(map(lives, numbers)), within=8), numbers


def test_a_stubborn_program_ends_too_when_the_supervisor_is_killed(tree):
    running = tree(STUBBORN).wait_ready()
    numbers = running.all_numbers()

    running.process.kill()

    assert comes(lambda: not any(map(lives, numbers)), within=10), numbers


def test_a_killed_program_comes_back_and_leaves_no_child(tree):
    running = tree().wait_ready()
    first, child = running.numbers("first")
    second = running.numbers("second")

    os.kill(first, signal.SIGKILL)

    assert comes(lambda: running.numbers("first")[0] != first, within=10), running.log()
    assert not lives(child)
    assert running.numbers("second") == second
    assert "First stoppet (signal 9)" in running.log()


def test_programs_that_only_fall_are_given_up(tree):
    running = tree(FALLING)

    assert running.process.wait(timeout=30) == 1
    assert "kode 7" in running.log()
    assert "kommer ikke i gang" in running.log()


def test_one_that_waits_starts_when_the_others_are_ready(tree):
    running = tree()
    assert not (running.place / "last").exists()

    running.wait_ready()

    assert comes(lambda: (running.place / "last").exists(), within=10)
    last = (running.place / "last").stat().st_ctime_ns
    assert last > (running.place / "second").stat().st_ctime_ns


def test_a_taken_port_is_seen_and_the_next_is_found():
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]

        assert not is_free("127.0.0.1", port)
        assert free_port("127.0.0.1", port) > port
    assert is_free("127.0.0.1", port)
