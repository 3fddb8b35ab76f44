"""One cell as text. What Excel has made of a text on its own account is told, never guessed at."""

import re
from dataclasses import dataclass
from datetime import date, datetime, time

from openpyxl.cell.read_only import ReadOnlyCell

from styrk.requirements.libraries.tree import FORBIDDEN, tidy

ESCAPED = re.compile(r"_x(00[01][0-9A-Fa-f])_")  # how spreadsheets write control characters
DECIMALS = re.compile(r"[#,]*0\.(0+)(_\))?")
ZEROS = re.compile(r"0{2,15}")


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell's text. `number`: a number with decimals, in no fixed format. `date`: a date."""

    text: str
    number: bool = False
    date: bool = False


class CellError(ValueError):
    """A cell that has no text of its own."""

    def __init__(self, code: str, value: object) -> None:
        super().__init__(code)
        self.code = code
        self.value = value


def cell_text(cell: ReadOnlyCell) -> Cell:
    """The text. Raises `CellError` for formulas, errors, times of day and control characters."""
    value: object = cell.value
    if cell.data_type == "f":
        raise CellError("formula", "")
    if cell.data_type == "e":
        raise CellError("cell_error", value)
    if isinstance(value, bool):
        return Cell("ja" if value else "nei")
    if isinstance(value, int | float):
        return number_text(value, str(cell.number_format))
    if isinstance(value, datetime):
        return Cell(_day(value), date=True)
    if isinstance(value, date):
        return Cell(value.isoformat(), date=True)
    if isinstance(value, str):
        return Cell(_text(value))
    raise CellError("cell_kind", value)


def _text(value: str) -> str:
    text = ESCAPED.sub(lambda found: chr(int(found[1], 16)), value)
    if bad := FORBIDDEN.search(text):
        raise CellError("control_character", f"U+{ord(bad[0]):04X}")
    return tidy(text)


def _day(value: datetime) -> str:
    if value.time() == time():
        return value.date().isoformat()
    return value.isoformat(sep=" ")


def number_text(value: float, shown: str) -> Cell:
    """A number as Excel shows it, where its format says how; else as it is, and told so.

    >>> number_text(3.1, "0.00").text, number_text(3.0, "General").text
    ('3.10', '3')
    """
    if found := DECIMALS.fullmatch(shown):
        return Cell(f"{value:.{len(found[1])}f}")
    whole = isinstance(value, int) or value.is_integer()
    if whole and ZEROS.fullmatch(shown):
        return Cell(f"{int(value):0{len(shown)}d}")
    return Cell(str(int(value))) if whole else Cell(repr(value), number=True)
