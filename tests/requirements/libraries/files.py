"""Files to read: the real ones where they are, and small ones made for a test."""

import io
import json
from functools import cache
from pathlib import Path

import openpyxl
import pytest
import yaml

from styrk.requirements.libraries import (
    Read,
    read,
    template_xlsx,
    write_ciso_xlsx,
    write_ciso_yaml,
    write_oscal_json,
    write_own_xlsx,
    write_own_yaml,
)

FRAMEWORKS = Path(__file__).resolve().parents[4] / "shared" / "data" / "frameworks"
WRITERS = {
    "own_yaml": write_own_yaml,
    "own_xlsx": write_own_xlsx,
    "ciso_yaml": write_ciso_yaml,
    "ciso_xlsx": write_ciso_xlsx,
    "oscal": write_oscal_json,
}
LOW = "oscal/NIST_SP-800-53_rev5_LOW-baseline-resolved-profile_catalog-min.json"
CSF = "ciso/nist-csf-2.0.yaml"
EXAMPLE = "ciso/example_framework.xlsx"


def real(name: str) -> bytes:
    """One of the published frameworks; skips the test where they are not at hand."""
    path = FRAMEWORKS / name
    if not path.is_file():
        pytest.skip(f"needs the published framework {name} in ../shared/data/frameworks")
    return path.read_bytes()


@cache
def read_real(name: str) -> Read:
    return read(real(name), Path(name).name)


def codes(told: Read) -> list[str]:
    """What was wrong, in order. A file with something wrong gives no library."""
    assert (told.library is None) == bool(told.problems)
    assert all(one.text and "%(" not in one.text for one in (*told.problems, *told.warnings))
    return [one.code for one in told.problems]


def own(*entries: dict, **head: object) -> dict:
    """Our document with these requirements."""
    told = {"kravbibliotek": 1, "kode": "T", "tittel": "Prøve", "versjon": "1"} | head
    return told | {"krav": list(entries)}


def as_yaml(document: object) -> bytes:
    dumper = getattr(yaml, "CSafeDumper", yaml.SafeDumper)
    return yaml.dump(document, Dumper=dumper, allow_unicode=True, sort_keys=False).encode()


def read_own(*entries: dict, **head: object) -> Read:
    return read(as_yaml(own(*entries, **head)), "krav.yaml")


def read_text(text: str, name: str = "krav.yaml") -> Read:
    return read(text.encode(), name)


def filled(*rows: dict, head: dict | None = None, change=lambda book: None) -> bytes:
    """The template as a person fills it in: cells by name of column; `change` is done last."""
    book = openpyxl.load_workbook(io.BytesIO(template_xlsx()))
    library = book["Bibliotek"]
    values = {"Kode": "T", "Tittel": "Prøve", "Versjon": "1"} | (head or {})
    for row in library.iter_rows(min_row=2):
        row[1].value = values.get(row[0].value)
    sheet = book["Krav"]
    columns = {cell.value: cell.column for cell in sheet[1]}
    for number, cells in enumerate(rows, start=2):
        for name, value in cells.items():
            sheet.cell(number, columns[name], value)
    change(book)
    return saved(book)


def read_filled(*rows: dict, **more) -> Read:
    return read(filled(*rows, **more), "krav.xlsx")


def saved(book: openpyxl.Workbook) -> bytes:
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def ciso(*nodes: dict, **head: object) -> dict:
    """CISO Assistant's document with these requirement nodes."""
    told = {"urn": "urn:x:library:t", "locale": "nb", "ref_id": "T", "name": "Prøve", "version": 1}
    framework = {"urn": "urn:x:framework:t", "requirement_nodes": list(nodes)}
    return told | head | {"objects": {"framework": framework}}


def catalog(*controls: dict, **more: object) -> dict:
    """An OSCAL catalog with these controls at the top."""
    metadata = {"title": "Prøve", "version": "1", "oscal-version": "1.1.2"}
    return {"catalog": {"uuid": "u", "metadata": metadata, "controls": list(controls)} | more}


def as_json(document: object) -> bytes:
    return json.dumps(document).encode()


def ciso_book(*rows: list, header: list | None = None, sheets: dict | None = None) -> bytes:
    """CISO Assistant's Excel form with a framework of these rows, and further sheets."""
    head = header or ["assessable", "depth", "ref_id", "name", "description"]
    told = {
        "library_meta": [
            ["type", "library"],
            ["urn", "urn:x:library:t"],
            ["version", 1],
            ["locale", "nb"],
            ["ref_id", "T"],
            ["name", "Prøve"],
        ],
        "f_meta": [["type", "framework"], ["base_urn", "urn:x:req"], ["urn", "urn:x:framework:t"]],
        "f_content": [head, *rows],
    }
    return book_of(told | (sheets or {}))


def book_of(sheets: dict[str, list[list]]) -> bytes:
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    return saved(book)
