"""The one way in: any file that somebody has, to a library or to what is wrong with it."""

from collections.abc import Callable
from dataclasses import dataclass

from styrk.requirements.libraries import ciso, ciso_excel, limits, oscal, own
from styrk.requirements.libraries.json_in import read_json
from styrk.requirements.libraries.own_sheets import LIBRARY_SHEET, REQUIREMENT_SHEET
from styrk.requirements.libraries.own_xlsx_in import own_tree
from styrk.requirements.libraries.plain_text import decoded
from styrk.requirements.libraries.problems import Place, Problem, Problems, Refused, refused
from styrk.requirements.libraries.shape import Library
from styrk.requirements.libraries.tree import Tree
from styrk.requirements.libraries.workbook import Book
from styrk.requirements.libraries.yaml_in import read_yaml

ZIP = b"PK\x03\x04"


@dataclass(frozen=True)
class Read:
    """What came of a file. With `problems` there is no library; `warnings` are for a person's eye.

    `form` is what it was taken for: own_yaml, own_xlsx, ciso_yaml, ciso_xlsx, oscal, or "".
    """

    library: Library | None
    problems: tuple[Problem, ...] = ()
    warnings: tuple[Problem, ...] = ()
    form: str = ""


def read(data: bytes, name: str) -> Read:
    """Reads a file of any form we know, recognised by its content; `name` is for the messages.

    Raises nothing for what is in the file: what is wrong is in `problems`, each with its place.
    """
    try:
        form, tree = _tree(data, Place(file=name))
    except Refused as refusal:
        return Read(None, (refusal.problem,))
    try:
        library = READERS[form](tree)
    except Refused as refusal:
        tree.problems.found.append(refusal.problem)
        return _told(form, None, tree.problems)
    said = library.requirements or library.mappings or library.risk_matrices or library.extra
    if not (said or tree.problems.found):
        tree.problems.add(tree.file, "nothing_here")
    return _told(form, library, tree.problems)


READERS: dict[str, Callable[[Tree], Library]] = {
    "own_yaml": own.read_document,
    "own_xlsx": own.read_document,
    "ciso_yaml": ciso.read_document,
    "ciso_xlsx": ciso.read_document,
    "oscal": oscal.read_document,
}


def _told(form: str, library: Library | None, problems: Problems) -> Read:
    found = tuple(problems.found)
    return Read(None if found else library, found, tuple(problems.warnings), form)


def _tree(data: bytes, file: Place) -> tuple[str, Tree]:
    """The form of the file, and its values."""
    if len(data) > limits.MAX_BYTES:
        raise refused(file, "too_big", limit=limits.MAX_BYTES // limits.MEGABYTE)
    if data.startswith(ZIP):
        return _sheet_tree(Book(data, file, Problems()))
    text = decoded(data, file)
    reader = read_json if text.lstrip()[:1] in ("{", "[") else read_yaml
    tree = reader(text, file.file)
    return _text_form(tree), tree


def _sheet_tree(book: Book) -> tuple[str, Tree]:
    if ciso_excel.LIBRARY_SHEET in book.names:
        return "ciso_xlsx", ciso_excel.ciso_tree(book)
    for name in (LIBRARY_SHEET, REQUIREMENT_SHEET):
        if name not in book.names:
            raise refused(book.file, "sheet_missing", value=name)
    return "own_xlsx", own_tree(book)


def _text_form(tree: Tree) -> str:
    root = tree.root
    if isinstance(root, list):
        raise refused(tree.file, "list_not_library")
    if not isinstance(root, dict):
        raise refused(tree.file, "text_not_library")
    if own.FORM_KEY in root:
        return "own_yaml"
    if "objects" in root:
        return "ciso_yaml"
    if "catalog" in root:
        return "oscal"
    for other in oscal.OTHER_DOCUMENTS:
        if other in root:
            raise refused(tree.file, "oscal_other", value=other)
    raise refused(tree.file, "unknown_form")
