"""Our own document to our own spreadsheet. No text ever becomes a formula."""

import io
import json
import re
from collections.abc import Iterable
from datetime import UTC, date, datetime

import xlsxwriter  # type: ignore[import-untyped]
from xlsxwriter.format import Format  # type: ignore[import-untyped]
from xlsxwriter.worksheet import Worksheet  # type: ignore[import-untyped]

from styrk.requirements.libraries import limits
from styrk.requirements.libraries.columns import translated
from styrk.requirements.libraries.own import ENTRY, HEADER, KINDS, RHYTHMS, entry, header
from styrk.requirements.libraries.own_guide import GUIDE
from styrk.requirements.libraries.own_parts import LANGUAGES
from styrk.requirements.libraries.own_sheets import (
    COLUMNS,
    DATE_KEYS,
    FENCE,
    FORM,
    FORM_ROW,
    GUIDE_SHEET,
    LIBRARY_SHEET,
    LIST_KEYS,
    REQUIREMENT_SHEET,
    REST_COLUMNS,
    REST_SHEET,
    ROWS,
)
from styrk.requirements.libraries.shape import Json, Library

type Group = dict[str, Json]

# What the spreadsheet's own way of writing control characters would change.
UNSAFE = re.compile(r"_x00[01][0-9A-Fa-f]_|x005F_")
# What a spreadsheet may take for a formula when somebody edits the cell.
RISKY = ("=", "+", "-", "@", "\t", "\r")
PIECE = 32_000
FIRST_SAFE_YEAR = 1901  # Excel has a 29 February 1900
WIDTHS = {"tekst": 70, "tittel": 40, "merknad": 40, "beskrivelse": 70}
EMPTY_ROWS = 1_000  # prepared for those who fill in the template
TOO_LONG = "Se arket Øvrig"


def write_own_xlsx(library: Library) -> bytes:
    """The library as our own spreadsheet: the same library is always the same bytes."""
    return _Writer().written(header(library), [entry(item) for item in library.requirements])


def template_xlsx() -> bytes:
    """The spreadsheet with nothing filled in: columns as text, lists to choose from, a guide."""
    return _Writer().written({}, [])


class _Writer:
    def __init__(self) -> None:
        self.file = io.BytesIO()
        no_guesses = {
            "strings_to_formulas": False,
            "strings_to_urls": False,
            "strings_to_numbers": False,
        }
        self.book = xlsxwriter.Workbook(self.file, {"in_memory": True, **no_guesses})
        self.book.set_properties({"created": datetime(2000, 1, 1, tzinfo=UTC)})
        text = {"num_format": "@", "text_wrap": True, "valign": "top"}
        self.text = self.book.add_format(text)
        self.risky = self.book.add_format(text | {"quote_prefix": True})
        self.day = self.book.add_format({"num_format": "dd.mm.yyyy", "valign": "top"})
        self.name = self.book.add_format({"bold": True, "bottom": 1, "valign": "top"})
        self.rest: list[tuple[str, str, Json]] = []

    def written(self, head: Group, entries: list[Group]) -> bytes:
        self._library(head)
        self._requirements(entries)
        if self.rest:
            self._rest()
        self._guide()
        self.book.close()
        return self.file.getvalue()

    def _library(self, head: Group) -> None:
        sheet = self.book.add_worksheet(LIBRARY_SHEET)
        sheet.set_column(0, 0, 24, self.name)
        sheet.set_column(1, 1, 80, self.text)
        names = [*ROWS, *_languages([head], translated(HEADER))]
        self._put(sheet, 0, 0, FORM_ROW, self.name)
        self._put(sheet, 0, 1, FORM, self.text)
        cells = self._cells("", head, names)
        for number, name in enumerate(names, start=1):
            self._put(sheet, number, 0, _shown(name, ROWS), self.name)
            self._cell(sheet, number, 1, name, cells.get(name))

    def _requirements(self, entries: list[Group]) -> None:
        sheet = self.book.add_worksheet(REQUIREMENT_SHEET)
        names = [*COLUMNS, *_languages(entries, translated(ENTRY))]
        for column, name in enumerate(names):
            shown = self.day if name in DATE_KEYS else self.text
            sheet.set_column(column, column, WIDTHS.get(name, 16), shown)
            self._put(sheet, 0, column, _shown(name, COLUMNS), self.name)
        sheet.freeze_panes(1, 1)
        _offer_choices(sheet, names, max(len(entries), EMPTY_ROWS))
        for row, one in enumerate(entries, start=1):
            cells = self._cells(f"({row}) {TOO_LONG}", one, names)
            for column, name in enumerate(names):
                self._cell(sheet, row, column, name, cells.get(name))

    def _cells(self, stand_in: str, group: Group, names: list[str]) -> dict[str, str]:
        """The texts of the cells. What they cannot hold goes to the sheet for the rest."""
        cells = {}
        left = dict(group)
        ref = str(group.get("id", ""))
        shown = ref if _fits(ref) else stand_in
        for name in names:
            value = _flat(name, group)
            if value is None:
                continue
            if _holds(name, value):
                cells[name] = _joined(value)
                left = _without(name, left)
            else:
                cells[name] = stand_in or TOO_LONG
        self.rest += [(shown, key, value) for key, value in left.items()]
        return cells

    def _cell(self, sheet: Worksheet, row: int, column: int, name: str, told: str | None) -> None:
        if told is None:
            return
        day = date.fromisoformat(told) if name in DATE_KEYS else None
        if day and day.year >= FIRST_SAFE_YEAR:
            sheet.write_datetime(row, column, day, self.day)
        else:
            self._put(sheet, row, column, told, self.text)

    def _put(self, sheet: Worksheet, row: int, column: int, told: str, shown: Format) -> None:
        """Always a text, and one that stays a text when somebody edits the cell."""
        risky = told.startswith(RISKY) and shown is self.text
        sheet.write_string(row, column, told, self.risky if risky else shown)

    def _rest(self) -> None:
        sheet = self.book.add_worksheet(REST_SHEET)
        sheet.set_column(0, 3, 24, self.text)
        lines = [REST_COLUMNS, *_pieces(self.rest)]
        for row, line in enumerate(lines):
            for column, told in enumerate(line):
                self._put(sheet, row, column, told, self.text if row else self.name)

    def _guide(self) -> None:
        sheet = self.book.add_worksheet(GUIDE_SHEET)
        sheet.set_column(0, 0, 24, self.text)
        sheet.set_column(1, 1, 100, self.text)
        for row, (name, told) in enumerate(GUIDE):
            self._put(sheet, row, 0, name, self.name)
            self._put(sheet, row, 1, told, self.text)


