"""The content as a spreadsheet: numbers as numbers, and no text ever a formula."""

import io
import re
from datetime import UTC, datetime

import xlsxwriter  # type: ignore[import-untyped]
from django.utils.translation import gettext as _
from xlsxwriter.format import Format  # type: ignore[import-untyped]
from xlsxwriter.worksheet import Worksheet  # type: ignore[import-untyped]

from styrk.core.papers import Facts, Note, Paragraph, Quote, writable
from styrk.core.progress import Stage, Tell, silent
from styrk.review.pack import telling, words
from styrk.review.pack.blocks import Block, Cell, Chapter, Drawing, Grid
from styrk.review.pack.paper import Added
from styrk.review.pack.shape import Content
from styrk.ui.charts import as_table
from styrk.ui.words import spoken_day

NO_GUESSES = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
# What the spreadsheet's own way of writing control characters would change.
UNSAFE = re.compile(r"_x[0-9A-Fa-f]{4}_")
# Not in the name of a sheet, which is at most so long.
NOT_IN_NAMES = re.compile(r"[\[\]:*?/\\']")
LONGEST_NAME, LONGEST = 31, 32_000
WIDE, NARROW = 44, 16


def xlsx(
    content: Content,
    *,
    at: datetime,
    facts: list[tuple[str, str]],
    added: list[Added],
    tell: Tell = silent,
) -> bytes:
    """A sheet for each section. The same content, time, facts and additions give the same bytes."""
    file = io.BytesIO()
    book = xlsxwriter.Workbook(file, {"in_memory": True, **NO_GUESSES})
    book.set_properties(
        {
            "title": words.title(content),
            "author": content.unit,
            "created": at.astimezone(UTC).replace(tzinfo=None, microsecond=0),
        }
    )
    writer = _Writer(book)
    setting = Stage(tell, "set", len(content.sections))
    for place, chapter in enumerate(telling.each(content)):
        writer.chapter(chapter, None if place else content, facts)
        setting.done(None)
    if added:
        writer.added(added)
    Stage(tell, "file", 1).done(book.close())
    return file.getvalue()


class _Writer:
    def __init__(self, book: xlsxwriter.Workbook) -> None:
        self.book = book
        self.formats: dict[tuple[int, str], Format] = {}
        self.text = book.add_format({"num_format": "@", "text_wrap": True, "valign": "top"})
        self.head = book.add_format({"bold": True, "bottom": 1, "valign": "top", "text_wrap": True})
        self.title = book.add_format({"bold": True, "font_size": 14})
        self.sheet: Worksheet
        self.row = 0

    def chapter(self, one: Chapter, front: Content | None, facts: list[tuple[str, str]]) -> None:
        self._open(one.title)
        if front:
            self._line(words.title(front), self.title)
            for name, value in ((_("Enhet"), front.unit), *facts):
                self._pair(name, value)
            self.row += 1
        self._line(one.title, self.title)
        if one.text.strip():
            self._line(one.text)
        for block in one.blocks:
            self.row += 1
            self._block(block)

    def added(self, added: list[Added]) -> None:
        self._open(_("Tillegg"))
        for one in added:
            self._pair(f"{spoken_day(one.at)}, {one.by}", one.text)

    def _open(self, name: str) -> None:
        self.sheet = self.book.add_worksheet(
            _safe(NOT_IN_NAMES.sub(" ", name))[:LONGEST_NAME].strip()
        )
        self.sheet.set_column(0, 0, WIDE)
        self.sheet.set_column(1, 20, NARROW)
        self.sheet.set_paper(9)
        self.sheet.set_landscape()
        self.sheet.fit_to_pages(1, 0)
        self.row = 0

    def _block(self, block: Block) -> None:
        match block:
            case Grid():
                self._grid(block)
            case Facts(rows):
                for name, value in rows:
                    self._pair(name, value)
            case Note(heading, text, _tone):
                self._pair(heading, text)
            case Quote(text, source):
                self._pair(source, text)
            case Paragraph(text, _lead):
                self._line(text)
            case Drawing():
                self._grid(_behind(block))
                if block.note:
                    self._line(block.note)

    def _grid(self, grid: Grid) -> None:
        self._line(grid.caption, self.head)
        for column, name in enumerate(grid.header):
            self._write(column, name, self.head)
        self.row += 1
        for row in grid.rows:
            for column, cell in enumerate(row):
                self._cell(column, cell)
            self.row += 1
        if grid.note:
            self._line(grid.note)

    def _cell(self, column: int, cell: Cell) -> None:
        if cell.number is None:
            # A text beside signs says what they say.
            text = cell.text or ". ".join(one.described for one in cell.signs)
            self._write(column, text, self.text)
        else:
            self.sheet.write_number(self.row, column, cell.number, self._format(cell))

    def _format(self, cell: Cell) -> Format:
        shown = "#,##0" + ("." + "0" * cell.decimals if cell.decimals else "")
        key = (cell.decimals, "")
        if key not in self.formats:
            self.formats[key] = self.book.add_format({"num_format": shown, "valign": "top"})
        return self.formats[key]

    def _pair(self, name: str, value: str) -> None:
        self._write(0, name, self.text)
        self._write(1, value, self.text)
        self.row += 1

    def _line(self, text: str, form: Format | None = None) -> None:
        self._write(0, text, form or self.text)
        self.row += 1

    def _write(self, column: int, text: str, form: Format) -> None:
        self.sheet.write_string(self.row, column, _safe(text), form)


def _behind(drawing: Drawing) -> Grid:
    """The figures that a picture is drawn from."""
    table = as_table(drawing.chart)
    rows = tuple(tuple(Cell(text) for text in row) for row in table.rows)
    return Grid(drawing.chart.title, table.header, rows, tuple(1 for _ in table.header))


def _safe(text: str) -> str:
    """What a cell can hold; a sequence that would be read as a control character is broken up."""
    return UNSAFE.sub(lambda found: found[0].replace("_x", "_ x"), writable(text))[:LONGEST]
