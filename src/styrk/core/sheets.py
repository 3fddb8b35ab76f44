"""Rows as a file for a spreadsheet: CSV with semicolons, or a workbook."""

import csv
import io
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

import xlsxwriter  # type: ignore[import-untyped]

type Cell = str | Decimal | None
# A spreadsheet calculates a text that begins like a formula.
FORMULA = ("=", "+", "-", "@")
WIDTH = 18
PLAIN: dict[str, Any] = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}


def csv_of(head: Sequence[str], rows: Iterable[Sequence[Cell]]) -> bytes:
    """UTF-8 with BOM and a decimal comma; a text that looks like a formula has an apostrophe before it."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=";")
    writer.writerow(head)
    writer.writerows([_said(cell) for cell in row] for row in rows)
    return text.getvalue().encode("utf-8-sig")


def workbook_of(title: str, head: Sequence[str], rows: Iterable[Sequence[Cell]]) -> bytes:
    """One sheet with a heading that stays; texts are texts, whatever they look like."""
    target = io.BytesIO()
    book = xlsxwriter.Workbook(target, PLAIN)
    # The same rows give the same file: nothing in it of when it was asked for.
    book.set_properties({"created": datetime(2000, 1, 1, tzinfo=UTC)})
    sheet = book.add_worksheet(title)
    sheet.write_row(0, 0, head, book.add_format({"bold": True}))
    sheet.set_column(0, len(head) - 1, WIDTH)
    sheet.freeze_panes(1, 0)
    for number, row in enumerate(rows, start=1):
        for column, cell in enumerate(row):
            if isinstance(cell, Decimal):
                sheet.write_number(number, column, float(cell))
            elif cell:
                sheet.write_string(number, column, cell)
    book.close()
    return target.getvalue()


def _said(cell: Cell) -> str:
    if isinstance(cell, Decimal):
        return _plain(cell).replace(".", ",")
    text = cell or ""
    return f"'{text}" if text.startswith(FORMULA) else text


def _plain(number: Decimal) -> str:
    """The number without zeros that say nothing."""
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
