"""Risk matrices and mappings in CISO Assistant's Excel form."""

from styrk.requirements.libraries.problems import Place
from styrk.requirements.libraries.shape import Json
from styrk.requirements.libraries.table import Table
from styrk.requirements.libraries.tree import Tree

type Group = dict[str, Json]

SCALES = ("probability", "impact", "risk")
GRID = "grid"


def risk_matrix(meta: Group, content: Table, rows: list[Group], tree: Tree) -> Group:
    """The levels of the three scales by number; the grid stands beside the probabilities."""
    grid_columns = [column for column, name in content.columns.items() if name.lower() == GRID]
    levels: dict[str, list[tuple[int, Group, list[Json]]]] = {name: [] for name in SCALES}
    for row, source in zip(rows, content.rows, strict=True):
        scale = str(row.get("type", "")).lower()
        if scale not in levels:
            known = ", ".join(SCALES)
            tree.problems.add(source.place.at("type"), "not_choice", value=scale, known=known)
            continue
        number = _whole(str(row.get("id", "")), source.place.at("id"), tree)
        told = {key: row[key] for key in row if key not in ("type", "id", GRID, "color")}
        cells: list[Json] = []
        if scale == "probability":
            cells = [
                _whole(source.text(column), source.place.at(GRID), tree) for column in grid_columns
            ]
        levels[scale].append((number, {"id": number} | told, cells))
    for found in levels.values():
        found.sort(key=lambda level: level[0])
    scales: Group = {name: [level for _, level, _ in found] for name, found in levels.items()}
    return meta | scales | {GRID: [cells for _, _, cells in levels["probability"]]}


def _whole(told: str, place: Place, tree: Tree) -> int:
    if told.isascii() and told.isdigit() and len(told) < 6:
        return int(told)
    tree.problems.add(place, "not_whole", value=told)
    return 0


def mapping_set(meta: Group, rows: list[Group], tree: Tree) -> Group:
    """The pairs of a mapping, with urns in place of the authors' short names."""
    told = dict(meta)
    bases = {end: str(told.pop(f"{end}_node_base_urn", "")) for end in ("source", "target")}
    pairs = [_pair(row, bases, tree) for row in rows]
    return told | {"requirement_mappings": [*pairs]}


def _pair(row: Group, bases: dict[str, str], tree: Tree) -> Group:
    pair = {key: value for key, value in row.items() if not key.endswith("_node_id")}
    for end, base in bases.items():
        if name := row.get(f"{end}_node_id"):
            pair[f"{end}_requirement_urn"] = f"{base}:{str(name).lower().replace(' ', '-')}"
    tree.put(pair, tree.place(row))
    return pair
