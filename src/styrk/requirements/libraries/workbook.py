"""A spreadsheet as rows of cells with text, each with its place. No formula is ever reckoned."""

import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any
from xml.etree.ElementTree import ParseError
from zipfile import BadZipFile

import openpyxl
from defusedxml import DefusedXmlException
from openpyxl.cell.read_only import EmptyCell, ReadOnlyCell
from openpyxl.utils import get_column_letter
from openpyxl.utils.exceptions import InvalidFileException
from openpyxl.worksheet._read_only import ReadOnlyWorksheet

from styrk.requirements.libraries import limits
from styrk.requirements.libraries.cells import Cell, CellError, cell_text
from styrk.requirements.libraries.package import merged_cells, opened
from styrk.requirements.libraries.problems import Place, Problems, refused

# What a spreadsheet in disorder makes the reader say: it trusts its input.
BROKEN = (
    AttributeError,
    AssertionError,
    BadZipFile,
    DefusedXmlException,
    InvalidFileException,
    LookupError,
    OSError,
    OverflowError,
    ParseError,
    SyntaxError,
    TypeError,
    ValueError,
)


@dataclass(frozen=True, slots=True)
class Row:
    """A row with content: its cells by column, from 0; empty cells are left out."""

    place: Place
    cells: dict[int, Cell]

    def text(self, column: int) -> str:
        cell = self.cells.get(column)
        return cell.text if cell else ""


@dataclass(frozen=True)
class Sheet:
    """One sheet: its rows with content, and the ranges of cells that are merged ("A3:B5")."""

    name: str
    place: Place
    rows: list[Row]
    merged: list[str]
    hidden: bool


class Book:
    """The sheets of a spreadsheet, each read when it is asked for."""

    def __init__(self, data: bytes, file: Place, problems: Problems) -> None:
        """Raises `Refused` for what is no sound spreadsheet."""
        self.file = file
        self.problems = problems
        self._package = opened(data, file)
        with _sound(file):
            book = openpyxl.load_workbook(self._package, read_only=True, keep_links=False)
            found = [sheet for sheet in book.worksheets if isinstance(sheet, ReadOnlyWorksheet)]
        if len(found) > limits.MAX_SHEETS:
            raise refused(file, "too_many_sheets", limit=limits.MAX_SHEETS)
        # Any: the type stubs describe only the ordinary sheets, not the read-only ones.
        self._sheets: dict[str, Any] = {sheet.title: sheet for sheet in found}

    @property
    def names(self) -> list[str]:
        return list(self._sheets)

    def sheet(self, name: str) -> Sheet:
        """One sheet. Cells that cannot be read are noted; raises `Refused` for what is too much."""
        place = Place(file=self.file.file, sheet=name)
        sheet = self._sheets[name]
        with _sound(self.file):
            path = sheet._worksheet_path  # noqa: SLF001  # openpyxl has no public name for it
            merged = merged_cells(self._package, path)
            rows = list(_rows(sheet, place, self.problems))
        hidden = sheet.sheet_state != "visible"
        return Sheet(name=name, place=place, rows=rows, merged=merged, hidden=hidden)


@contextmanager
def _sound(file: Place) -> Iterator[None]:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of features that we do not read
            yield
    except BROKEN as error:
        raise refused(file, "zip_broken") from error


def _rows(sheet: Any, place: Place, problems: Problems) -> Iterator[Row]:
    """Rows with content, as the sheet has them and not as it says it has them."""
    sheet.reset_dimensions()
    count = 0
    for number, cells in enumerate(sheet.iter_rows(), start=1):
        if number > limits.LAST_ROW_OF_EXCEL:
            raise refused(place, "too_many_rows", limit=limits.MAX_ROWS)
        if len(cells) > limits.MAX_COLUMNS and _filled(cells[limits.MAX_COLUMNS :]):
            raise refused(place, "too_many_columns", limit=limits.MAX_COLUMNS)
        row_place = Place(file=place.file, sheet=place.sheet, row=number)
        if found := _texts(cells, row_place, problems):
            count += 1
            yield Row(row_place, found)
        if count > limits.MAX_ROWS:
            raise refused(place, "too_many_rows", limit=limits.MAX_ROWS)


type AnyCell = ReadOnlyCell | EmptyCell


def _filled(cells: tuple[AnyCell, ...]) -> bool:
    return any(cell.value is not None for cell in cells)


def _texts(cells: tuple[AnyCell, ...], place: Place, problems: Problems) -> dict[int, Cell]:
    found = {}
    for column, cell in enumerate(cells):
        if not isinstance(cell, ReadOnlyCell) or cell.value is None:
            continue
        try:
            read = cell_text(cell)
        except CellError as error:
            problems.add(place.at(get_column_letter(column + 1)), error.code, value=error.value)
            continue
        if read.text:
            found[column] = read
    return found
