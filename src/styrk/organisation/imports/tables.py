"""From bytes to rows of cells: encoding, separator, quotes and the number of fields."""

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _

from styrk.core.files import SourceFile
from styrk.core.sheets import FORMULA
from styrk.organisation.imports.rows import RowError

SEPARATORS = ";,\t"
# What spreadsheets, PDFs and pictures begin with.
OTHER_KINDS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"%PDF", b"\x89PNG", b"\xff\xd8\xff")


@dataclass(frozen=True)
class Table:
    """A file's header and its rows that are not empty, each with its number (the header is row 1)."""

    file: str
    header: tuple[str, ...]
    rows: tuple[tuple[int, dict[str, str]], ...]


class Unreadable(Exception):
    """The file is not a table that can be read; `errors` tell where."""

    def __init__(self, *errors: RowError) -> None:
        super().__init__(errors)
        self.errors = errors


def table(source: SourceFile) -> Table:
    """Raises Unreadable."""
    every = lines(source)
    number, header = next(every, (0, []))
    if not number:
        raise Unreadable(RowError(source.name, 0, "", _("Fila er tom.")))
    names = tuple(name.strip() for name in header)
    check_header(source.name, number, names)
    rows, errors = [], []
    for number, cells in every:
        if len(cells) == len(names):
            rows.append((number, dict(zip(names, map(plain, cells), strict=True))))
        else:
            errors.append(wrong_length(source.name, number, len(cells), len(names)))
    if errors:
        raise Unreadable(*errors)
    return Table(source.name, names, tuple(rows))


def lines(source: SourceFile) -> Iterator[tuple[int, list[str]]]:
    """Rows that are not empty, each with its number. Raises Unreadable, also on the way."""
    text = _decoded(source)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=_separator(text), strict=True)
    number = 0
    try:
        for number, cells in enumerate(reader, start=1):
            if any(cell.strip() for cell in cells):
                yield number, cells
    except csv.Error:
        message = _(
            'Raden kan ikke leses. Se etter et hermetegn («"») som mangler eller står feil.'
        )
        raise Unreadable(RowError(source.name, number + 1, "", message)) from None


def _decoded(source: SourceFile) -> str:
    data = source.data
    if data.startswith(OTHER_KINDS):
        message = _("Fila er ikke en CSV-fil. Lagre arket som «CSV UTF-8», og velg den fila.")
        raise Unreadable(RowError(source.name, 0, "", message))
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        message = _(
            "Fila er ikke lagret som UTF-8, men trolig som Latin-1 (Windows-1252)."
            " Lagre den på nytt som «CSV UTF-8», og prøv igjen."
        )
        raise Unreadable(RowError(source.name, _row_at(data, error.start), "", message)) from None
    if "\0" in text:
        message = _(
            "Fila er ikke en CSV-fil, eller den er lagret som UTF-16. Lagre den som «CSV UTF-8»."
        )
        raise Unreadable(RowError(source.name, _row_at(data, data.index(b"\0")), "", message))
    return text


def _row_at(data: bytes, offset: int) -> int:
    return data.count(b"\n", 0, offset) + 1


def _separator(text: str) -> str:
    """The one that gives the most columns in the header."""
    first = text.lstrip().partition("\n")[0]
    return max(SEPARATORS, key=first.count)


def plain(cell: str) -> str:
    """The cell without the line breaks, hard and double spaces that spreadsheets carry along.

    An apostrophe before a formula's first sign is how our own export keeps it from being one.
    """
    text = " ".join(cell.split())
    return text[1:] if text[:1] == "'" and text[1:2] in FORMULA else text


def check_header(file: str, number: int, names: tuple[str, ...]) -> None:
    """Raises Unreadable where a column stands twice."""
    twice = sorted({name for name in names if names.count(name) > 1})
    if twice:
        raise Unreadable(
            *(RowError(file, number, name, _("Kolonnen står flere ganger.")) for name in twice)
        )


def wrong_length(file: str, number: int, found: int, expected: int) -> RowError:
    """What is said of a row with another number of cells than the header."""
    message = _("Raden har %(found)s felt, men overskriften har %(expected)s.")
    return RowError(file, number, "", message % {"found": found, "expected": expected})
