"""CISO Assistant's Excel form for authors, to the document that its own converter makes of it.

Each object is two sheets, `x_meta` (name and value) and `x_content` (a table). Source of the
rules: `tools/convert_library_v2.py` of intuitem/ciso-assistant-community, without its modes for
older files. Colours of cells are not read.
"""

import re
from dataclasses import dataclass

from styrk.requirements.libraries.cells import Cell
from styrk.requirements.libraries.ciso_excel_nodes import Definitions, nodes
from styrk.requirements.libraries.ciso_excel_ours import OURS_SHEET, add_ours
from styrk.requirements.libraries.ciso_excel_scales import mapping_set, risk_matrix
from styrk.requirements.libraries.ciso_urns import Prefixes, clean
from styrk.requirements.libraries.problems import Place, Problems
from styrk.requirements.libraries.shape import Json
from styrk.requirements.libraries.table import Table, pairs, table
from styrk.requirements.libraries.tree import Tree
from styrk.requirements.libraries.workbook import Book, Row

LIBRARY_SHEET = "library_meta"
META, CONTENT = "_meta", "_content"
IN_LANGUAGE = re.compile(r"(\w+)\[([\w-]+)\]")
DATES = {"publication_date"}
POINTS = {"ref_id", "urn_id"}
WHOLE = {"weight", "min_score", "max_score", "score", "version"}
LISTS = re.compile(r"[\s,]+")
DEFINITIONS = ("answers", "implementation_groups", "scores", "urn_prefix")  # used by frameworks

type Group = dict[str, Json]


@dataclass(frozen=True)
class Block:
    """One object: its type, what is said of it, and its rows."""

    name: str
    kind: str
    meta: Group
    place: Place
    content: Table
    rows: list[Group]

    def take(self, key: str) -> str:
        return str(self.meta.pop(key, ""))


def ciso_tree(book: Book) -> Tree:
    """CISO Assistant's document, with rows as places. What is wrong is in `book.problems`."""
    tree = Tree(book.file.file, book.problems)
    root = _meta(book, LIBRARY_SHEET)
    root.pop("type", None)
    for key in ("dependencies", "labels"):
        if words := [one for one in LISTS.split(str(root.pop(key, ""))) if one]:
            root[key] = [*words]
    blocks = [
        block
        for name in book.names
        if name.endswith(META) and name != LIBRARY_SHEET
        for block in [_block(book, name.removesuffix(META), tree)]
    ]
    objects = _objects(blocks, tree)
    tree.root = root | {"objects": objects}
    if OURS_SHEET in book.names:
        add_ours(table(book.sheet(OURS_SHEET), tree.problems), tree.root, objects, tree)
    return tree


def _meta(book: Book, name: str) -> Group:
    group: Group = {}
    for key, cell, place in pairs(book.sheet(name), book.problems):
        _set(group, key.lower(), cell, place, book.problems)
    return group


def _block(book: Book, prefix: str, tree: Tree) -> Block:
    meta = _meta(book, prefix + META)
    place = Place(file=book.file.file, sheet=prefix + META)
    kind = str(meta.pop("type", ""))
    content = Table(place, {}, [])
    if prefix + CONTENT in book.names:
        content = table(book.sheet(prefix + CONTENT), tree.problems, many="grid")
    else:
        tree.problems.add(place, "block_missing", value=prefix + CONTENT)
    rows = [_row(content, row, tree) for row in content.rows]
    name = str(meta.pop("name", prefix)) if kind in DEFINITIONS else prefix
    return Block(name, kind, meta, place, content, rows)


def _row(content: Table, row: Row, tree: Tree) -> Group:
    group: Group = {}
    tree.put(group, row.place)
    for name, cell in content.named(row):
        _set(group, name.lower(), cell, row.place.at(name), tree.problems)
    return group


def _set(group: Group, name: str, cell: Cell, place: Place, problems: Problems) -> None:
    """Puts a cell under its name, or among the translations where the name says a language."""
    if cell.date and name not in DATES:
        problems.add(place, "date_as_text", value=cell.text)
    if cell.number and name in POINTS:
        problems.warn(place, "number_as_point", value=cell.text)
    if found := IN_LANGUAGE.fullmatch(name):
        languages = group.setdefault("translations", {})
        texts = languages.setdefault(found[2], {}) if isinstance(languages, dict) else {}
        if isinstance(texts, dict) and cell.text:
            texts[found[1]] = cell.text
    elif cell.text:
        whole = name in WHOLE and re.fullmatch(r"-?(0|[1-9][0-9]{0,8})", cell.text)
        group[name] = int(cell.text) if whole else cell.text


def _objects(blocks: list[Block], tree: Tree) -> Group:
    prefixes = _prefixes(blocks)
    objects: Group = {}
    for block in blocks:
        if block.kind == "framework":
            listed = objects.setdefault("framework", [])
            if isinstance(listed, list):
                listed.append(_framework(block, blocks, prefixes, tree))
        elif block.kind in ("reference_controls", "threats"):
            objects[block.kind] = _with_urns(block)
        elif block.kind == "risk_matrix":
            matrix = risk_matrix(block.meta, block.content, block.rows, tree)
            _append(objects, "risk_matrix", matrix)
        elif block.kind == "requirement_mapping_set":
            _append(objects, "requirement_mapping_sets", mapping_set(block.meta, block.rows, tree))
        elif block.kind not in DEFINITIONS:
            tree.problems.add(block.place, "block_unknown", value=block.kind)
    return objects


def _append(objects: Group, key: str, value: Json) -> None:
    listed = objects.setdefault(key, [])
    if isinstance(listed, list):
        listed.append(value)


def _prefixes(blocks: list[Block]) -> Prefixes:
    return {
        str(row.get("prefix_id", "")): str(row.get("prefix_value", ""))
        for block in blocks
        if block.kind == "urn_prefix"
        for row in block.rows
    }


def _with_urns(block: Block) -> list[Json]:
    base = block.take("base_urn")
    return [{"urn": f"{base}:{clean(str(row.get('ref_id', '')))}", **row} for row in block.rows]


def _framework(block: Block, blocks: list[Block], prefixes: Prefixes, tree: Tree) -> Group:
    base = block.take("base_urn")
    rows_of = {one.name: one.rows for one in blocks}
    definitions = Definitions(
        base=base,
        prefixes=prefixes,
        answers={str(row.get("id", "")): row for row in _named(block, "answers", rows_of, tree)},
        scales=rows_of,
    )
    framework = dict(block.meta)
    for key in ("scores_definition", "implementation_groups_definition"):
        if key in block.meta:
            framework[key] = [*_named(block, key.removesuffix("_definition"), rows_of, tree)]
    framework.pop("answers_definition", None)
    return framework | {"requirement_nodes": nodes(block.content, block.rows, definitions, tree)}


def _named(block: Block, what: str, rows_of: dict[str, list[Group]], tree: Tree) -> list[Group]:
    """The rows of the sheet that the framework names for this."""
    name = str(block.meta.get(f"{what}_definition", ""))
    if name and name not in rows_of:
        tree.problems.add(block.place, "block_missing", value=name)
    return rows_of.get(name, []) if name else []
