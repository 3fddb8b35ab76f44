"""Documents: what goes in comes out, in PDF and in Word."""

import io
import re
import zlib
from dataclasses import replace
from datetime import UTC, datetime
from zipfile import ZipFile

import docx as word
import pytest
from docx.oxml.ns import qn
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from styrk.core.papers import (
    Bullets,
    Facts,
    Note,
    Paper,
    Paragraph,
    Quote,
    Section,
    Table,
    docx,
    pdf,
    pictures,
)

AT = datetime(2027, 3, 1, 10, 0, tzinfo=UTC)
HOSTILE = r'#read("/etc/passwd") $x^2$ [a] \ *b* _c_ <l> @ref `k` = h // x ~ {{ y }} & < >'
PAPER = Paper(
    "Årlig melding 2026",
    AT,
    subtitle="Fjordheim sjukehus på Søre Øy",
    author="Fjordheim",
    facts=(("Status", "Utkast"),),
    marks=("Utkast", "Oppdiktede data"),
    contents=True,
    sections=(
        Section(
            "Oppdrag",
            (
                Paragraph("Vi er i rute.", lead="Status:"),
                Quote("Ventetiden skal ned.", "Oppdrag 2026, punkt 3.1"),
                Bullets(("ett", "to")),
                Bullets(("først", "så"), numbered=True),
                Facts((("Eier", "Direktøren"),)),
                Note("Mangler", "Én klinikk", "warning"),
                Table(
                    "Krav", ("Punkt", "Status"), (("3.1", "I rute"), ("3.2", "Usikkert")), (1, 3)
                ),
            ),
            (Section("Under", (Paragraph("Mer."),)),),
        ),
    ),
)


def streams(content: bytes) -> str:
    """All that is in the PDF, the compressed parts too, as Latin-1."""
    parts = [content]
    for found in re.finditer(rb"stream\r?\n(.*?)\r?\nendstream", content, re.DOTALL):
        try:
            parts.append(zlib.decompress(found[1]))
        except zlib.error:
            continue
    return b"\n".join(parts).decode("latin-1")


def with_text(text: str) -> Paper:
    everywhere = (
        Paragraph(text, text),
        Quote(text, text),
        Bullets((text,)),
        Facts(((text, text),)),
        Note(text, text, "bad"),
        Table(text, (text,), ((text,),)),
    )
    return replace(
        PAPER,
        title=f"T {text}",
        subtitle=text,
        author=text,
        marks=(text,),
        facts=((text, text),),
        sections=(Section(f"S {text}", everywhere),),
    )


def read(content: bytes) -> word.document.Document:
    return word.Document(io.BytesIO(content))


def texts(content: bytes) -> list[str]:
    return [line.text for line in read(content).paragraphs]


def test_pdf_is_tagged_archived_named_and_spoken():
    found = streams(pdf(PAPER))

    assert "pdfuaid" in found
    assert re.search(r"pdfaid:part>2<.*pdfaid:conformance>A<", found, re.DOTALL)
    assert "/StructTreeRoot" in found
    assert "(nb-NO)" in found
    assert "/DisplayDocTitle true" in found
    assert "rlig melding 2026" in found


def test_pdf_tables_have_header_cells():
    found = streams(pdf(PAPER))

    assert re.search(r"/S ?/TH\b", found)
    assert re.search(r"/S ?/TD\b", found)
    assert re.search(r"/S ?/H1\b", found)


def pages(paper: Paper) -> list[str]:
    return [page.extract_text() for page in PdfReader(io.BytesIO(pdf(paper))).pages]


def test_a_header_row_and_the_number_stand_on_every_page():
    rows = tuple((f"Rad {number}", "I rute") for number in range(200))
    long = replace(
        PAPER, contents=False, sections=(Section("S", (Table("T", ("Punkt", "Kurs"), rows),)),)
    )

    found = pages(long)

    assert len(found) >= 5
    assert all("Punkt" in page and "Kurs" in page for page in found)
    assert all(f"Side {n} av {len(found)}" in page for n, page in enumerate(found, start=1))
    assert all("Utkast · Oppdiktede data" in page for page in found)
    assert all(f"Rad {number}" in "\n".join(found) for number in range(200))


def test_the_same_paper_gives_the_same_bytes():
    assert pdf(PAPER) == pdf(PAPER)
    assert docx(PAPER) == docx(PAPER)
    assert pdf(PAPER) != pdf(replace(PAPER, title="Noe annet"))


@pytest.mark.parametrize("language", ["nb", "nn", "en"])
def test_every_language(language):
    paper = replace(PAPER, language=language)

    assert f"({language}-{'GB' if language == 'en' else 'NO'})" in streams(pdf(paper))
    assert read(docx(paper)).core_properties.language.startswith(language)


