"""Risk matrices, mappings, threats and controls as sheets of CISO Assistant's Excel form."""

from styrk.requirements.libraries.ciso_excel_cells import base_of, columns_of, rows_of, said
from styrk.requirements.libraries.ciso_excel_nodes_out import sheets_of
from styrk.requirements.libraries.ciso_excel_scales import GRID, SCALES
from styrk.requirements.libraries.ciso_urns import clean
from styrk.requirements.libraries.shape import Json

type Group = dict[str, Json]
type Sheets = dict[str, list[tuple[str, ...]]]

MATRIX_FIRST = ("type", "id", "abbreviation", "name", "description", "hexcolor")
ENDS = ("source", "target")


def scale_sheets(objects: Group) -> Sheets:
    """All that the form can tell of them; the rest is for the sheet of ours."""
    sheets: Sheets = {}
    for number, matrix in enumerate(_groups(objects.get("risk_matrix")), start=1):
        sheets |= _matrix(f"matrix{number}", matrix)
    for number, one in enumerate(_groups(objects.get("requirement_mapping_sets")), start=1):
        sheets |= _mapping(f"mapping{number}", one)
    for kind in ("threats", "reference_controls"):
        sheets |= _with_urns(kind, _groups(objects.get(kind)))
    return sheets


def _groups(value: Json) -> list[Group]:
    return [one for one in value if isinstance(one, dict)] if isinstance(value, list) else []


def _matrix(name: str, matrix: Group) -> Sheets:
    """The levels of the three scales, with the grid beside the probabilities."""
    if not said(matrix.get("name")):
        return {}
    levels = [(scale, level) for scale in SCALES for level in _groups(matrix.get(scale))]
    if not all(said(level.get("name")) for _scale, level in levels):
        return {}
    rows: list[Group] = [level | {"type": scale} for scale, level in levels]
    plain = [column for column in columns_of(rows, MATRIX_FIRST) if column != GRID]
    grid = [[str(cell) for cell in row] for row in matrix[GRID] if isinstance(row, list)]  # type: ignore[union-attr]
    wide = max((len(row) for row in grid), default=0)
    content = [(*plain, *[GRID] * wide)]
    for number, cells in enumerate(rows_of(rows, plain)):
        beside = grid[number] if number < len(grid) else []
        content.append((*cells, *beside, *[""] * (wide - len(beside))))
    told = {key: value for key, value in matrix.items() if key not in (*SCALES, GRID)}
    return sheets_of(name, "risk_matrix", told, []) | {f"{name}_content": content}


def _mapping(name: str, one: Group) -> Sheets:
    """The pairs by the ends of their urns, where those can be told so."""
    pairs = _groups(one.get("requirement_mappings"))
    told = {key: value for key, value in one.items() if key != "requirement_mappings"}
    rows: list[Group] = [dict(pair) for pair in pairs]
    for end in ENDS:
        urns = [str(pair[f"{end}_requirement_urn"]) for pair in pairs]
        base = base_of(urns)
        ends = [urn.removeprefix(f"{base}:") for urn in urns]
        fit = base and said(base) and all(said(id_) and clean_id(id_) == id_ for id_ in ends)
        if not fit or not said(told.get(f"{end}_framework_urn")):
            return {}
        told[f"{end}_node_base_urn"] = base
        for row, id_ in zip(rows, ends, strict=True):
            del row[f"{end}_requirement_urn"]
            row[f"{end}_node_id"] = id_
    return sheets_of(name, "requirement_mapping_set", told, rows)


def clean_id(name: str) -> str:
    return name.lower().replace(" ", "-")


def _with_urns(kind: str, rows: list[Group]) -> Sheets:
    """What is named by the one beginning and its own reference."""
    base = base_of([str(row.get("urn", "")) for row in rows])
    named = all(row.get("urn") == f"{base}:{clean(str(row.get('ref_id', '')))}" for row in rows)
    if not rows or not base or not named or not all(said(row.get("ref_id")) for row in rows):
        return {}
    plain: list[Group] = [{k: v for k, v in row.items() if k != "urn"} for row in rows]
    return sheets_of(kind, kind, {"base_urn": base}, plain, ("ref_id",))
