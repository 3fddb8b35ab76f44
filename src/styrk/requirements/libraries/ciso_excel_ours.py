"""The sheet of ours in CISO Assistant's Excel form, which its converter passes over.

Holds what the form cannot say (see `overlay`), in pieces of JSON: of the requirement in a row of the
framework counted from 1, or of the library, which is row 0.
"""

from collections.abc import Iterator, Mapping

from styrk.requirements.libraries.ciso import OVERLAY
from styrk.requirements.libraries.json_pieces import cut, joined
from styrk.requirements.libraries.problems import Place
from styrk.requirements.libraries.shape import Json
from styrk.requirements.libraries.table import Table
from styrk.requirements.libraries.tree import Tree

OURS_SHEET = "styrk"
# In a cell that cannot be empty, and whose text no cell holds.
SEE_OURS = f"Se arket {OURS_SHEET}"
ROW, NUMBER, VALUE = OURS_COLUMNS = ("rad", "del", "verdi")

type Group = dict[str, Json]


def told_rows(ours: Mapping[int, Group]) -> Iterator[tuple[str, ...]]:
    """The rows of the sheet, under their names."""
    yield OURS_COLUMNS
    for row, overlay in ours.items():
        for number, piece in enumerate(cut(overlay), start=1):
            yield str(row), str(number), piece


def add_ours(found: Table, root: Group, objects: Group, tree: Tree) -> None:
    """Put what the sheet says where it is read from: on the library and on its nodes."""
    nodes = _nodes(objects)
    for told, (place, pieces) in _pieces(found).items():
        value = joined((text for _, text in sorted(pieces)), place, tree.problems)
        row = int(told) if told.isascii() and told.isdigit() and len(told) < 9 else -1
        if row == 0:
            root[OVERLAY] = value
        elif 1 <= row <= len(nodes):
            nodes[row - 1][OVERLAY] = value
        else:
            tree.problems.add(place, "unknown_rest", value=told)


def _nodes(objects: Group) -> list[Group]:
    listed = objects.get("framework")
    frameworks = listed if isinstance(listed, list) else []
    found = [one.get("requirement_nodes") for one in frameworks if isinstance(one, dict)]
    return [
        node
        for nodes in found
        if isinstance(nodes, list)
        for node in nodes
        if isinstance(node, dict)
    ]


def _pieces(found: Table) -> dict[str, tuple[Place, list[tuple[str, str]]]]:
    pieces: dict[str, tuple[Place, list[tuple[str, str]]]] = {}
    for row in found.rows:
        cells = {name: cell.text for name, cell in found.named(row)}
        piece = (cells.get(NUMBER, "").zfill(9), cells.get(VALUE, ""))
        pieces.setdefault(cells.get(ROW, ""), (row.place, []))[1].append(piece)
    return pieces
