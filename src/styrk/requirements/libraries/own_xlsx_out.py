"""Our own document to our own spreadsheet. No text ever becomes a formula."""

from collections.abc import Iterable
from datetime import date

from xlsxwriter.worksheet import Worksheet  # type: ignore[import-untyped]

from styrk.requirements.libraries.columns import translated
from styrk.requirements.libraries.json_pieces import cut
from styrk.requirements.libraries.own import ENTRY, HEADER, KINDS, RHYTHMS, entry, header
from styrk.requirements.libraries.own_guide import GUIDE
from styrk.requirements.libraries.own_parts import LANGUAGES
from styrk.requirements.libraries.own_sheets import (
    COLUMNS,
    DATE_KEYS,
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
from styrk.requirements.libraries.text_book import TextBook, fits

type Group = dict[str, Json]

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
        self.book = TextBook()
        self.rest: list[tuple[str, str, Json]] = []

    def written(self, head: Group, entries: list[Group]) -> bytes:
        self._library(head)
        self._requirements(entries)
        if self.rest:
            self._rest()
        self._guide()
        return self.book.finished()

    def _library(self, head: Group) -> None:
        sheet = self.book.sheet(LIBRARY_SHEET)
        sheet.set_column(0, 0, 24, self.book.name)
        sheet.set_column(1, 1, 80, self.book.text)
        names = [*ROWS, *_languages([head], translated(HEADER))]
        self.book.put(sheet, 0, 0, FORM_ROW, self.book.name)
        self.book.put(sheet, 0, 1, FORM, self.book.text)
        cells = self._cells("", head, names)
        for number, name in enumerate(names, start=1):
            self.book.put(sheet, number, 0, _shown(name, ROWS), self.book.name)
            self._cell(sheet, number, 1, name, cells.get(name))

    def _requirements(self, entries: list[Group]) -> None:
        sheet = self.book.sheet(REQUIREMENT_SHEET)
        names = [*COLUMNS, *_languages(entries, translated(ENTRY))]
        for column, name in enumerate(names):
            shown = self.book.day if name in DATE_KEYS else self.book.text
            sheet.set_column(column, column, WIDTHS.get(name, 16), shown)
            self.book.put(sheet, 0, column, _shown(name, COLUMNS), self.book.name)
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
        shown = ref if fits(ref) else stand_in
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
            sheet.write_datetime(row, column, day, self.book.day)
        else:
            self.book.put(sheet, row, column, told, self.book.text)

    def _rest(self) -> None:
        sheet = self.book.sheet(REST_SHEET)
        sheet.set_column(0, 3, 24, self.book.text)
        lines = [REST_COLUMNS, *_pieces(self.rest)]
        for row, line in enumerate(lines):
            for column, told in enumerate(line):
                self.book.put(sheet, row, column, told, self.book.text if row else self.book.name)

    def _guide(self) -> None:
        sheet = self.book.sheet(GUIDE_SHEET)
        sheet.set_column(0, 0, 24, self.book.text)
        sheet.set_column(1, 1, 100, self.book.text)
        for row, (name, told) in enumerate(GUIDE):
            self.book.put(sheet, row, 0, name, self.book.name)
            self.book.put(sheet, row, 1, told, self.book.text)


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
    return fits(_joined(value)) and not (name in LIST_KEYS and apart)


def _pieces(rest: list[tuple[str, str, Json]]) -> Iterable[tuple[str, ...]]:
    for ref, key, value in rest:
        for number, piece in enumerate(cut(value), start=1):
            yield ref, key, str(number), piece


def _offer_choices(sheet: Worksheet, names: list[str], rows: int) -> None:
    offers = {"vurderes": ["ja", "nei"], "type": list(KINDS), "rytme": list(RHYTHMS)}
    for key, words in offers.items():
        column = names.index(key)
        sheet.data_validation(1, column, rows, column, {"validate": "list", "source": words})
