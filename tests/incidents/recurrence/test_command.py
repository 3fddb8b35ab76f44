"""The command: `styrk recurring`."""

import json
import subprocess
import sys

import pytest
from click.testing import CliRunner, Result

from styrk.config.cli import styrk
from tests.incidents.recurrence.test_alike import ALL

HEADINGS = "Dato;Sted;Hva\n"


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "avvik.csv"
    rows = "".join(f"{nth + 1:02}.10.2026;Åsen;{text}\n" for nth, text in enumerate(ALL * 2))
    path.write_bytes((HEADINGS + rows).encode("cp1252"))
    return path


def ask(*arguments) -> Result:
    return CliRunner().invoke(styrk, ["recurring", *map(str, arguments)])


def test_the_answer_as_json_and_nothing_else(file):
    answer = ask(file, "--text", "Hva", "--date", "Dato", "--site", "Sted", "--top", 3, "--json")

    told = json.loads(answer.stdout)
    assert answer.exit_code == 0
    assert sorted(told) == ["groups", "rows", "similar"]
    assert told["rows"] == 2 * len(ALL)
    assert told["similar"][0]["to"][0]["row"] == len(ALL)
    assert all(len(one["to"]) <= 3 for one in told["similar"])
    assert any({0, len(ALL)} <= set(group) for group in told["groups"])


def test_the_answer_in_words(file):
    answer = ask(file, "--text", "Hva", "--date", "Dato", "--site", "Sted")

    assert answer.exit_code == 0
    assert answer.stdout.startswith("18 rader. ")
    assert "4 hendelser, Åsen, 01.10.2026–12.10.2026. Felles ord: " in answer.stdout


def test_the_answer_in_words_without_dates(file):
    answer = ask(file, "--text", "Hva")

    assert "4 som ligner. Felles ord: " in answer.stdout
    assert "øker" not in answer.stdout


def test_days_that_cannot_be_read_are_told_of(file):
    answer = ask(file, "--text", "Hva", "--date", "Sted", "--json")

    assert json.loads(answer.stdout)["rows"] == 18
    assert "18 av 18 rader har ingen dato" in answer.stderr


@pytest.mark.parametrize(
    ("content", "options", "why"),
    [
        (b"", ["--text", "Hva"], "Fila er tom."),
        (HEADINGS.encode(), ["--text", "Tekst"], "Den har «Dato», «Sted», «Hva»."),
        (HEADINGS.encode(), ["--text", "Hva", "--site", "Hvor"], "ikke kolonnen «Hvor»"),
        (HEADINGS.encode(), ["--text", ","], "hvilken kolonne"),
        (None, ["--text", "Hva"], "kan ikke leses"),
    ],
)
def test_what_is_refused(tmp_path, content, options, why):
    path = tmp_path / "fil.csv"
    if content is not None:
        path.write_bytes(content)

    answer = ask(path, *options, "--json")

    assert answer.exit_code == 1
    assert why in answer.stderr
    assert answer.stdout == ""


def test_headings_alone_are_no_rows(tmp_path):
    path = tmp_path / "fil.csv"
    path.write_text(HEADINGS)

    assert json.loads(ask(path, "--text", "Hva", "--json").stdout) == {
        "rows": 0,
        "similar": [],
        "groups": [],
    }
    assert ask(path, "--text", "Hva").stdout.startswith("0 rader.")


@pytest.mark.parametrize(
    "options", [[], ["--text", "Hva", "--top", "0"], ["--text", "Hva", "--lang", "zz"]]
)
def test_wrong_use_is_2(file, options):
    assert ask(file, *options).exit_code == 2


ENGLISH = "Hva\nThe patient fell on the wet floor\nThe patient was falling, floors were wet\nThe bed is lost\n"


@pytest.mark.parametrize("said", [["--language", "en"], ["--lang", "en"], []])
def test_the_language_is_said_or_set(tmp_path, monkeypatch, said):
    """In Norwegian neither «the» says little nor are «floor» and «floors» the same."""
    path = tmp_path / "fil.csv"
    path.write_text(ENGLISH)
    norwegian = json.loads(ask(path, "--text", "Hva", "--json").stdout)["similar"][0]["to"]
    if not said:
        monkeypatch.setenv("STYRK_REPORT_LANGUAGE", "en")
    english = json.loads(ask(path, "--text", "Hva", "--json", *said).stdout)["similar"][0]["to"]

    assert english[0]["row"] == 1
    assert english[0]["score"] != norwegian[0]["score"]


def test_it_needs_neither_django_nor_the_database_nor_what_is_slow_to_load(file):
    script = (
        "import sys; from styrk.config.cli import styrk;"
        f"styrk(['recurring', {str(file)!r}, '--text', 'Hva', '--json'], standalone_mode=False);"
        "sys.exit(', '.join({'django', 'psycopg', 'scipy.stats', 'sklearn'} & set(sys.modules)) or None)"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=False
    )

    assert done.returncode == 0, f"loaded for nothing: {done.stderr}"
    assert json.loads(done.stdout)["rows"] == 18


def test_the_same_answer_in_every_process(file):
    said = {
        subprocess.run(
            [
                sys.executable,
                "-m",
                "styrk.config.cli",
                "recurring",
                file,
                "--text",
                "Hva",
                "--json",
            ],
            env={"PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }

    assert len(said) == 1
