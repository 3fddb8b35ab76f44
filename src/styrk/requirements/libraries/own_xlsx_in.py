"""Our own spreadsheet to our own document."""

import re
from collections.abc import Container

from styrk.requirements.libraries.cells import Cell
from styrk.requirements.libraries.columns import translated
from styrk.requirements.libraries.json_pieces import joined
from styrk.requirements.libraries.own import ENTRY, FORM_KEY, FORM_VERSION, HEADER
from styrk.requirements.libraries.own_parts import LANGUAGES
from styrk.requirements.libraries.own_sheets import (
    COLUMNS,
    DATE_KEYS,
    FORM,
    FORM_ROW,
    LIBRARY_SHEET,
    LIST_KEYS,
    POINT_KEYS,
    REQUIREMENT_SHEET,
    REST_COLUMNS,
    REST_FIELD,
    REST_NUMBER,
    REST_OF,
    REST_SHEET,
    REST_VALUE,
    ROWS,
    SHEETS,
)
from styrk.requirements.libraries.problems import Place, Problems
from styrk.requirements.libraries.shape import Json
from styrk.requirements.libraries.table import Table, pairs, table
from styrk.requirements.libraries.tree import Tree
from styrk.requirements.libraries.workbook import Book

IN_LANGUAGE = re.compile(r"(.+?)\s*\[([^\]]+)\]")
SEPARATOR = re.compile(r"[;\n]")

type Group = dict[str, Json]


def own_tree(book: Book) -> Tree:
    """Our document, with rows as places. What cannot be read is in `book.problems`."""
    tree = Tree(book.file.file, book.problems)
    for name in book.names:
        if name not in SHEETS:
            book.problems.add(Place(file=book.file.file, sheet=name), "sheet_unknown", value=name)
    root = _header(book, tree)
    entries = _entries(book, tree)
    _add_rest(book, root, entries)
    tree.root = root | {"krav": list(entries)}
    return tree


def _header(book: Book, tree: Tree) -> Group:
    problems = tree.problems
    keys = {name.casefold(): key for key, name in ROWS.items()}
    root: Group = {FORM_KEY: FORM_VERSION}
    for name, cell, place in pairs(book.sheet(LIBRARY_SHEET), problems):
        if name == FORM_ROW:
            if cell.text != FORM:
                problems.add(place, "form_version", value=cell.text)
            continue
        language, key = _key(name, keys, translated(HEADER))
        if key is None:
            known = ", ".join(ROWS.values())
            problems.add(place, "row_unknown", value=name, known=known)
        else:
            _set(root, language, key, _value(key, cell, place, problems))
    return root


def _entries(book: Book, tree: Tree) -> list[Group]:
    found = table(book.sheet(REQUIREMENT_SHEET), tree.problems)
    columns = _columns(found, tree.problems)
    entries = []
    for row in found.rows:
        entry: Group = {}
        tree.put(entry, row.place)
        for name, cell in found.named(row):
            if name in columns:
                language, key = columns[name]
                value = _value(key, cell, row.place.at(name), tree.problems)
                _set(entry, language, key, value)
        entries.append(entry)
    return entries


def _columns(found: Table, problems: Problems) -> dict[str, tuple[str, str]]:
    """Name of column -> language ("" for the library's own) and key."""
    keys = {name.casefold(): key for key, name in COLUMNS.items()}
    columns = {}
    for name in found.columns.values():
        language, key = _key(name, keys, translated(ENTRY))
        if key is None:
            known = ", ".join(COLUMNS.values())
            problems.add(found.place, "column_unknown", value=name, known=known)
        else:
            columns[name] = (language, key)
    return columns


def _key(name: str, keys: dict[str, str], others: Container[str | None]) -> tuple[str, str | None]:
    """`Tittel` is a key in the library's language, `Tittel [nn]` in another."""
    if found := IN_LANGUAGE.fullmatch(name):
        key = keys.get(found[1].casefold())
        return found[2], key if key in others else None
    return "", keys.get(name.casefold())


def _set(group: Group, language: str, key: str, value: Json) -> None:
    if not language:
        group[key] = value
        return
    languages = group.setdefault(LANGUAGES, {})
    if isinstance(languages, dict):
        texts = languages.setdefault(language, {})
        if isinstance(texts, dict):
            texts[key] = value


def _value(key: str, cell: Cell, place: Place, problems: Problems) -> Json:
    if cell.date and key not in DATE_KEYS:
        problems.add(place, "date_as_text", value=cell.text)
    if cell.number and key in POINT_KEYS:
        problems.warn(place, "number_as_point", value=cell.text)
    if key in LIST_KEYS:
        return [word.strip() for word in SEPARATOR.split(cell.text) if word.strip()]
    return cell.text


def _add_rest(book: Book, root: Group, entries: list[Group]) -> None:
    """What the visible cells cannot hold, as JSON in pieces, put back in its place."""
    if REST_SHEET not in book.names:
        return
    by_id = {str(entry.get("id") or entry.get("punkt") or ""): entry for entry in entries}
    found = table(book.sheet(REST_SHEET), book.problems)
    if found.columns and tuple(found.columns.values()) != REST_COLUMNS:
        for name in REST_COLUMNS:
            if name not in found.columns.values():
                book.problems.add(found.place, "column_missing", value=name)
        return
    for (ref, key), (place, pieces) in _pieces(found).items():
        value = joined((text for _, text in sorted(pieces)), place, book.problems)
        if ref and ref not in by_id:
            book.problems.add(place, "unknown_rest", value=ref)
        else:
            _put_back(by_id[ref] if ref else root, key, value)


def _put_back(group: Group, key: str, value: Json) -> None:
    """Over what stands in the cells; of texts in other languages, only those that are here."""
    languages = group.get(key)
    if key != LANGUAGES or not isinstance(languages, dict) or not isinstance(value, dict):
        group[key] = value
        return
    for language, texts in value.items():
        languages[language] = _together(languages.get(language), texts)


def _together(said: Json, more: Json) -> Json:
    return said | more if isinstance(said, dict) and isinstance(more, dict) else more


type Pieces = dict[tuple[str, str], tuple[Place, list[tuple[str, str]]]]


def _pieces(found: Table) -> Pieces:
    pieces: Pieces = {}
    for row in found.rows:
        cells = {name: cell.text for name, cell in found.named(row)}
        which = (cells.get(REST_OF, ""), cells.get(REST_FIELD, ""))
        piece = (cells.get(REST_NUMBER, "").zfill(9), cells.get(REST_VALUE, ""))
        pieces.setdefault(which, (row.place, []))[1].append(piece)
    return pieces
