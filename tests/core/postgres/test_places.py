"""Where the data directory and the socket lie."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import psycopg
import pytest

from styrk.core import postgres
from styrk.core.postgres import PostgresError, default_data_dir, running
from styrk.core.postgres.places import site_at


def default_dir_of(checkout: Path, **environment: str) -> Path:
    """What the launcher in this checkout says, with a copy of it inside."""
    package = checkout / "src" / "styrk" / "core" / "postgres"
    if not package.exists():
        shutil.copytree(Path(postgres.__file__).parent, package)
        (checkout / "pyproject.toml").touch()
        (checkout / "src" / "styrk" / "__init__.py").touch()
        (checkout / "src" / "styrk" / "core" / "__init__.py").touch()
    paths = [str(checkout / "src"), *filter(None, [os.environ.get("PYTHONPATH")])]
    program = "from styrk.core.postgres import default_data_dir as d; print(d())"
    told = subprocess.run(
        [sys.executable, "-c", program],
        env={**os.environ, "PYTHONPATH": os.pathsep.join(paths), **environment},
        capture_output=True,
        text=True,
        check=True,
    )
    return Path(told.stdout.strip())


def test_two_checkouts_have_two_places(tmp_path: Path) -> None:
    one, other = default_dir_of(tmp_path / "a"), default_dir_of(tmp_path / "b")

    assert one != other
    assert one.parent.name == "styrk"


def test_default_place_follows_the_user(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", "/xdg")
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    assert default_data_dir().parent == Path("/xdg/styrk")

    monkeypatch.setattr(os, "geteuid", lambda: 0)
    assert default_data_dir().parent == Path("/var/lib/styrk")

    monkeypatch.setenv("STYRK_DATA", "/srv/styrk")
    assert default_data_dir() == Path("/srv/styrk")


def test_long_path_gets_a_short_private_socket_directory(place: Path) -> None:
    long = place / ("langt-" * 20)
    long.mkdir(mode=0o711)
    (place / "pg").rename(long / "pg")

    with running(long, durable=False) as database:
        socket_dir = site_at(long).socket_dir()
        with psycopg.connect(database.app_url) as connection:
            assert connection.execute("SELECT 1").fetchone() == (1,)
        assert len(str(socket_dir)) < 60
        assert socket_dir.stat().st_mode & 0o777 == 0o700
        assert (socket_dir / ".s.PGSQL.5432").is_socket()

    with running(long, durable=False):
        pass
    socket_dir.rmdir()
    (long / "pg").rename(place / "pg")


def test_socket_directory_made_by_somebody_else_is_refused(place: Path) -> None:
    long = place / ("langt-" * 20)
    long.mkdir(mode=0o711)
    (place / "pg").rename(long / "pg")
    trap = site_at(long).socket_dir()
    trap.symlink_to(place)

    try:
        with pytest.raises(PostgresError, match="laget av noen andre"), running(long):
            pass
    finally:
        trap.unlink()


def test_running_server_is_found_where_it_listens(place: Path, monkeypatch) -> None:
    """Another holder's environment may name another runtime directory."""
    long = place / ("langt-" * 20)
    long.mkdir(mode=0o711)
    (place / "pg").rename(long / "pg")

    with running(long, durable=False) as first:
        listens = site_at(long).socket_dir()
        monkeypatch.setattr(
            "styrk.core.postgres.places._short_base", lambda _: Path("/nonexistent")
        )
        with running(long, durable=False) as second:
            assert first == second
    listens.rmdir()


def test_a_server_that_has_not_said_yet_where_it_listens_is_found_where_it_will(
    place: Path,
) -> None:
    """While it starts, the line of its note for that is empty."""
    with running(place, durable=False):
        listens, note = site_at(place).socket_dir(), place / "pg" / "postmaster.pid"
        lines = note.read_text().splitlines()
        assert lines[4] == str(listens)
        note.write_text("\n".join([*lines[:4], "", *lines[5:]]) + "\n")
        assert site_at(place).socket_dir() == listens
        note.write_text("\n".join(lines) + "\n")
