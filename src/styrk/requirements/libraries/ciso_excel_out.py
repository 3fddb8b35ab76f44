"""A library as CISO Assistant's Excel form for authors. What the form cannot say follows in a sheet of ours.

The inverse of `ciso_excel`: the document that CISO Assistant's own converter is to make of the
sheets is the one we write as YAML (`ciso_out`).
"""

from collections.abc import Iterable, Mapping

from styrk.requirements.libraries.ciso import read_document
from styrk.requirements.libraries.ciso_excel import LIBRARY_SHEET, ciso_tree
from styrk.requirements.libraries.ciso_excel_cells import columns_of, rows_of, said
from styrk.requirements.libraries.ciso_excel_nodes_out import framework_sheets
from styrk.requirements.libraries.ciso_excel_ours import OURS_SHEET, SEE_OURS, told_rows
from styrk.requirements.libraries.ciso_excel_scales_out import scale_sheets
from styrk.requirements.libraries.ciso_out import bare_document
from styrk.requirements.libraries.overlay import item_overlay, library_overlay
from styrk.requirements.libraries.problems import Place, Problems
from styrk.requirements.libraries.shape import Json, Library
from styrk.requirements.libraries.text_book import TextBook
from styrk.requirements.libraries.tree import measured
from styrk.requirements.libraries.workbook import Book

type Group = dict[str, Json]
# Name of a sheet -> its rows of texts, the first of them names of columns or pairs of name and value.
type Sheets = dict[str, list[tuple[str, ...]]]

LISTS = ("dependencies", "labels")
# Without these a library is refused; what no cell holds has a word in its place.
NEEDED = ("urn", "name")
WIDE = {"description": 70, "annotation": 50, "name": 40, "verdi": 100, "questions": 50}


def write_ciso_xlsx(library: Library) -> bytes:
    """The library as CISO Assistant's Excel form. Reading it again gives the same library."""
    sheets = _sheets(library)
    ours = _ours(library, _read(sheets, library))
    return _book(sheets | ({OURS_SHEET: list(told_rows(ours))} if ours else {}))


def _sheets(library: Library) -> Sheets:
    document, nodes = bare_document(library)
    objects = _group(document.pop("objects"))
    head: Group = {key: value for key, value in document.items() if key not in LISTS}
    head |= {key: _words(document[key]) for key in LISTS if key in document}
    head |= {key: SEE_OURS for key in NEEDED if not said(head[key])}
    sheets: Sheets = {LIBRARY_SHEET: [("type", "library"), *_pairs(head)]}
    framework = _group(objects.pop("framework", None))
    if framework:
        sheets |= framework_sheets(framework, nodes)
    return sheets | scale_sheets(objects)


def _pairs(group: Group) -> list[tuple[str, ...]]:
    return [*rows_of([group], columns_of([group]), upright=True)]


def _words(value: Json) -> str:
    """A list as the form has it; "" for what is none."""
    words = value if isinstance(value, list) else []
    return " ".join(text for one in words if (text := said(one)))


def _read(sheets: Sheets, library: Library) -> Library:
    """What another would read in the sheets. Raises ValueError where it is not as many rows."""
    place = Place(file=library.code)
    tree = ciso_tree(Book(_book(sheets), place, Problems()))
    read = read_document(measured(tree))
    if tree.problems.found or len(read.requirements) != len(library.requirements):
        raise ValueError([problem.text for problem in tree.problems.found])
    return read


def _ours(library: Library, read: Library) -> Mapping[int, Group]:
    """What the sheets do not say, by row of the framework; the library's own under 0."""
    pairs = zip(library.requirements, read.requirements, strict=True)
    found = {0: library_overlay(library, read)}
    found |= {row: item_overlay(*pair) for row, pair in enumerate(pairs, start=1)}
    return {row: overlay for row, overlay in found.items() if overlay}


def _book(sheets: Sheets) -> bytes:
    book = TextBook()
    for name, rows in sheets.items():
        sheet = book.sheet(name)
        upright = name.endswith("_meta")
        sheet.set_column(0, 0, 24, book.name if upright else book.text)
        for column, title in enumerate(rows[0] if not upright else ()):
            sheet.set_column(column, column, WIDE.get(title, 16), book.text)
        if upright:
            sheet.set_column(1, 1, 80, book.text)
        for row, cells in enumerate(rows):
            _put(book, sheet, row, cells, upright=upright)
    return book.finished()


def _put(book: TextBook, sheet: object, row: int, cells: Iterable[str], *, upright: bool) -> None:
    for column, told in enumerate(cells):
        named = column == 0 if upright else row == 0
        if told:
            book.put(sheet, row, column, told, book.name if named else book.text)


def _group(value: Json) -> Group:
    return value if isinstance(value, dict) else {}
