"""Events as JSON: what is answered, and what is refused."""

import json
import subprocess
import sys

import pytest
from click.testing import CliRunner

from styrk.config.cli import styrk
from styrk.incidents.notices import answers as module
from styrk.incidents.notices.answers import Refused, answers

EVENT = {"id": "1", "occurred_at": "2026-09-01T12:00:00+02:00", "organisation": "hf"}


def answer(**changed):
    return answers({"events": [EVENT | changed]})["events"][0]


def test_an_answer_has_the_agreed_form():
    told = answer(facts={"personal_data_breach": "risk"})

    assert told == {
        "id": "1",
        "notices": [
            {
                "rule": "V06",
                "recipients": ["datatilsynet"],
                "copies": [],
                "deadline": "2026-09-04T12:00:00+02:00",
                "clock": told["notices"][0]["clock"],
                "basis": "personvernforordningen artikkel 33",
                "bound": "organisation",
                "valid_from": "2018-07-20",
                "verified": True,
            }
        ],
    }


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"facts": {"harm": "severe"}}, "ukjente fakta: harm"),
        ({"facts": {"harm_actual": "huge"}}, "harm_actual må være én av"),
        ({"facts": {"harm_actual": True}}, "harm_actual må være én av"),
        ({"facts": {"harm_actual": ["severe"]}}, "harm_actual må være én av"),
        ({"facts": {"blood": "yes"}}, "blood må være true eller false"),
        ({"facts": {"blood": 1}}, "blood må være true eller false"),
        ({"facts": {"harm_to": "patient"}}, "harm_to må være en liste av"),
        ({"facts": {"harm_to": [{}]}}, "harm_to må være en liste av"),
        ({"facts": []}, "facts må være et objekt"),
        ({"occurred_at": "2026-02-30T12:00:00Z"}, "occurred_at er ikke en dato"),
        ({"occurred_at": "i går"}, "occurred_at er ikke en dato"),
        ({"occurred_at": 1}, "occurred_at mangler"),
        ({"occurred_at": None}, "occurred_at mangler"),
        ({"occurred_at": "9999-12-31T23:59:59-12:00"}, "utenfor årene"),
        ({"occurred_at": "0001-01-01T00:00:00+12:00"}, "utenfor årene"),
        ({"known_at": "2026-08-31T12:00:00+02:00"}, "known_at er før occurred_at"),
        ({"organisation": "aksjeselskap"}, "organisation må være én av"),
        ({"organisation": None}, "organisation må være én av"),
        ({"organisation": ["hf"]}, "organisation må være én av"),
        ({"knwon_at": "2026-09-01"}, "ukjente felt: knwon_at"),
        ({"id": ""}, None),
        ({"id": None}, "id må være tekst"),
        ({"id": {}}, "id må være tekst"),
        ({"id": "x" * 1000}, "id må være tekst"),
    ],
)
def test_an_event_that_cannot_be_judged_says_why(changed, said):
    told = answer(**changed)

    if said is None:
        assert told["notices"] == []
    else:
        assert said in told["error"]
        assert "notices" not in told


def test_one_wrong_event_leaves_the_others():
    told = answers({"events": [7, EVENT, EVENT | {"id": 2, "organisation": "x"}]})["events"]

    assert ["error" in one for one in told] == [True, False, True]


def test_known_in_the_hour_that_comes_twice_is_after_what_came_before():
    first, second = "2026-10-25T02:50:00+02:00", "2026-10-25T02:10:00+01:00"

    assert "error" not in answer(occurred_at=first, known_at=second)
    assert "error" in answer(occurred_at=second, known_at=first)


def test_what_is_null_is_not_said():
    assert answer(facts={"blood": None, "harm_to": None}, known_at=None)["notices"] == []


@pytest.mark.parametrize(
    "file", [None, [], {}, {"events": {}}, {"events": [EVENT, EVENT]}, "events"]
)
def test_an_input_that_cannot_be_answered_is_refused(file):
    with pytest.raises(Refused):
        answers(file)


def ask(given):
    return CliRunner().invoke(styrk, ["notices", "--json"], input=given)


@pytest.mark.parametrize(
    "given",
    [
        b"",
        b"{",
        b"\xff\xfe",
        b"[" * 100_000,
        b'{"events": [NaN]}',
        b'{"events": ["\\ud800"]}',
        b"{}",
    ],
)
def test_the_command_refuses_what_it_cannot_read(given):
    done = ask(given)

    assert done.exit_code == 1
    assert done.stdout == ""
    assert done.stderr.startswith("Error: ")


def test_the_command_refuses_too_much(monkeypatch):
    monkeypatch.setattr("styrk.config.cli.notices.MAX_BYTES", 10)

    assert "større enn" in ask(json.dumps({"events": []})).stderr
    assert module.MAX_BYTES == 50_000_000


def test_the_command_answers_in_json_and_in_words():
    given = json.dumps({"events": [EVENT | {"facts": {"blood": True}}, 7]})
    done = ask(given)
    words = CliRunner().invoke(styrk, ["notices"], input=given).stdout

    assert done.exit_code == 0
    assert json.loads(done.stdout)["events"][0]["notices"][0]["rule"] == "V13"
    assert "V13 til blodbank" in words
    assert "kan ikke vurderes" in words


def test_the_command_needs_neither_django_nor_the_database():
    script = (
        "import sys; from styrk.config.cli import styrk;"
        "styrk(['notices', '--json'], standalone_mode=False);"
        "sys.exit(', '.join({'django', 'psycopg', 'numpy'} & set(sys.modules)) or None)"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], input=b'{"events": []}', capture_output=True, check=False
    )

    assert done.returncode == 0, f"loaded for nothing: {done.stderr.decode()}"