def _languages(groups: Iterable[Group], keys: Iterable[str]) -> list[str]:
    """Names of further columns: `tittel [nn]`, for what is there in other languages."""
    found: dict[str, None] = {}
    for group in groups:
        for language, texts in _texts(group).items():
            said = texts if isinstance(texts, dict) else {}
            found |= {f"{key} [{language}]": None for key in keys if key in said}
    return sorted(found, key=lambda name: name.partition("[")[2])


def _texts(group: Group) -> Group:
    texts = group.get(LANGUAGES)
    return texts if isinstance(texts, dict) else {}


def _shown(name: str, names: dict[str, str]) -> str:
    key, bracket, language = name.partition(" [")
    return f"{names[key]}{bracket}{language}"


def _flat(name: str, group: Group) -> Json:
    key, _, language = name.removesuffix("]").partition(" [")
    if not language:
        return group.get(key)
    texts = _texts(group).get(language)
    return texts.get(key) if isinstance(texts, dict) else None


def _without(name: str, group: Group) -> Group:
    """The group without what stands in this cell; in other languages, without that text."""
    key, _, language = name.removesuffix("]").partition(" [")
    if not language:
        return {other: value for other, value in group.items() if other != key}
    texts = dict(_texts(group))
    said = texts.pop(language)
    kept = {k: v for k, v in said.items() if k != key} if isinstance(said, dict) else {}
    texts |= {language: kept} if kept else {}
    return _without(LANGUAGES, group) | ({LANGUAGES: texts} if texts else {})


def _joined(value: Json) -> str:
    if isinstance(value, list):
        return "\n".join(str(one) for one in value)
    return ("nei", "ja")[value] if isinstance(value, bool) else str(value)


def _holds(name: str, value: Json) -> bool:
    """Whether the reader will find the same in the cell."""
    apart = isinstance(value, list) and any(set(str(one)) & {";", "\n"} for one in value)
    return _fits(_joined(value)) and not (name in LIST_KEYS and apart)


def _fits(told: str) -> bool:
    units = len(told.encode("utf-16-le")) // 2
    return units <= limits.MAX_CELL_UNITS and not UNSAFE.search(told)


def _pieces(rest: list[tuple[str, str, Json]]) -> Iterable[tuple[str, ...]]:
    for ref, key, value in rest:
        told = re.sub("_(?=x)|(?<=x005F)_", r"\\u005f", json.dumps(value))
        for number, start in enumerate(range(0, len(told), PIECE), start=1):
            yield ref, key, str(number), f"{FENCE}{told[start : start + PIECE]}{FENCE}"


def _offer_choices(sheet: Worksheet, names: list[str], rows: int) -> None:
    offers = {"vurderes": ["ja", "nei"], "type": list(KINDS), "rytme": list(RHYTHMS)}
    for key, words in offers.items():
        column = names.index(key)
        sheet.data_validation(1, column, rows, column, {"validate": "list", "source": words})
