"""CISO Assistant's Excel form as we write it: for their converter first, with the rest in a sheet of ours."""

import io

import openpyxl
import pytest

from styrk.requirements.libraries import Item, Library, read, write_ciso_xlsx
from tests.requirements.libraries.files import CSF, EXAMPLE, codes, read_real, saved

OURS = "styrk"
FORMULA = '=HYPERLINK("http://x.no","se her")'


def book_of(library):
    return openpyxl.load_workbook(io.BytesIO(write_ciso_xlsx(library)))


def rows_of(book, sheet):
    head, *rows = book[sheet].iter_rows(values_only=True)
    return [dict(zip(head, row, strict=True)) for row in rows]


def small(*items, **facts):
    told = {"title": "Prøve", "version": "1", "code": "T", "urn": "urn:x:library:t"} | facts
    return Library(requirements=items, **told)


def test_a_published_framework_is_told_whole_in_their_own_sheets():
    library = read_real(CSF).library
    book = book_of(library)

    assert OURS not in book.sheetnames
    rows = rows_of(book, "framework_content")
    assert len(rows) == len(library.requirements) == 134
    assert rows[0]["depth"] == "1"
    assert {row["assessable"] for row in rows} == {None, "x"}
    assert rows_of(book, "scores_content")[0]["score"] == "1"
    assert dict(book["framework_meta"].iter_rows(values_only=True))["scores_definition"] == "scores"


def test_questions_and_answers_are_told_in_their_own_sheets():
    library = read_real(EXAMPLE).library
    book = book_of(library)

    kinds = {row["question_type"] for row in rows_of(book, "answers_content")}
    assert "unique_choice" in kinds
    asked = [row for row in rows_of(book, "framework_content") if row.get("questions")]
    assert all(row["answer"] for row in asked)
    assert read(saved(book), "x.xlsx").library == library


def test_no_cell_is_ever_a_formula():
    item = Item(ref="=1+1", position=1, title=FORMULA, text="@SUM(A1)", note="+47", assessable=True)
    library = small(item, description=FORMULA, issuer="-2")
    book = book_of(library)

    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.value]
    assert {cell.data_type for cell in cells} == {"s"}
    risky = [cell for cell in cells if str(cell.value).startswith(("=", "+", "-", "@"))]
    assert len(risky) >= 5
    assert all(cell.quotePrefix for cell in risky)
    assert not [cell for cell in cells if cell.hyperlink]
    assert read(saved(book), "x.xlsx").library == library


def test_names_of_our_own_come_back():
    top = Item(ref="3", position=1, title="Ventetid")
    below = Item(
        ref="3.1", position=2, parent="3", title="Somatikk", kind="target", assessable=True
    )
    elsewhere = Item(ref="0", position=3, title="Sist", text="a\n\n  b")
    library = small(top, below, elsewhere)

    again = read(write_ciso_xlsx(library), "x.xlsx")

    assert codes(again) == []
    assert again.form == "ciso_xlsx"
    assert again.library == library


@pytest.mark.parametrize(
    ("cells", "code"),
    [
        (("9", "1", "|{}|"), "unknown_rest"),
        (("x", "1", "|{}|"), "unknown_rest"),
        (("0", "1", "|{|"), "not_json"),
    ],
)
def test_a_sheet_of_ours_that_makes_no_sense_is_refused(cells, code):
    book = book_of(small(Item(ref="urn:x:req:1", position=1, title="Et krav")))
    del book[OURS]
    sheet = book.create_sheet(OURS)
    sheet.append(("rad", "del", "verdi"))
    sheet.append(cells)

    assert codes(read(saved(book), "x.xlsx")) == [code]


def test_the_same_library_is_the_same_bytes():
    library = read_real(CSF).library

    assert write_ciso_xlsx(library) == write_ciso_xlsx(library)
