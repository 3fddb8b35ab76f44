"""From bytes to rows of cells, of a CSV file or the first sheet of a workbook."""

import warnings
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

import openpyxl
from django.utils.translation import gettext as _
from openpyxl.cell.read_only import EmptyCell, ReadOnlyCell
from openpyxl.worksheet._read_only import ReadOnlyWorksheet

from styrk.core import guard
from styrk.core.files import SourceFile
from styrk.organisation.imports.rows import RowError
from styrk.organisation.imports.tables import (
    Unreadable as Unreadable,
)
from styrk.organisation.imports.tables import (
    check_header,
    lines,
    plain,
    wrong_length,
)
from styrk.requirements.libraries import MESSAGES
from styrk.requirements.libraries.package import opened as unpacked
from styrk.requirements.libraries.problems import Place, Refused
from styrk.requirements.libraries.workbook import BROKEN

MEGABYTE = 1024 * 1024
MAX_BYTES = 10 * MEGABYTE
ZIP = b"PK\x03\x04"
# A row of a real file has some tens of cells.
MAX_COLUMNS = 500


@dataclass(frozen=True)
class Table:
    """A file's header, its rows that could be read (the header is row 1), and what is wrong with others."""

    file: str
    header: tuple[str, ...]
    rows: tuple[tuple[int, dict[str, str]], ...]
    errors: tuple[RowError, ...]


class Identified(Exception):
    """Fødselsnummer stand in the file: nothing of it is taken, and nothing of it is kept."""

    def __init__(self, errors: Sequence[RowError]) -> None:
        super().__init__(*(error.row for error in errors))
        self.errors = tuple(errors)


def opened(paths: Sequence[Path]) -> tuple[list[SourceFile], list[RowError]]:
    """The files that can be read, and why the others cannot. One that is too large is not read."""
    files, refused = [], []
    for path in paths:
        try:
            too_big = path.stat().st_size > MAX_BYTES
            files.append(SourceFile(path.name, b"" if too_big else path.read_bytes()))
        except OSError as error:
            text = _("Fila kan ikke åpnes: %(why)s.") % {"why": error.strerror}
            refused.append(RowError(str(path), 0, "", text))
            continue
        if too_big:
            files.pop()
            refused.append(RowError(path.name, 0, "", is_too_big()))
    return files, refused


def is_too_big() -> str:
    text = _("Fila er større enn %(limit)s MB. Del den opp, og prøv igjen.")
    return text % {"limit": MAX_BYTES // MEGABYTE}


def _identified(file: str, number: int, column: tuple[str, ...]) -> RowError:
    """Never repeat it: the message is shown, logged and kept."""
    text = _("Et fødselsnummer står her. Ta det bort fra fila.")
    return RowError(file, number, "".join(column), text)


def read_table(source: SourceFile) -> Table:
    """Raises Unreadable where the file as a whole is no table. A row that is wrong is only left out.

    Raises Identified where it names persons by number.
    """
    if len(source.data) > MAX_BYTES:
        raise Unreadable(RowError(source.name, 0, "", is_too_big()))
    every = _sheet(source) if source.data.startswith(ZIP) else lines(source)
    number, header = next(every, (0, []))
    if not number:
        raise Unreadable(RowError(source.name, 0, "", _("Fila er tom.")))
    names = tuple(plain(name) for name in header)
    check_header(source.name, number, tuple(name for name in names if name))
    rows, errors, identified = [], [], []
    for number, cells in every:
        identified += [
            _identified(source.name, number, names[place : place + 1])
            for place, cell in enumerate(cells)
            if guard.has_person_number(cell)
        ]
        if len(cells) == len(names):
            rows.append((number, dict(zip(names, map(plain, cells), strict=True))))
        else:
            errors.append(wrong_length(source.name, number, len(cells), len(names)))
    if identified:
        raise Identified(identified)
    return Table(source.name, names, tuple(rows), tuple(errors))


def _sheet(source: SourceFile) -> Iterator[tuple[int, list[str]]]:
    """The rows of the first sheet that can be seen, as wide as its first row."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of features that we do not read
            package = unpacked(source.data, Place(file=source.name))
            book = openpyxl.load_workbook(package, read_only=True, keep_links=False)
            sheets = [one for one in book.worksheets if isinstance(one, ReadOnlyWorksheet)]
            seen = [one for one in sheets if one.sheet_state == "visible"]
            # Any: the type stubs describe only the ordinary sheets, not the read-only ones.
            found = list(_rows(seen[0])) if seen else []
    except Refused as refused:
        problem = refused.problem
        text = _(MESSAGES[problem.code]) % problem.values
        raise Unreadable(RowError(source.name, 0, "", text)) from None
    except BROKEN:
        text = _("Regnearket er ødelagt. Åpne og lagre det på nytt som .xlsx.")
        raise Unreadable(RowError(source.name, 0, "", text)) from None
    yield from found


def _rows(sheet: Any) -> Iterator[tuple[int, list[str]]]:
    sheet.reset_dimensions()
    width = 0
    for number, cells in enumerate(sheet.iter_rows(max_col=MAX_COLUMNS), start=1):
        texts = [_text(cell) for cell in cells]
        while texts and not texts[-1]:
            texts.pop()
        if not texts:
            continue
        width = width or len(texts)
        yield number, texts + [""] * (width - len(texts))


def _text(cell: ReadOnlyCell | EmptyCell) -> str:
    """A number with a decimal comma, a day as ISO writes it, and a formula as it stands."""
    value: object = cell.value
    if value is None:
        return ""
    if isinstance(value, float):
        return f"{value:.15g}".replace(".", ",") if abs(value) < 10**15 else repr(value)
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time() else value.isoformat(" ")
    if isinstance(value, date):
        return value.isoformat()
    return str(value)
