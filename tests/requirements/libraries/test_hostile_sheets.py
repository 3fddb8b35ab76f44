"""Spreadsheets that are broken, meant to do harm, or simply not what they should be."""

import io
import struct
import time
import zipfile
from datetime import time as time_of_day
from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from styrk.requirements.libraries import Item, Library, limits, read, write_own_xlsx
from tests.requirements.libraries.files import book_of, codes, filled, read_filled

ONE = {"Id": "a", "Tekst": "b"}
SHEET = "xl/worksheets/sheet2.xml"
STRINGS = "xl/sharedStrings.xml"
LIBRARY = Library(
    code="T", title="Prøve", version="1", requirements=(Item(ref="a", position=1, text="b"),)
)
GOOD = write_own_xlsx(LIBRARY)
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


def repacked(change, compression=zipfile.ZIP_DEFLATED) -> bytes:
    """A good spreadsheet, with parts changed: name -> content."""
    parts = {}
    with zipfile.ZipFile(io.BytesIO(GOOD)) as was:
        parts = {name: was.read(name) for name in was.namelist()}
    change(parts)
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", compression) as new:
        for name, content in parts.items():
            new.writestr(name, content)
    return file.getvalue()


def read_repacked(change, **more):
    return read(repacked(change, **more), "krav.xlsx")


def test_the_file_that_the_others_are_made_from_is_good():
    assert codes(read_repacked(lambda parts: None)) == []


def test_a_zip_file_of_something_else():
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as new:
        new.writestr("word.txt", "hei")

    assert codes(read(file.getvalue(), "krav.xlsx")) == ["zip_not_sheet"]


def test_a_part_that_swells_is_refused_by_the_directory():
    def swell(parts):
        parts["xl/media/image1.xml"] = b"0" * (200 * 1024 * 1024)

    data = repacked(swell)
    start = time.process_time()

    assert len(data) < limits.MEGABYTE
    assert codes(read(data, "krav.xlsx")) == ["zip_bomb"]
    assert time.process_time() - start < 1


def test_a_part_that_swells_to_less_than_the_limit():
    def swell(parts):
        parts["xl/swollen.xml"] = b"<a>" + b" " * (40 * limits.MEGABYTE)

    assert codes(read_repacked(swell)) == ["zip_bomb"]


def test_many_parts_that_swell_a_little():
    def swell(parts):
        parts |= {f"xl/{n}.xml": b"<a>" + b"0" * (4 * limits.MEGABYTE) for n in range(30)}

    assert codes(read_repacked(swell)) == ["zip_bomb"]


def test_a_directory_that_lies_about_the_size():
    """The directory says 100 bytes; the part unpacks to 300 MB."""
    swollen = b"<a>" + b" " * (300 * limits.MEGABYTE)
    data = bytearray(repacked(lambda parts: parts.update({"xl/swollen.xml": swollen})))
    small = struct.pack("<I", 100)
    real = struct.pack("<I", len(swollen))
    assert data.count(real) == 2
    start = time.process_time()

    told = read(bytes(data.replace(real, small)), "krav.xlsx")

    assert codes(told) == ["zip_broken"]
    assert time.process_time() - start < 2


def test_a_lie_with_the_right_checksum_gives_only_what_was_promised():
    """Even then nothing more than the promised bytes is ever unpacked."""
    content = b"<a/>" + b" " * 96
    swollen = content + b" " * (100 * limits.MEGABYTE)
    data = repacked(lambda parts: parts.update({"xl/swollen.xml": swollen}))
    lie = data.replace(struct.pack("<I", len(swollen)), struct.pack("<I", len(content)))
    lie = lie.replace(
        struct.pack("<I", zipfile.crc32(swollen)), struct.pack("<I", zipfile.crc32(content))
    )
    start = time.process_time()

    assert codes(read(lie, "krav.xlsx")) == []
    assert time.process_time() - start < 2


