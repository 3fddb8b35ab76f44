"""A server that was killed makes way for the next, at once and with its data."""

import ctypes
import os
import shutil
import signal
import time
from pathlib import Path

import psycopg
import pytest

from styrk.core.postgres import running
from styrk.core.postgres.binaries import binaries_for
from styrk.core.postgres.places import site_at
from styrk.core.postgres.process import postmaster, processes
from styrk.core.postgres.server import _start, accepts, wait_until
from tests.core.postgres.conftest import StartHolder, is_up

BUSY = "SELECT count(*) FROM generate_series(1, 2000000000)"
PR_SET_CHILD_SUBREAPER = 36


def kill_server(place: Path) -> int:
    pid = postmaster(place / "pg")
    os.kill(pid, signal.SIGKILL)
    return pid


def test_killed_server_recovers_at_once_with_its_data(place: Path) -> None:
    with running(place) as database, psycopg.connect(database.owner_url) as owner:
        owner.execute("CREATE TABLE kept AS SELECT generate_series(1, 10000) AS n")
        owner.commit()
        killed = kill_server(place)
        start = time.monotonic()

        with running(place) as again, psycopg.connect(again.app_url) as app:
            assert app.execute("SELECT count(*) FROM kept").fetchone() == (10000,)
            assert postmaster(place / "pg") != killed
            assert time.monotonic() - start < 5

    assert not is_up(place)


def test_orphaned_backend_at_work_is_ended_first(place: Path) -> None:
    with running(place, durable=False) as database:
        busy = psycopg.connect(database.app_url)
        busy.pgconn.send_query(BUSY.encode())
        time.sleep(0.2)
        killed = kill_server(place)
        orphans = [pid for pid in processes(place / "pg") if pid != killed]
        assert orphans

        with running(place, durable=False) as again, psycopg.connect(again.app_url) as app:
            assert app.execute("SELECT 1").fetchone() == (1,)
            assert not set(orphans) & set(processes(place / "pg"))
        busy.close()


@pytest.mark.skipif(not Path("/proc").exists(), reason="Linux only: becomes the server's parent")
def test_zombie_is_dead(place: Path) -> None:
    """In a container the first process may be us, and never collects the server it inherits."""
    ctypes.CDLL(None).prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)
    try:
        with running(place, durable=False):
            killed = kill_server(place)
            state = Path(f"/proc/{killed}/stat")
            assert wait_until(lambda: state.read_text().rsplit(")", 1)[1].split()[0] == "Z", 5)

            with running(place, durable=False) as again, psycopg.connect(again.app_url) as app:
                assert app.execute("SELECT 1").fetchone() == (1,)
                assert state.exists(), "the zombie must still be there for this to show anything"
            stopping = time.monotonic()
        assert time.monotonic() - stopping < 10
    finally:
        ctypes.CDLL(None).prctl(PR_SET_CHILD_SUBREAPER, 0, 0, 0, 0)
        collect_children()


def collect_children() -> None:
    try:
        while os.waitpid(-1, os.WNOHANG)[0]:
            pass
    except ChildProcessError:
        pass


def test_server_that_came_meanwhile_is_left_alone(place: Path) -> None:
    """A killed process's pg_ctl may still be starting one when the next process looks."""
    with running(place, durable=False):
        pid = postmaster(place / "pg")
        site = site_at(place)

        _start(site, binaries_for(site), durable=False, patient=True)

        assert postmaster(place / "pg") == pid
        assert accepts(site)


def test_process_number_used_again_is_not_the_server(place: Path, hold: StartHolder) -> None:
    """After a restart of the machine the number in the file may be anybody's."""
    other = hold(place, "print('ready', flush=True); import sys; sys.stdin.read()").wait_ready()
    note = place / "pg" / "postmaster.pid"
    note.write_text(f"{other.process.pid}\n{place / 'pg'}\n1\n5432\n{place / 'pg'}\n\n  1 1\n")
    os.chown(note, *((place / "pg").stat().st_uid, -1))
    (place / "pg" / ".s.PGSQL.5432.lock").write_text(f"{other.process.pid}\n")

    with running(place, durable=False) as database, psycopg.connect(database.app_url) as app:
        assert app.execute("SELECT 1").fetchone() == (1,)

    assert other.process.poll() is None


@pytest.mark.skipif(
    os.geteuid() != 0 or not shutil.which("setpriv"), reason="needs root and setpriv"
)
def test_root_without_sight_of_others_processes_stops_its_server(
    place: Path, hold: StartHolder
) -> None:
    """A container's root may not see another user's working directory."""
    blind = ("setpriv", "--bounding-set=-sys_ptrace", "--inh-caps=-sys_ptrace")
    holder = hold(place, before=blind).wait_ready()
    server = postmaster(place / "pg")

    hold(place, before=blind).wait_ready().leave()

    assert postmaster(place / "pg") == server
    holder.leave()
    assert not is_up(place)
