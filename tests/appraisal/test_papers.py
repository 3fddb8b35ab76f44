"""The review as a file: what it says, and that what is signed never becomes another."""

import zipfile
from io import BytesIO

import pytest
from pypdf import PdfReader

from styrk.core import clock
from tests.appraisal.test_views import at

pytestmark = pytest.mark.django_db


def read(answer):
    assert answer["Content-Type"] == "application/pdf"
    pages = PdfReader(BytesIO(answer.content)).pages
    return " ".join(" ".join(page.extract_text() for page in pages).split())


def test_a_draft_says_what_is_lacking_on_every_page(page, draft, ceo, nurse):
    told = read(page(ceo).get(at("export", draft, "pdf")))

    assert "Ledelsens gjennomgang 2026" in told
    assert "Utkast" in told
    assert "Ikke vurdert" in told
    assert "§ 8 f" in told
    assert "Kompetanse dere mangler" in told
    assert page(nurse).get(at("export", draft, "pdf")).status_code == 404
    assert page(ceo).get(at("export", draft, "xlsx")).status_code == 404


def test_what_is_signed_gives_the_same_bytes_another_day(
    page, signed, ceo, stopped_clock, next_year
):
    first = page(ceo).get(at("export", signed, "pdf"))
    stopped_clock.at = next_year
    second = page(ceo).get(at("export", signed, "pdf"))

    assert first.content == second.content
    told = read(first)
    assert "Utkast" not in told
    for text in ("Daniel Drange", "Én inngang til alle rutiner", "Ledermøtet", signed.digest[:16]):
        assert text in told


def test_as_a_word_file(page, signed, ceo):
    answer = page(ceo).get(at("export", signed, "docx"))

    assert answer.content[:2] == b"PK"
    name = "ledelsens-gjennomgang-f-2026.docx"
    assert answer["Content-Disposition"] == f'attachment; filename="{name}"'


def test_what_was_signed_lies_in_the_evidence_of_8_f_as_it_was_signed(page, signed, ceo, now):
    day = clock.day(now).isoformat()
    answer = page(ceo).get(
        f"/forskriftskart/{signed.unit.uuid}/8f/bevis/", {"fra": day, "til": day}
    )
    with zipfile.ZipFile(BytesIO(answer.content)) as pack:
        (name,) = [one for one in pack.namelist() if "ledelsens-gjennomgang" in one]
        assert pack.read(name) == page(ceo).get(at("export", signed, "pdf")).content