def test_too_many_parts():
    def many(parts):
        parts |= {f"xl/{n}.xml": b"<a/>" for n in range(limits.MAX_PARTS)}

    assert codes(read_repacked(many)) == ["zip_parts"]


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_a_part_twice():
    file = io.BytesIO(filled(ONE))
    with zipfile.ZipFile(file, "a") as new:
        new.writestr(SHEET, "<a/>")

    assert codes(read(file.getvalue(), "krav.xlsx")) == ["zip_broken"]


def test_a_part_with_a_password():
    data = bytearray(filled(ONE))
    at = data.rindex(b"PK\x01\x02")
    data[at + 8] |= 1

    assert codes(read(bytes(data), "krav.xlsx")) == ["encrypted"]


@pytest.mark.parametrize("part", [SHEET, STRINGS, "xl/workbook.xml", "[Content_Types].xml"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_declarations_of_entities(part, encoding):
    bomb = '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><x>&b;</x>'
    if encoding == "utf-16":
        bomb = bomb.replace('"1.0"', '"1.0" encoding="utf-16"')

    told = read_repacked(lambda parts: parts.update({part: bomb.encode(encoding)}))

    assert codes(told) == ["doctype"]


def test_an_outer_entity():
    outer = b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><x>&a;</x>'

    assert codes(read_repacked(lambda parts: parts.update({STRINGS: outer}))) == ["doctype"]


@pytest.mark.parametrize("part", [SHEET, STRINGS, "xl/workbook.xml", "[Content_Types].xml"])
@pytest.mark.parametrize("content", [b"", b"<a", b"not xml", b"<a/>", b"\0\0"])
def test_parts_that_are_spoilt(part, content):
    told = read_repacked(lambda parts: parts.update({part: content}))

    assert codes(told)


@pytest.mark.parametrize("part", [SHEET, STRINGS, "xl/workbook.xml", "xl/styles.xml"])
def test_parts_that_are_missing(part):
    codes(read_repacked(lambda parts: parts.pop(part, None)))


def sheet_of(rows: str):
    content = f'<worksheet xmlns="{MAIN}"><sheetData>{rows}</sheetData></worksheet>'
    return lambda parts: parts.update({SHEET: content.encode()})


def test_a_row_at_the_end_of_the_world():
    row = '<row r="99999999999"><c r="A99999999999" t="inlineStr"><is><t>a</t></is></c></row>'
    start = time.process_time()

    assert codes(read_repacked(sheet_of(row))) == ["too_many_rows"]
    assert time.process_time() - start < 5


def test_a_cell_in_the_last_column():
    row = '<row r="1"><c r="XFD1" t="inlineStr"><is><t>a</t></is></c></row>'

    assert codes(read_repacked(sheet_of(row))) == ["too_many_columns"]


@pytest.mark.parametrize("claimed", ["A1:XFD1048576", "A1:B1", "Z9:A1"])
def test_a_size_that_the_sheet_only_claims(claimed):
    def claim(parts):
        start, _, rest = parts[SHEET].decode().partition('<dimension ref="')
        parts[SHEET] = f'{start}<dimension ref="{claimed}{rest[rest.index(chr(34)) :]}'.encode()

    told = read_repacked(claim)

    assert codes(told) == []
    assert told.library == LIBRARY


def test_too_many_rows_with_content():
    rows = "".join(
        f'<row r="{n}"><c r="A{n}"><v>{n}</v></c></row>' for n in range(1, limits.MAX_ROWS + 3)
    )

    assert codes(read_repacked(sheet_of(rows))) == ["too_many_rows"]


def test_too_many_tags():
    rows = "<row/>" * (limits.MAX_TAGS + 1)

    assert codes(read_repacked(sheet_of(rows), compression=zipfile.ZIP_STORED)) == ["zip_bomb"]


def test_too_many_sheets():
    sheets = {f"ark{n}": [["a"]] for n in range(limits.MAX_SHEETS + 1)}

    assert codes(read(book_of(sheets), "krav.xlsx")) == ["too_many_sheets"]


def test_a_spreadsheet_of_something_else():
    told = read(book_of({"Ark1": [["Hei"]]}), "krav.xlsx")

    assert codes(told) == ["sheet_missing"]
    assert told.problems[0].value == "Bibliotek"


def test_an_unknown_sheet_is_named():
    told = read_filled(ONE, change=lambda book: book.create_sheet("Krav 2"))

    assert codes(told) == ["sheet_unknown"]
    assert told.problems[0].value == "Krav 2"


@pytest.mark.parametrize("name", ["Krav", "Bibliotek"])
@pytest.mark.parametrize("state", ["hidden", "veryHidden"])
def test_a_hidden_sheet_is_not_imported(name, state):
    def hide(book):
        book[name].sheet_state = state

    told = read_filled(ONE, change=hide)

    assert codes(told) == ["sheet_hidden"]
    assert told.problems[0].value == name


def test_merged_cells_are_named():
    told = read_filled(ONE, change=lambda book: book["Krav"].merge_cells("A3:B5"))

    assert codes(told) == ["merged"]
    assert told.problems[0].value == "A3:B5"


def test_merged_cells_where_they_do_no_harm():
    told = read_filled(ONE, change=lambda book: book["Veiledning"].merge_cells("A1:B1"))

    assert codes(told) == []


@pytest.mark.parametrize(
    ("value", "code"),
    [
        ("=1+1", "formula"),
        ('=HYPERLINK("http://x.no")', "formula"),
        ("#REF!", "cell_error"),
        (time_of_day(12, 30), "cell_kind"),
        (timedelta(hours=30), "cell_kind"),
    ],
)
def test_cells_without_a_text(value, code):
    told = read_filled(ONE, ONE | {"Id": "b", "Tekst": value})

    assert codes(told)[0] == code
    assert str(told.problems[0].place) == "krav.xlsx, Krav, rad 3, E"


def test_a_control_character_in_a_cell():
    def spoil(parts):
        parts[STRINGS] = parts[STRINGS].replace(b">b<", b">b_x0000_<")

    told = read_repacked(spoil)

    assert codes(told)[0] == "control_character"
    assert "U+0000" in told.problems[0].text


@pytest.mark.parametrize("sheet", ["Krav", "Bibliotek"])
def test_names_twice(sheet):
    def twice(book):
        book[sheet].cell(1, 12, "Tekst") if sheet == "Krav" else book[sheet].cell(12, 1, "Kode")

    assert codes(read_filled(ONE, change=twice)) == [
        *(["column_twice"] if sheet == "Krav" else ["row_twice", "missing"])
    ]


def test_content_without_a_name_of_column():
    told = read_filled(ONE, change=lambda book: book["Krav"].cell(2, 15, "hei"))

    assert codes(told) == ["column_unnamed"]


def test_a_sheet_with_nothing():
    def empty(book):
        book["Krav"].delete_rows(1, 10)

    assert codes(read_filled(ONE, change=empty)) == ["sheet_empty"]


def test_another_version_of_the_form():
    def newer(book):
        book["Bibliotek"]["B1"] = "Kravbibliotek 2"

    assert codes(read_filled(ONE, change=newer)) == ["form_version"]


def test_macros_and_pictures_are_never_unpacked():
    def more(parts):
        parts["xl/vbaProject.bin"] = b"\0" * 1000
        parts["xl/media/image1.png"] = b"\0" * 1000

    assert codes(read_repacked(more)) == []


@settings(max_examples=25, deadline=None)
@given(
    st.lists(st.tuples(st.integers(0, len(GOOD) - 1), st.integers(0, 255)), min_size=1, max_size=8)
)
def test_spoilt_bytes_never_raise(changes):
    data = bytearray(GOOD)
    for at, byte in changes:
        data[at] = byte

    codes(read(bytes(data), "krav.xlsx"))


@settings(max_examples=25, deadline=None)
@given(
    st.sampled_from([SHEET, STRINGS, "xl/workbook.xml", "xl/styles.xml", "[Content_Types].xml"]),
    st.lists(
        st.tuples(st.integers(0, 10_000), st.sampled_from(b'<>/"=x9-\0 ')), min_size=1, max_size=4
    ),
)
def test_spoilt_xml_never_raises(part, changes):
    def spoil(parts):
        content = bytearray(parts[part])
        for at, byte in changes:
            content[at % len(content)] = byte
        parts[part] = bytes(content)

    codes(read_repacked(spoil))
