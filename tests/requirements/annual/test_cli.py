"""`styrk report annual`: the melding as a file, without signing in."""

import io
import json

import docx as word
import pytest
from click.testing import CliRunner
from pypdf import PdfReader

from styrk.config.cli import styrk


@pytest.fixture
def report(answered, monkeypatch, now, tmp_path):
    """`report("json")`: the answer of the command, and what it wrote."""
    from contextlib import nullcontext

    from styrk.config import environment
    from styrk.core import clock

    monkeypatch.setattr(environment, "database", nullcontext)  # the test's own transaction
    monkeypatch.setattr(clock, "now", lambda: now)
    file = tmp_path / "melding"

    def report(form="json", *more, unit="f", period="2026"):
        arguments = ["report", "annual", "--unit", unit, "--period", period, "--format", form]
        answer = CliRunner().invoke(styrk, [*arguments, "-o", str(file), *more])
        return answer, file.read_bytes() if file.exists() else b""

    return report


def test_json(report):
    answer, content = report()

    assert answer.exit_code == 0, answer.output
    assert answer.stdout == ""
    told = json.loads(content)
    (one,) = told["content"]["documents"][0]["answers"]
    assert (one["point"], one["answer"]) == ("3.1", "Ventetiden går ned.")
    assert one["lacks"] == [{"unit": "Kirurgisk klinikk", "why": "waiting"}]


def test_pdf_and_docx(report):
    _answer, content = report("pdf")
    assert "Ventetiden går ned." in PdfReader(io.BytesIO(content)).pages[0].extract_text()

    _answer, content = report("docx")
    assert word.Document(io.BytesIO(content)).paragraphs[0].text == "Årlig melding 2026"


def test_in_another_language(report):
    _answer, content = report("pdf", "--language", "en")

    assert PdfReader(io.BytesIO(content)).root_object["/Lang"] == "en-GB"


def test_the_topmost_unit_where_none_is_named(report, tmp_path):
    file = tmp_path / "topp.json"
    told = ["report", "annual", "--period", "2026", "--format", "json", "-o", str(file)]

    assert CliRunner().invoke(styrk, told).exit_code == 0
    assert json.loads(file.read_text())["content"]["code"] == "k"


@pytest.mark.parametrize(
    ("facts", "code"),
    [
        ({"unit": "finnes-ikke"}, 1),
        ({"period": "2031"}, 1),
        ({"period": "2026-T1"}, 2),
        ({"form": "odt"}, 2),
    ],
)
def test_what_is_refused(report, facts, code):
    answer, content = report(**facts)

    assert answer.exit_code == code, answer.output
    assert content == b""


def test_a_place_that_cannot_be_written(report):
    answer, _content = report("json", "-o", "/finnes-ikke/fil.json")

    assert answer.exit_code == 1
    assert "Kan ikke skrive" in answer.stderr
