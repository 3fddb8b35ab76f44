"""The command line as people and machines use it: in processes of its own."""

import json
import os
import subprocess
import sys
from datetime import timedelta

import pytest
from click.testing import CliRunner, Result
from procrastinate.contrib.django import app

from styrk.access.models import Account
from styrk.config.cli import styrk
from styrk.config.cli.lazy import COMMANDS
from styrk.core import clock, scope
from styrk.messages.models import Message
from styrk.organisation.models import Person, Unit
from tests import world as worlds

STYRK = (sys.executable, "-m", "styrk.config.cli")


def run(*arguments, given: str | bytes = "", **environment) -> subprocess.CompletedProcess:
    given = given.encode() if isinstance(given, str) else given
    return subprocess.run(
        (*STYRK, *arguments),
        input=given,
        env={**os.environ, **environment},
        capture_output=True,
        timeout=120,
        check=False,
    )


def ask(*arguments) -> Result:
    """The same in this process, which is quicker; for what uses the tests' own database."""
    return CliRunner().invoke(styrk, arguments)


def said(answer: Result) -> dict:
    assert answer.exit_code == 0, answer.output
    return json.loads(answer.stdout)


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_every_command_explains_itself(name):
    answer = CliRunner().invoke(styrk, [name, "--help"])

    assert answer.exit_code == 0, answer.output
    assert "Usage" in answer.output


def test_the_list_names_every_command_and_loads_none():
    script = (
        "import sys; from styrk.config.cli import styrk;"
        "styrk(['--help'], standalone_mode=False);"
        "sys.exit(', '.join({'django', 'psycopg'} & set(sys.modules)) or None)"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=False
    )

    assert done.returncode == 0, f"loaded for nothing: {done.stderr}"
    assert all(name in done.stdout for name in ("demo", "evidence", "guard", "verify-trail"))


def test_the_guard_needs_neither_django_nor_the_database():
    script = (
        "import sys; from styrk.config.cli import styrk;"
        "styrk(['guard', '--json'], standalone_mode=False);"
        "sys.exit(', '.join({'django', 'psycopg'} & set(sys.modules)) or None)"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], input=b"Hei\n", capture_output=True, check=False
    )

    assert done.returncode == 0, f"loaded for nothing: {done.stderr.decode()}"


def test_the_guard_answers_each_line():
    done = run("guard", "--json", given="Ringte 99887766\n\nÆrlig talt, pasienten er på 12-3.\n")

    lines = [json.loads(line) for line in done.stdout.decode().splitlines()]
    assert done.returncode == 0
    assert [line["line"] for line in lines] == [1, 2, 3]
    assert lines[0]["findings"][0] == {"kind": "phone", "start": 7, "end": 15, "blocks": True}
    assert lines[1]["findings"] == []


def test_the_guard_counts_in_code_points_whatever_the_locale():
    done = run("guard", "--json", given="Åse 😀 99887766", LC_ALL="C", PYTHONUTF8="0")

    assert json.loads(done.stdout)["findings"][-1]["start"] == 6


def test_the_guard_refuses_what_is_not_text():
    done = run("guard", "--json", given=b"\xff\xfe\n")

    assert done.returncode == 1
    assert done.stdout == b""
    assert b"UTF-8" in done.stderr


@pytest.mark.parametrize(
    "wrong", [["guard", "--nope"], ["nope"], ["demo", "--size", "huge"], ["import"]]
)
def test_wrong_use_is_2(wrong):
    assert run(*wrong).returncode == 2


def checks() -> dict[str, dict]:
    return {one["name"]: one for one in said(ask("doctor", "--json"))["checks"]}


def test_doctor_tells_what_to_do(transactional_db):
    found = checks()

    assert found["role"]["state"] == "ok"
    assert found["migrations"]["state"] == "ok"
    assert found["search"]["state"] == "ok"
    assert found["clock"]["state"] == "ok"
    assert found["worker"]["state"] == "warn"
    assert "styrk worker" in found["worker"]["advice"]
    assert all(one["advice"] for one in found.values() if one["state"] != "ok")


def test_doctor_says_the_same_in_words(transactional_db):
    answer = ask("doctor")

    assert answer.exit_code == 0
    assert "warn  worker" in answer.stdout


def test_doctor_minds_the_demo_where_real_data_is(transactional_db, settings):
    Unit.objects.create(code="e", name="Ekte sykehus", valid_from=worlds.SINCE)
    settings.DEMO = True

    found = checks()

    assert found["demo"]["state"] == "fail"
    assert "STYRK_DEMO" in found["demo"]["advice"]


def test_doctor_minds_jobs_that_wait(transactional_db):
    app.configure_task("nobody.does", schedule_at=clock.now() - timedelta(hours=1)).defer()

    found = checks()

    assert found["queue"]["state"] == "warn"


def test_doctor_minds_a_mail_server_that_does_not_answer(transactional_db, settings):
    options = {"host": "127.0.0.1", "port": 9}
    settings.MAIL_HOST = "127.0.0.1"
    settings.MAILERS = {"default": {**settings.MAILERS["default"], "OPTIONS": options}}

    assert checks()["mail"]["state"] == "fail"


@pytest.mark.parametrize("waits", [True, False])
def test_doctor_minds_letters_that_wait_or_were_given_up(transactional_db, waits):
    at = clock.now() - timedelta(hours=2)
    with scope.acting(scope.SYSTEM):
        told = {"subject": "Ny beskjed", "text": "Noe", "path": "/", "created_at": at}
        Message.objects.create(
            recipient=Person.objects.create(name="Nora"),
            key="x",
            email_error="550 5.1.1 No such user",
            email_due_at=at if waits else None,
            **told,
        )

    found = checks()["letters"]

    assert found["state"] == "warn"
    assert found["text"].startswith("1 e-poster har" if waits else "0 e-poster har")