def test_hostile_text_is_text():
    """As markup it would not compile, or would read the file."""
    found = " ".join("\n".join(pages(with_text(HOSTILE))).split())

    assert found.count("#read(") >= 12
    assert HOSTILE in found
    assert "root:" not in found
    assert any(HOSTILE in text for text in texts(docx(with_text(HOSTILE))))


def test_norwegian_and_sami_letters():
    text = "Æøå ÆØÅ čđŋšŧž «sitat» – 61 % ≤ 70 …"

    assert text in pages(replace(PAPER, subtitle=text))[0]
    assert text in texts(docx(replace(PAPER, subtitle=text)))


@pytest.mark.parametrize(
    "text",
    ["😀 🇳🇴", "中文", "\x00\x07", "\ue000", "e\u0301 q\u0301", "\u2028\u200b\u200d", "\U0010ffff"],
)
def test_letters_that_no_font_has(text):
    assert pdf(with_text(text)).startswith(b"%PDF")
    assert texts(docx(with_text(text)))


def test_letters_that_cannot_be_drawn_are_numbered_on_paper_and_whole_in_word():
    from styrk.core.papers.wording import printable, writable

    assert printable("Bra 😀!") == "Bra [U+1F600]!"
    assert writable("Bra 😀!\x00") == "Bra 😀!"
    assert printable("Æøå čđŋšŧž – «ja» … 5 ≤ 6 €") == "Æøå čđŋšŧž – «ja» … 5 ≤ 6 €"
    assert printable("e\u0301") == "é"
    assert printable("a\r\nb\tc") == "a\nb    c"


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=60))
def test_any_text_becomes_a_document(text):
    """typst stops at letters it has no glyph for, and some mixtures end its process."""
    paper = with_text(text)

    assert pdf(paper).startswith(b"%PDF")
    assert ZipFile(io.BytesIO(docx(paper))).testzip() is None


def test_word_has_real_headings_lists_and_header_rows():
    found = read(docx(PAPER))
    styles = [(line.style.name, line.text) for line in found.paragraphs]

    assert styles[0] == ("Title", "Årlig melding 2026")
    assert ("Heading 1", "Oppdrag") in styles
    assert ("Heading 2", "Under") in styles
    assert ("List Bullet", "ett") in styles
    assert ("List Number", "først") in styles
    assert ("Caption", "Krav") in styles
    header, *rest = found.tables[0].rows
    assert header._tr.trPr.find(qn("w:tblHeader")) is not None
    assert all(row._tr.trPr is None for row in rest)
    assert [cell.text for cell in rest[1].cells] == ["3.2", "Usikkert"]


def test_word_says_its_language_title_and_marks():
    found = read(docx(PAPER))

    assert found.core_properties.title == "Årlig melding 2026"
    assert found.core_properties.created.replace(tzinfo=UTC) == AT
    assert {one.get(qn("w:val")) for one in found.styles.element.iter(qn("w:lang"))} == {"nb-NO"}
    assert found.sections[0].header.paragraphs[0].text == "Utkast · Oppdiktede data"
    assert "PAGE" in found.sections[0].footer._element.xml


def test_word_takes_the_organisations_own_template():
    own = word.Document()
    own.sections[0].footer.paragraphs[0].text = "Vårt sykehus, org.nr. 1"
    made = io.BytesIO()
    own.save(made)

    found = read(docx(PAPER, template=made.getvalue()))

    assert "Vårt sykehus" in found.sections[0].footer.paragraphs[0].text
    assert found.sections[0].page_width == own.sections[0].page_width


@pytest.mark.parametrize("rows", [(("a", "b", "c"),), (("a",),)])
def test_a_table_that_does_not_fit_is_refused(rows):
    with pytest.raises(ValueError, match="2 cells"):
        Table("T", ("x", "y"), rows)


def test_a_document_has_a_title_and_a_time():
    with pytest.raises(ValueError, match="title"):
        Paper(" ", AT)
    with pytest.raises(ValueError, match="time zone"):
        Paper("T", datetime(2027, 3, 1))


def test_sixty_requirements_take_a_moment():
    import time

    many = tuple(Section(f"{n}", (Quote("Tekst " * 30), Note("Mangler", "x"))) for n in range(60))
    begun = time.perf_counter()
    pdf(replace(PAPER, sections=many))

    assert time.perf_counter() - begun < 5  # about 0.4 seconds on an idle machine


def test_pages_can_be_looked_at():
    assert all(one.startswith(b"\x89PNG") for one in pictures(PAPER))
