"""Several processes hold one server; the last one out stops it, however the others ended."""

import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import psycopg
import pytest

from styrk.core.postgres import running
from styrk.core.postgres.process import postmaster
from styrk.core.postgres.server import wait_until
from tests.core.postgres.conftest import StartHolder, as_from_a_shell, is_up

INTERRUPTED = """
import sys, time
from pathlib import Path
import psycopg
from styrk.core.postgres import running
with running(Path(sys.argv[1]), durable=False) as database:
    try:
        print("ready", flush=True)
        time.sleep(30)
    except KeyboardInterrupt:
        with psycopg.connect(database.app_url) as connection:
            print(connection.execute("SELECT 'still here'").fetchone()[0], flush=True)
"""

FORKED = """
import os, sys
from pathlib import Path
from styrk.core.postgres import running
with running(Path(sys.argv[1]), durable=False) as database:
    child = os.fork()
    if child:
        os.waitpid(child, 0)
        print("ready", flush=True)
        sys.stdin.read()
"""


def test_last_one_out_stops_it(place: Path, hold: StartHolder) -> None:
    with running(place, durable=False):
        other = hold(place).wait_ready()
    assert is_up(place)

    assert other.leave() == 0
    assert not is_up(place)


def test_first_one_out_does_not(place: Path, hold: StartHolder) -> None:
    with running(place, durable=False):
        assert hold(place).wait_ready().leave() == 0
        assert is_up(place)


def test_several_at_once_on_a_fresh_place_share_one_server(empty: Path, hold: StartHolder) -> None:
    holders = [hold(empty) for _ in range(4)]
    for holder in holders:
        holder.wait_ready()
    starts = (empty / "pg.log").read_text().count("starting PostgreSQL")

    assert starts == 1
    assert [holder.leave() for holder in holders] == [0] * 4
    assert not is_up(empty)


def test_killed_holder_leaves_the_stopping_to_the_next(place: Path, hold: StartHolder) -> None:
    hold(place).wait_ready().end(signal.SIGKILL)
    assert is_up(place)

    with running(place, durable=False):
        pass

    assert not is_up(place)


def test_killed_holder_does_not_count(place: Path, hold: StartHolder) -> None:
    with running(place, durable=False):
        hold(place).wait_ready().end(signal.SIGKILL)
        assert is_up(place)

    assert not is_up(place)


@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGHUP])
def test_signal_ends_cleanly(place: Path, hold: StartHolder, how: signal.Signals) -> None:
    code = hold(place).wait_ready().end(how)

    assert code == 128 + how
    assert not is_up(place)
    assert "database system is shut down" in (place / "pg.log").read_text()


def test_signal_while_the_cluster_is_made_ends_cleanly(empty: Path, hold: StartHolder) -> None:
    holder = hold(empty)
    assert wait_until(lambda: any(empty.glob("pg.new-*/*")), 10)

    assert holder.end(signal.SIGTERM) == 128 + signal.SIGTERM
    assert not list(empty.glob("pg*/*"))
    commands = [path.read_bytes() for path in Path("/proc").glob("[0-9]*/cmdline")]
    assert not [command for command in commands if bytes(empty) in command]


def test_signal_while_the_server_starts_ends_cleanly(place: Path, hold: StartHolder) -> None:
    holder = hold(place)
    assert wait_until(lambda: (place / "pg.log").exists(), 10)

    assert holder.end(signal.SIGTERM) == 128 + signal.SIGTERM
    time.sleep(0.2)
    assert not is_up(place)


def test_ctrl_c_leaves_the_server_until_the_app_is_done(place: Path, hold: StartHolder) -> None:
    holder = hold(place, INTERRUPTED).wait_ready()

    os.killpg(holder.process.pid, signal.SIGINT)

    assert holder.line() == "still here"
    assert holder.process.wait(timeout=20) == 0
    assert not is_up(place)


def test_forked_child_does_not_stop_its_parents_server(place: Path, hold: StartHolder) -> None:
    holder = hold(place, FORKED).wait_ready()
    assert is_up(place)

    holder.leave()
    assert not is_up(place)


def test_killed_while_the_cluster_is_made_is_redone(empty: Path, hold: StartHolder) -> None:
    holder = hold(empty)
    assert wait_until(lambda: any(empty.glob("pg.new-*/*")), 10)
    holder.end(signal.SIGKILL)
    assert not (empty / "pg").exists()

    with running(empty, durable=False) as database, psycopg.connect(database.app_url) as app:
        assert app.execute("SELECT 1").fetchone() == (1,)


def test_killed_while_the_server_starts_is_taken_over(place: Path, hold: StartHolder) -> None:
    holder = hold(place)
    assert wait_until(lambda: (place / "pg.log").exists(), 10)
    holder.end(signal.SIGKILL)

    with running(place, durable=False) as database, psycopg.connect(database.app_url) as app:
        assert app.execute("SELECT 1").fetchone() == (1,)

    assert not is_up(place)


def test_holder_of_a_removed_place_leaves_the_new_server_alone(
    place: Path, ready_made: Path, hold: StartHolder
) -> None:
    old = hold(place).wait_ready()
    old_server = postmaster(place / "pg")
    shutil.move(place / "pg", place / "moved")
    for name in ("pg.holders", "pg.mutex", "pg.log"):
        (place / name).unlink()
    with running(place, durable=False):
        new_server = postmaster(place / "pg")

        old.leave()

        assert postmaster(place / "pg") == new_server
    os.kill(old_server, signal.SIGQUIT)
    time.sleep(0.2)


# The moment is the program's own: told by the interpreter, so that a busy machine is not needed.
SIGNALLED = """
import signal, sys
from pathlib import Path
from styrk.core.postgres import running
told = []
def within(frame, name):
    return frame is not None and (frame.f_code.co_name == name or within(frame.f_back, name))
def watch(frame, event, argument):
    begun = getattr(argument, "__name__", "") == "fork_exec"
    moments = {
        "begun": event == "c_return" and begun and within(frame, "_launch"),
        "leaves": event == "call" and frame.f_code.co_name == "_let_go",
        "stops": event == "call" and frame.f_code.co_name == "stop",
        "ends": event == "call" and frame.f_code.co_name == "_end",
    }
    if moments[sys.argv[2]]:
        sys.setprofile(None)
        for name in sys.argv[3:]:
            told.append(name)
            signal.raise_signal(signal.Signals[name])
sys.setprofile(watch)
try:
    with running(Path(sys.argv[1]), durable=False):
        pass
finally:
    assert told == sys.argv[3:], told
"""


@pytest.mark.parametrize(
    ("moment", "said", "code"),
    [
        ("begun", ["SIGTERM"], 128 + signal.SIGTERM),
        ("begun", ["SIGTERM", "SIGHUP"], 128 + signal.SIGTERM),
        ("begun", ["SIGINT"], -signal.SIGINT),
        ("leaves", ["SIGTERM"], 128 + signal.SIGTERM),
        ("stops", ["SIGTERM"], 128 + signal.SIGTERM),
        ("ends", ["SIGINT", "SIGTERM"], 128 + signal.SIGTERM),
    ],
)
def test_signal_between_two_lines_leaves_no_server(
    place: Path, moment: str, said: list[str], code: int
) -> None:
    argv = [sys.executable, "-c", SIGNALLED, str(place), moment, *said]
    ended = subprocess.run(
        argv, preexec_fn=as_from_a_shell, capture_output=True, text=True, check=False
    )

    assert (ended.returncode, is_up(place)) == (code, False), ended.stderr
