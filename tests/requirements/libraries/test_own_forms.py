"""Our own YAML and spreadsheet, as people write them."""

import io
import re
import zipfile
from datetime import date, datetime
from pathlib import Path

import openpyxl
import pytest
import yaml

from styrk.requirements.libraries import (
    Item,
    Library,
    read,
    template_xlsx,
    write_own_xlsx,
    write_own_yaml,
)
from tests.requirements.libraries.files import (
    codes,
    filled,
    own,
    read_filled,
    read_own,
    read_text,
)

DOCUMENT = Path(__file__).resolve().parents[3] / "docs" / "formats" / "requirement-library.md"
RISKY = [
    "=1+1",
    "+47 22 00 00 00",
    "-5 %",
    "@SUM(A1)",
    '=HYPERLINK("http://x.no";"her")',
    "=cmd|' /C calc'!A0",
]


def example():
    (text,) = re.findall(r"```yaml\n(.+?)```", DOCUMENT.read_text(encoding="utf-8"), re.DOTALL)
    return read_text(text)


def test_the_example_in_the_documentation_is_read():
    told = example()

    assert codes(told) == []
    heading, waiting = told.library.requirements
    assert (heading.assessable, heading.title) == (False, "Kvalitet i pasientbehandlingen")
    assert waiting == Item(
        ref="3.10",
        position=2,
        parent="3",
        point="3.10",
        title="Ventetider",
        text="Gjennomsnittlig ventetid skal være under 50 dager.\n"
        "Ingen skal vente lenger enn fristen.",
        note="Måles i NPR.",
        kind="target",
        rhythm="tertial",
        due=date(2026, 12, 31),
        groups=("somatikk", "psykisk helsevern"),
        translations={"nn": {"text": "Gjennomsnittleg ventetid skal vere under 50 dagar."}},
    )
    assert told.library.dated == date(2026, 1, 15)
    assert told.library.version == "2026"
    assert told.library.mappings[0].mappings[0].strength == 10
    assert told.library.risk_matrices[0].grid == ((0, 0), (0, 1))


@pytest.mark.parametrize("write", [write_own_yaml, write_own_xlsx])
def test_the_example_is_written_and_read_back(write):
    library = example().library

    assert read(write(library), "igjen").library == library


def test_the_template_is_filled_in_and_read():
    told = read_filled(
        {"Punkt": "3", "Tittel": "Kvalitet", "Vurderes": "nei"},
        {"Id": "a", "Under": "3", "Punkt": "3.10", "Tekst": "Kort ventetid", "Type": "Måltall"},
        head={"Datert": datetime(2026, 1, 15), "Språk": "nb"},
    )

    assert codes(told) == []
    assert told.form == "own_xlsx"
    assert told.library.dated == date(2026, 1, 15)
    assert told.library.requirements == (
        Item(ref="3", position=1, point="3", title="Kvalitet", assessable=False),
        Item(ref="a", position=2, parent="3", point="3.10", text="Kort ventetid", kind="target"),
    )


def test_the_template_alone_says_what_is_missing():
    told = read(template_xlsx(), "mal.xlsx")

    assert codes(told) == ["missing", "missing", "missing"]
    assert [one.value for one in told.problems] == ["tittel", "versjon", "kode"]


@pytest.mark.parametrize("due", ["31.12.2026", "2026-12-31", datetime(2026, 12, 31)])
def test_a_deadline_is_a_date_however_it_is_written(due):
    told = read_filled({"Id": "a", "Tekst": "b", "Frist": due})

    assert told.library.requirements[0].due == date(2026, 12, 31)


@pytest.mark.parametrize("due", ["31.02.2026", "i morgen", "12/31/2026", "2026-13-01"])
def test_what_is_no_date_is_told_with_its_row(due):
    told = read_filled({"Id": "a", "Tekst": "b"}, {"Id": "c", "Tekst": "d", "Frist": due})

    assert codes(told) == ["not_date"]
    assert str(told.problems[0].place) == "krav.xlsx, Krav, rad 3, frist"
    assert due in told.problems[0].text


def numbered(value, shown):
    def change(book):
        cell = book["Krav"].cell(2, 3)
        cell.value = value
        cell.number_format = shown

    return read_filled({"Id": "a", "Tekst": "b"}, change=change)


@pytest.mark.parametrize(
    ("value", "shown", "point"),
    [(3.1, "0.00", "3.10"), (3.1, "0.0", "3.1"), (3, "General", "3"), (7, "000", "007")],
)
def test_a_number_is_the_point_that_excel_shows(value, shown, point):
    told = numbered(value, shown)

    assert told.library.requirements[0].point == point
    assert told.warnings == ()


