"""`python -m styrk.core.postgres` for trying it alone."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import psycopg

from tests.core.postgres.conftest import as_from_a_shell, is_up


def test_prints_urls_and_waits_for_ctrl_c(place: Path) -> None:
    command = [sys.executable, "-m", "styrk.core.postgres", "--data", str(place)]
    with subprocess.Popen(
        command,
        stdout=subprocess.PIPE,
        text=True,
        start_new_session=True,
        preexec_fn=as_from_a_shell,
    ) as process:
        app_url, owner_url, superuser_url, last = [
            process.stdout.readline().strip() for _ in "1234"
        ]
        with psycopg.connect(app_url) as connection:
            user = connection.execute("SELECT current_user").fetchone()
        os.killpg(process.pid, signal.SIGINT)
        try:
            ended = process.wait(timeout=20)
        finally:
            process.kill()

    assert (user, ended) == (("styrk_app",), 0)
    assert "styrk_owner" in owner_url
    assert "postgres@" in superuser_url
    assert "Ctrl-C" in last

    assert not is_up(place)


def test_says_what_is_wrong_in_one_sentence(empty: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "styrk.core.postgres", "--data", str(empty)],
        env={**os.environ, "PG_BINDIR": "/nonexistent"},
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 1
    assert "PG_BINDIR" in done.stderr
    assert "Traceback" not in done.stderr
