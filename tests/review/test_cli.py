"""`styrk report month|tertial` and what the doctor says of the files."""

import io
import json
from contextlib import nullcontext

import openpyxl
import pytest
from click.testing import CliRunner

from styrk.config import doctor, environment
from styrk.config.cli import styrk
from styrk.core import clock
from styrk.review import commands


@pytest.fixture
def report(measured, monkeypatch, now, tmp_path):
    """`report("month", "json")`: the answer of the command, and what it wrote."""
    monkeypatch.setattr(environment, "database", nullcontext)  # the test's own transaction
    monkeypatch.setattr(clock, "now", lambda: now)
    file = tmp_path / "rapport"

    def report(kind="month", form="json", *more, unit="f", period="2026-10"):
        told = ["report", kind, "--unit", unit, "--period", period, "--format", form]
        answer = CliRunner().invoke(styrk, [*told, "-o", str(file), *more])
        return answer, file.read_bytes() if file.exists() else b""

    return report


def test_a_draft_says_that_it_is_one(report):
    answer, content = report()

    assert answer.exit_code == 0, answer.output
    assert "(utkast, ikke sendt)" in answer.stderr
    assert json.loads(content)["state"] == "draft"


def test_what_is_sent_is_given_as_it_was_sent(report, send, ceo):
    version = send(ceo)

    answer, content = report()

    assert "(utgave 1)" in answer.stderr
    assert json.loads(content)["digest"] == version.digest


def test_what_is_added_is_asked_for(report, send, ceo, now):
    version = send(ceo)
    commands.add_supplement(version=version, text="Juli er rettet.", by=ceo, now=now)

    assert json.loads(report()[1])["supplements"] == []
    (added,) = json.loads(report("month", "json", "--supplements")[1])["supplements"]
    assert added["text"] == "Juli er rettet."


def test_every_form(report):
    for form, begins in (("pdf", b"%PDF"), ("docx", b"PK"), ("xlsx", b"PK")):
        answer, content = report("month", form)
        assert answer.exit_code == 0, answer.output
        assert content.startswith(begins)
    assert openpyxl.load_workbook(io.BytesIO(content)).sheetnames[0] == "1 Oppsummering"


def test_each_stage_tells_how_far_it_has_come(report, send, ceo):
    answer, _content = report("tertial", "pdf", period="2026-T2")
    lines = answer.stderr.splitlines()
    assert lines[:6] == [f"Henter innholdet: {n} av 5" for n in range(6)]
    assert lines[6:17] == [f"Setter sammen delene: {n} av 10" for n in range(11)]
    assert lines[17:19] == ["Lager fila: 0 av 1", "Lager fila: 1 av 1"]
    assert lines[19].startswith("Skrev Tertialrapport 2. tertial 2026")

    send(ceo)
    answer, _content = report("month", "xlsx")
    stages = [line.partition(":")[0] for line in answer.stderr.splitlines()]
    assert "Henter innholdet" not in stages  # it lies fixed
    assert stages.count("Setter sammen delene") == 1 + 9
    assert stages[-3:-1] == ["Lager fila", "Lager fila"]


def test_the_region_and_the_tertial(report):
    answer, content = report(unit="r")
    assert answer.exit_code == 0, answer.output
    assert json.loads(content)["content"]["layout"] == "ledelsesrapport"

    answer, content = report("tertial", period="2026-T2")
    assert answer.exit_code == 0, answer.output
    assert json.loads(content)["content"]["layout"] == "tertialrapport"


@pytest.mark.parametrize(
    ("facts", "said"),
    [
        ({"unit": "finnes-ikke"}, "Ingen enhet har koden"),
        ({"unit": "f.med"}, "Ingen slik rapport skrives av Medisinsk klinikk"),
        ({"period": "2026-12"}, "ikke en periode som har begynt"),
        ({"period": "tull"}, "ikke en periode som har begynt"),
        ({"period": "2026-T2"}, "en annen slags periode"),
    ],
)
def test_what_is_refused(report, facts, said):
    answer, content = report(**facts)

    assert answer.exit_code == 1
    assert said in answer.stderr
    assert content == b""


def test_the_doctor_looks_at_the_files(settings, tmp_path):
    assert doctor.reports().state == "ok"
    (tmp_path / "x.toml").write_text("code = 1")
    settings.REPORTS = str(tmp_path)

    found = doctor.reports()

    assert found.state == "fail"
    assert "x.toml" in found.text


def test_a_wrong_file_is_said_at_use(report, settings, tmp_path):
    (tmp_path / "x.toml").write_text("code = 1")
    settings.REPORTS = str(tmp_path)

    answer, _content = report()

    assert answer.exit_code == 1
    assert "x.toml" in answer.stderr