def test_doctor_minds_an_owner_who_serves(transactional_db):
    """The operator gave the owner's name to the web: every policy would be passed by."""
    done = run("doctor", "--json", STYRK_DB_ROLE="owner")

    found = {one["name"]: one for one in json.loads(done.stdout)["checks"]}
    assert found["role"]["state"] == "fail"


@pytest.fixture
def lost(monkeypatch) -> None:
    monkeypatch.setenv("DATABASE_URL", "postgresql://nobody@127.0.0.1:9/nothing")


def test_doctor_answers_also_without_a_database(lost):
    assert checks()["database"]["state"] == "fail"


@pytest.mark.parametrize(
    "command", [["evidence", "--json"], ["verify-trail", "--json"], ["migrate"]]
)
def test_a_lost_database_is_said_plainly(lost, command):
    answer = ask(*command)

    assert answer.exit_code == 1
    assert "Får ikke kontakt med databasen" in answer.stderr
    assert answer.stdout == ""


def test_migrate_has_nothing_to_do(transactional_db):
    assert said(ask("migrate", "--json")) == {"done": []}
    assert said(ask("migrate", "--check", "--json")) == {"pending": []}


def test_the_trail_is_verified(transactional_db, now):
    worlds.build(now)

    verdict = said(ask("verify-trail", "--json"))

    assert verdict["intact"] is True
    assert verdict["findings"] == []


def test_import_refuses_the_whole_and_says_where(transactional_db, tmp_path):
    file = tmp_path / "units.csv"
    file.write_text("code;name;parent_code;valid_from\na;;zz;2020-01-01\n")

    answer = ask("import", "organisation", str(file), "--json")

    told = json.loads(answer.stdout)
    assert answer.exit_code == 1
    assert told["applied"] is False
    assert told["errors"]


def test_a_file_that_is_not_there_is_refused(transactional_db, tmp_path):
    answer = ask("import", "organisation", str(tmp_path / "nothing.csv"))

    assert answer.exit_code == 1
    assert isinstance(answer.exception, SystemExit)


def test_evidence_has_every_letter_also_without_units(transactional_db):
    answer = said(ask("evidence", "--json"))

    assert answer["unit"] is None
    assert len(answer["letters"]) >= 21
    assert {one["status"] for one in answer["letters"]} == {"unknown"}


def test_evidence_says_which_of_several_topmost_units_it_took(transactional_db, now):
    worlds.build(now)

    answer = ask("evidence", "--json")
    assert json.loads(answer.stdout)["unit"] == "k"
    assert "Svaret gjelder k. Øverst er også r: velg med --unit." in answer.stderr
    assert ask("evidence", "--unit", "r", "--json").stderr == ""


def test_evidence_of_a_unit_that_is_not_there_is_refused(transactional_db):
    answer = ask("evidence", "--unit", "finnes-ikke", "--json")

    assert answer.exit_code == 1
    assert answer.stdout == ""


WORDS = "hest batteri stift bok"


def account(*arguments, given: str = WORDS) -> Result:
    return CliRunner().invoke(styrk, ["account", *arguments], input=f"{given}\n")


@pytest.fixture
def newcomer(transactional_db):
    return Person.objects.create(name="Tove Ny", employee_number="700")


def test_an_account_is_opened_closed_and_given_a_password(newcomer):
    opened = said(account("open", "700", "tove", "--json"))
    stored = Account.objects.get()
    assert opened["username"] == "tove"
    assert opened["start_until"]
    assert stored.password.startswith("argon2")
    assert stored.check_password(WORDS)

    assert said(account("close", "TOVE", "--json"))["active"] is False
    again = said(account("password", "tove", "--own", "--json", given="fire trege elger danser"))
    stored.refresh_from_db()
    assert (again["active"], again["start_until"]) == (True, None)
    assert stored.check_password("fire trege elger danser")


def test_an_account_that_is_closed_is_opened_again(newcomer):
    account("open", "700", "tove")
    account("close", "tove")

    answer = account("open", "700", "tove", given="fire trege elger danser")

    assert answer.exit_code == 0
    assert "Tove Ny (tove): Kontoen er åpen." in answer.stdout
    assert Account.objects.get().check_password("fire trege elger danser")


@pytest.mark.parametrize(
    ("arguments", "given", "why"),
    [
        (["open", "701", "tove"], WORDS, "Ingen person har ansattnummeret 701."),
        (["open", "700", "tove"], "kort", "for kort"),
        (["open", "700", "tove"], "", "for kort"),
        (["open", "700", " "], WORDS, "mellom 1 og 150 tegn"),
        (["password", "ingen"], WORDS, "Ingen konto har brukernavnet ingen."),
        (["close", "ingen"], WORDS, "Ingen konto har brukernavnet ingen."),
    ],
)
def test_what_an_account_cannot_be(newcomer, arguments, given, why):
    answer = account(*arguments, given=given)

    assert answer.exit_code == 1
    assert why in answer.stderr
    assert answer.stdout == ""
    assert not Account.objects.exists()


def test_a_second_account_is_refused(newcomer):
    account("open", "700", "tove")

    answer = account("open", "700", "tove2")

    assert answer.exit_code == 1
    assert "har en konto fra før" in answer.stderr


def test_a_password_is_never_an_argument(newcomer):
    assert account("open", "700", "tove", WORDS).exit_code == 2
