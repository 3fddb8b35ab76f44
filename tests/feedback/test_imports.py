"""Reading in what was told from a file: all or nothing, each error by its row, the same row once."""

from html import unescape

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from styrk.core import scope
from styrk.feedback.models import Voice
from tests.clients import yes_to

ADDRESS = "/stemmer/les-inn/"
HEAD = "enhet;dato;slag;tekst;kanal;tema;svar\n"
ROWS = (
    "f.med.1.a;2026-11-03;erfaring;Ventet lenge, men ble møtt på en fin måte.;;Ventetid og tilgang;\n"
    "f.med.1.a;05.11.2026;Klage;Ingen fortalte hva som skulle skje.;brev;information;ja\n"
)


def file(text, name="klager.csv"):
    return {"uploads": SimpleUploadedFile(name, text.encode(), "text/csv")}


def count():
    with scope.acting(scope.SYSTEM):
        return Voice.objects.count()


def test_a_file_is_seen_and_then_taken_in_once(page, ward_leader):
    leader = page(ward_leader)
    for expected in (2, 0):
        sent = leader.post(ADDRESS, file(HEAD + ROWS))
        shown = leader.get(sent["Location"])
        assert f"{expected}" in shown.content.decode()
        assert count() == 2 - expected
        if expected:
            leader.post(ADDRESS, yes_to(shown))
    assert count() == 2
    with scope.acting(scope.SYSTEM):
        complaint = Voice.objects.get(kind="complaint")
    assert (complaint.theme, complaint.channel, complaint.answer_owed) == (
        "information",
        "letter",
        True,
    )
    assert complaint.told_by == ward_leader


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ("f.med.1.b;2026-11-03;klage;Hei;;;\n", "du svarer ikke for den"),
        ("g.med.1.a;2026-11-03;klage;Hei;;;\n", "du svarer ikke for den"),
        ("f.med.1.a;i går;klage;Hei;;;\n", "Skriv datoen som"),
        ("f.med.1.a;2027-01-01;klage;Hei;;;\n", "ikke kommet ennå"),
        ("f.med.1.a;2026-11-03;ros;Hei;;;\n", "klage, erfaring, forslag, bra"),
        ("f.med.1.a;2026-11-03;klage;Hei;due;;\n", "samtale, brev"),
        ("f.med.1.a;2026-11-03;klage;Hei;;rart;\n", "Temaet er ikke på lista"),
        ("f.med.1.a;2026-11-03;klage;;;;\n", "Fyll ut dette"),
        ("f.med.1.a;2026-11-03;klage;Ring 912 34 567;;;\n", "hvem noen er"),
        ("f.med.1.a;2026-11-03\n", "Raden har 2 felt"),
    ],
)
def test_what_is_wrong_is_said_by_row_and_nothing_is_taken(page, ward_leader, row, said):
    answer = page(ward_leader).post(ADDRESS, file(HEAD + ROWS + row))
    html = unescape(answer.content.decode())

    assert answer.status_code == 422
    assert said in html
    assert '<td data-label="Rad">4</td>' in html
    assert "912 34" not in html
    assert count() == 0


@pytest.mark.parametrize(
    ("text", "said"),
    [("", "tom"), ("enhet;dato\n", "Kolonnen mangler"), ("%PDF-1.7", "ikke en CSV-fil")],
)
def test_what_is_no_such_file_is_said(page, ward_leader, text, said):
    answer = page(ward_leader).post(ADDRESS, file(text))

    assert answer.status_code == 422
    assert said in unescape(answer.content.decode())


def test_too_many_rows_are_refused(page, ward_leader):
    rows = "".join(f"f.med.1.a;2026-11-03;bra;Fint {n};;;\n" for n in range(501))
    answer = page(ward_leader).post(ADDRESS, file(HEAD + rows))

    assert "501 rader" in answer.content.decode()


def test_the_template_can_be_filled_in(page, ward_leader, nurse):
    answer = page(ward_leader).get(f"{ADDRESS}mal/")
    assert answer.content.decode("utf-8-sig").startswith("enhet;dato;slag;tekst")
    assert page(nurse).get(ADDRESS).status_code == 404