@pytest.mark.parametrize("shown", ["General", "@"])
def test_a_number_that_may_have_lost_a_nought_is_for_a_person_to_see(shown):
    told = numbered(3.1, shown)

    assert told.library.requirements[0].point == "3.1"
    assert [(one.code, str(one.place)) for one in told.warnings] == [
        ("number_as_point", "krav.xlsx, Krav, rad 2, Punkt")
    ]


def test_a_point_that_excel_made_a_date_is_refused():
    told = numbered(datetime(2026, 10, 3), "dd.mm.yyyy")

    assert codes(told) == ["date_as_text"]
    assert "2026-10-03" in told.problems[0].text


def test_points_in_yaml_are_what_is_written():
    told = read_text(
        "kravbibliotek: 1\nkode: no\ntittel: 2026\nversjon: 1.10\nspråk: no\n"
        "krav:\n- {punkt: 3.10, tekst: on}\n- {punkt: 0x1F, tekst: 1e3}\n- {punkt: 12:30, tekst: ~a}\n"
        "- {punkt: 007, tekst: -0}\n"
    )

    assert codes(told) == []
    assert (told.library.code, told.library.language, told.library.version) == ("no", "no", "1.10")
    assert [(item.ref, item.text) for item in told.library.requirements] == [
        ("3.10", "on"),
        ("0x1F", "1e3"),
        ("12:30", "~a"),
        ("007", "-0"),
    ]


@pytest.mark.parametrize("text", ["1e+22", "3.1", "7", "no", "null", "2026-01-01", "12:30", "=1"])
def test_texts_that_look_like_something_else_in_yaml(text):
    item = Item(ref=text, position=1, text=text, extra={"a": text, "b": [1e22, 3.1, 7, None]})
    library = Library(code=text, title=text, version=text, requirements=(item,))
    written = write_own_yaml(library)

    assert read(written, "igjen.yaml").library == library
    assert yaml.safe_load(written)["krav"][0]["tekst"] == text


def test_unknown_columns_and_rows_are_named():
    def change(book):
        book["Krav"].cell(1, 20, "Ansvarlig")
        book["Bibliotek"].cell(20, 1, "Forfatter")

    told = read_filled({"Id": "a", "Tekst": "b"}, change=change)

    assert codes(told) == ["row_unknown", "column_unknown"]
    assert [one.value for one in told.problems] == ["Forfatter", "Ansvarlig"]
    assert "Punkt" in told.problems[1].text


def test_unknown_fields_are_named_with_their_line():
    told = read_text(
        "kravbibliotek: 1\nkode: a\ntittel: b\nversjon: 1\nkrav:\n- id: a\n  tekts: b\n"
    )

    assert codes(told) == ["field_unknown", "nothing_said"]
    assert str(told.problems[0].place) == "krav.yaml, linje 6, tekts"
    assert "tekst" in told.problems[0].text


def test_columns_in_other_languages():
    def change(book):
        book["Krav"].cell(1, 12, "Tekst [nn]")
        book["Krav"].cell(2, 12, "ikkje")
        book["Bibliotek"].cell(12, 1, "Tittel [nn]")
        book["Bibliotek"].cell(12, 2, "Prøve på nynorsk")

    told = read_filled({"Id": "a", "Tekst": "ikke"}, change=change)

    assert told.library.translations == {"nn": {"title": "Prøve på nynorsk"}}
    assert told.library.requirements[0].translations == {"nn": {"text": "ikkje"}}


def test_an_empty_row_and_line_ends_of_windows_are_nothing():
    told = read_filled({"Id": "a", "Tekst": "en\r\nto"}, {}, {}, {"Id": "b", "Tekst": " tre "})

    assert [(item.ref, item.text) for item in told.library.requirements] == [
        ("a", "en\nto"),
        ("b", "tre"),
    ]


def test_yaml_with_line_ends_of_windows():
    told = read(write_own_yaml(example().library).replace(b"\n", b"\r\n"), "krav.yaml")

    assert told.library == example().library


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_encodings_that_say_what_they_are(encoding):
    text = write_own_yaml(example().library).decode()

    assert read(text.encode(encoding), "krav.yaml").library == example().library


@pytest.mark.parametrize("word", ["ja", "JA", "nei", "x", ""])
def test_yes_and_no(word):
    told = read_filled({"Id": "a", "Tekst": "b", "Vurderes": word})

    assert told.library.requirements[0].assessable == (word != "nei")


@pytest.mark.parametrize(
    ("field", "code"),
    [
        ({"type": "krav"}, "not_choice"),
        ({"rytme": "ukentlig"}, "not_choice"),
        ({"vurderes": "kanskje"}, "not_yes_no"),
        ({"merknad": ["a"]}, "not_text"),
        ({"grupper": "a"}, "not_list"),
        ({"grupper": [["a"]]}, "not_text"),
        ({"øvrig": "a"}, "not_group"),
        ({"oversettelser": {"nynorsk!": {"tekst": "a"}}}, "not_language"),
        ({"oversettelser": {"nn": {"punkt": "a"}}}, "field_unknown"),
        ({"id": "a\nb"}, "ref_lines"),
        ({"id": "", "tekst": "a"}, "missing"),
    ],
)
def test_what_is_wrong_with_a_requirement(field, code):
    told = read_own({"id": "a", "tekst": "b"} | field)

    assert codes(told) == [code]


