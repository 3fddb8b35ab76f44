"""A spreadsheet of texts: no text ever becomes a formula, a link or a number."""

import io
import re
from datetime import UTC, datetime

import xlsxwriter  # type: ignore[import-untyped]
from xlsxwriter.format import Format  # type: ignore[import-untyped]
from xlsxwriter.worksheet import Worksheet  # type: ignore[import-untyped]

from styrk.requirements.libraries import limits

# What the spreadsheet's own way of writing control characters would change.
UNSAFE = re.compile(r"_x00[01][0-9A-Fa-f]_|x005F_")
# What a spreadsheet may take for a formula when somebody edits the cell.
RISKY = ("=", "+", "-", "@", "\t", "\r")


class TextBook:
    """The sheets as they are written, and the looks of their cells. The same texts, the same bytes."""

    def __init__(self) -> None:
        self._file = io.BytesIO()
        no_guesses = {
            "strings_to_formulas": False,
            "strings_to_urls": False,
            "strings_to_numbers": False,
        }
        self.book = xlsxwriter.Workbook(self._file, {"in_memory": True, **no_guesses})
        self.book.set_properties({"created": datetime(2000, 1, 1, tzinfo=UTC)})
        text = {"num_format": "@", "text_wrap": True, "valign": "top"}
        self.text = self.book.add_format(text)
        self.risky = self.book.add_format(text | {"quote_prefix": True})
        self.day = self.book.add_format({"num_format": "dd.mm.yyyy", "valign": "top"})
        self.name = self.book.add_format({"bold": True, "bottom": 1, "valign": "top"})

    def sheet(self, name: str) -> Worksheet:
        return self.book.add_worksheet(name)

    def put(self, sheet: Worksheet, row: int, column: int, told: str, shown: Format) -> None:
        """Always a text, and one that stays a text when somebody edits the cell."""
        risky = told.startswith(RISKY) and shown is self.text
        sheet.write_string(row, column, told, self.risky if risky else shown)

    def finished(self) -> bytes:
        self.book.close()
        return self._file.getvalue()


def fits(told: str) -> bool:
    """Whether a cell holds the text as it is."""
    units = len(told.encode("utf-16-le")) // 2
    return units <= limits.MAX_CELL_UNITS and not UNSAFE.search(told)
