"""Pictures in documents: drawn in PDF, as PNG where a file cannot hold drawings, and told in words."""

import io
import re
from dataclasses import replace
from datetime import UTC, datetime
from zipfile import ZipFile

import pytest
from PIL import Image
from pypdf import PdfReader

from styrk.core.papers import Paper, Picture, Section, docx, pdf, picture
from styrk.core.papers.pdf import drawings

SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="200" height="100" viewBox="0 0 200 100">'
    '<rect width="100" height="100" fill="#c00000"/>'
    '<text x="110" y="50" font-family="\'Libertinus Serif\'" font-size="20">Svar 42</text></svg>'
)
SHOWN = Picture(SVG, "Et rødt felt, og tallet 42.", "Figur 1")
PAPER = Paper("Rapport", datetime(2027, 3, 1, tzinfo=UTC), sections=(Section("S", (SHOWN,)),))


def test_a_drawing_becomes_a_sharp_picture():
    drawn = Image.open(io.BytesIO(picture(SVG))).convert("RGB")

    assert drawn.width == 2 * drawn.height == 400
    assert drawn.getpixel((20, 20)) == (192, 0, 0)
    assert drawn.getpixel((390, 10)) == (255, 255, 255)


def test_letters_are_drawn():
    without = SVG.replace("Svar 42", "")

    assert picture(SVG) != picture(without)


def test_pdf_holds_the_drawing_with_its_words_and_caption():
    content = pdf(PAPER)
    read = "".join(page.extract_text() for page in PdfReader(io.BytesIO(content)).pages)

    assert "Svar 42" in read
    assert "Figur 1" in read
    assert content == pdf(PAPER)
    assert b"Figure" in content


def test_a_drawing_has_the_letters_of_the_screen():
    inter = SVG.replace("'Libertinus Serif'", "Inter, 'Libertinus Serif'")

    bold = inter.replace("<text ", '<text font-weight="bold" ')
    paper = replace(PAPER, sections=(Section("S", (replace(SHOWN, svg=inter),)),))
    assert len({picture(SVG), picture(inter), picture(bold)}) == 3
    assert re.search(rb"/BaseFont */[A-Z]{6}\+Inter", pdf(paper))


def test_word_holds_a_png_with_its_words_and_caption():
    with ZipFile(io.BytesIO(docx(PAPER))) as parts:
        told = parts.read("word/document.xml").decode()
        pictures = [parts.read(name) for name in parts.namelist() if name.endswith(".png")]

    assert pictures == [picture(SVG)]
    assert 'descr="Et rødt felt, og tallet 42."' in told
    assert "Figur 1" in told


def test_a_picture_without_a_caption():
    bare = replace(PAPER, sections=(Section("S", (replace(SHOWN, caption=""),)),))

    assert pdf(bare)
    assert docx(bare)


def test_a_picture_is_described():
    with pytest.raises(ValueError, match="described"):
        Picture(SVG, " ")


def test_letters_that_no_font_can_draw_do_not_stop_it():
    strange = SVG.replace("Svar 42", "Svar \U0001f600")

    assert pdf(replace(PAPER, sections=(Section("S", (replace(SHOWN, svg=strange),)),)))


def test_many_drawings_are_made_at_once_and_each_is_its_own():
    wide = SVG.replace("42", "43")

    assert drawings([SVG, wide, SVG]) == {SVG: picture(SVG), wide: picture(wide)}
    assert drawings([]) == {}