@pytest.mark.parametrize("key", ["tittel", "versjon", "kode"])
def test_what_a_library_must_say(key):
    told = read_own({"id": "a", "tekst": "b"}, **{key: None})

    assert codes(told) == ["missing"]
    assert told.problems[0].value == key


def test_another_version_of_the_form():
    assert codes(read_own({"id": "a", "tekst": "b"}, kravbibliotek=2)) == ["form_version"]


@pytest.mark.parametrize(
    ("matrix", "code"),
    [
        ({"rutenett": [[0, 0]]}, "grid_shape"),
        ({"rutenett": [[2]]}, "grid_value"),
        ({"rutenett": [[True]]}, "grid_value"),
        ({"tittel": ""}, "missing"),
    ],
)
def test_a_matrix_that_does_not_add_up(matrix, code):
    level = {"tittel": "x"}
    scales = {"sannsynlighet": [level], "konsekvens": [level], "risiko": [level]}
    told = read_own(risikomatriser=[{"tittel": "m", "rutenett": [[0]]} | scales | matrix])

    assert codes(told) == [code]


def test_all_that_is_wrong_is_told_at_once():
    told = read_own({"id": "a", "tekst": "b", "frist": "snart"}, {"id": "a", "type": "x"})

    assert codes(told) == ["not_date", "not_choice", "nothing_said", "duplicate_ref"]


def test_a_thousand_faults_are_not_a_thousand_messages():
    told = read_own(*({"id": str(number)} for number in range(1000)))

    assert len(told.problems) == 201
    assert told.problems[-1].code == "many_more"


def risky_library():
    items = (Item(ref=text, position=n, title=text, text=text) for n, text in enumerate(RISKY, 1))
    return Library(code="=A1", title="=A1", version="+1", requirements=tuple(items))


def test_no_text_is_ever_a_formula():
    written = write_own_xlsx(risky_library())

    with zipfile.ZipFile(io.BytesIO(written)) as parts:
        sheets = [parts.read(name) for name in parts.namelist() if "worksheets/sheet" in name]
        styles = parts.read("xl/styles.xml")
    assert sheets
    assert not any(b"<f>" in sheet or b"<f " in sheet or b"hyperlink" in sheet for sheet in sheets)
    assert b'quotePrefix="1"' in styles
    krav = openpyxl.load_workbook(io.BytesIO(written))["Krav"]
    told = [cell for row in krav.iter_rows(min_row=2) for cell in row if cell.value in RISKY]
    assert len(told) == 3 * len(RISKY)
    assert {(cell.data_type, cell.number_format, cell.quotePrefix) for cell in told} == {
        ("s", "@", True)
    }


def test_texts_that_look_like_formulas_come_back_unchanged():
    library = risky_library()

    assert read(write_own_xlsx(library), "igjen.xlsx").library == library


def test_what_is_too_long_for_a_cell_comes_back_whole():
    item = Item(ref="a", position=1, text="æ" * 40_000, note="🙂" * 17_000)
    odd = Item(ref="_x000D_", position=2, parent="a", text="_x005F_", groups=("a;b", "c"))
    library = Library(code="T", title="x" * 33_000, version="1", requirements=(item, odd))

    assert read(write_own_xlsx(library), "lang.xlsx").library == library


def test_the_sheet_for_the_rest_is_not_to_be_written_in():
    library = Library(
        code="T",
        title="T",
        version="1",
        requirements=(Item(ref="a", position=1, text="b", extra={"x": 1}),),
    )

    def spoilt(cell, value):
        book = openpyxl.load_workbook(io.BytesIO(write_own_xlsx(library)))
        book["Øvrig"][cell] = value
        file = io.BytesIO()
        book.save(file)
        return codes(read(file.getvalue(), "krav.xlsx"))

    assert spoilt("D2", "|{|") == ["not_json"]
    assert spoilt("D2", '|{"a": NaN}|') == ["not_json"]
    assert spoilt("A2", "b") == ["unknown_rest"]
    assert spoilt("B2", "farge") == ["field_unknown"]
    assert spoilt("B1", "Navn") == ["column_missing"]
    assert spoilt("A2", "a") == []


def test_filled_is_what_the_tests_think_it_is():
    told = read(filled({"Id": "a", "Tekst": "b"}), "krav.xlsx")

    assert told.library == read_own({"id": "a", "tekst": "b"}).library
    assert own()["krav"] == []
