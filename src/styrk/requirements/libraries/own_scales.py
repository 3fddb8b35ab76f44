"""Mappings and risk matrices in our own form."""

from styrk.requirements.libraries.columns import Column, taken, told
from styrk.requirements.libraries.fields import Fields
from styrk.requirements.libraries.own_parts import refuse_rest, take_parts, tell_parts
from styrk.requirements.libraries.shape import Json, Level, Mapping, MappingSet, RiskMatrix

SET = (
    Column("urn", "urn"),
    Column("code", "kode"),
    Column("title", "tittel"),
    Column("description", "beskrivelse"),
    Column("source", "fra", "needed"),
    Column("target", "til", "needed"),
)
PAIR = (
    Column("source", "fra", "needed"),
    Column("target", "til", "needed"),
    Column("relation", "forhold"),
    Column("strength", "styrke", "whole"),
    Column("rationale", "begrunnelse"),
)
MATRIX = (
    Column("urn", "urn"),
    Column("code", "kode"),
    Column("title", "tittel", "needed"),
    Column("description", "beskrivelse"),
)
LEVEL = (
    Column("code", "kode"),
    Column("title", "tittel", "needed"),
    Column("text", "tekst"),
    Column("colour", "farge"),
)
SCALES = {"likelihood": "sannsynlighet", "consequence": "konsekvens", "risk": "risiko"}


def tell_mapping_set(one: MappingSet) -> dict[str, Json]:
    pairs: list[Json] = [told(pair, PAIR) | tell_parts(pair, PAIR) for pair in one.mappings]
    return told(one, SET) | tell_parts(one, SET) | {"par": pairs}


def read_mapping_set(fields: Fields) -> MappingSet:
    values = taken(fields, SET) | take_parts(fields, SET)
    pairs = tuple(_read_pair(one) for one in fields.groups("par"))
    refuse_rest(fields, SET, "par")
    return MappingSet(**values, mappings=pairs)


def _read_pair(fields: Fields) -> Mapping:
    values = taken(fields, PAIR) | take_parts(fields, ())
    refuse_rest(fields, PAIR)
    return Mapping(**{name: value for name, value in values.items() if name != "translations"})


def tell_matrix(matrix: RiskMatrix) -> dict[str, Json]:
    document = told(matrix, MATRIX) | tell_parts(matrix, MATRIX)
    for name, key in SCALES.items():
        levels: tuple[Level, ...] = getattr(matrix, name)
        document[key] = [told(level, LEVEL) | tell_parts(level, LEVEL) for level in levels]
    return document | {"rutenett": [list(row) for row in matrix.grid]}


def read_matrix(fields: Fields) -> RiskMatrix:
    values = taken(fields, MATRIX) | take_parts(fields, MATRIX)
    scales = {
        name: tuple(_read_level(one) for one in fields.groups(key)) for name, key in SCALES.items()
    }
    values |= scales | {"grid": read_grid(fields, "rutenett", scales)}
    refuse_rest(fields, MATRIX, *SCALES.values(), "rutenett")
    return RiskMatrix(**values)


def _read_level(fields: Fields) -> Level:
    values = taken(fields, LEVEL) | take_parts(fields, LEVEL)
    refuse_rest(fields, LEVEL)
    return Level(**values)


def read_grid(
    fields: Fields, key: str, scales: dict[str, tuple[Level, ...]]
) -> tuple[tuple[int, ...], ...]:
    """A row per likelihood, a column per consequence, each an index into the risk scale."""
    rows, columns = len(scales["likelihood"]), len(scales["consequence"])
    grid = fields.listed(key)
    lines = [row if isinstance(row, list) else [] for row in grid]
    if len(lines) != rows or any(len(line) != columns for line in lines):
        fields.wrong(key, "grid_shape", rows=rows, columns=columns)
        return ()
    return tuple(
        tuple(_index(fields, key, cell, len(scales["risk"])) for cell in line) for line in lines
    )


def _index(fields: Fields, key: str, cell: Json, risks: int) -> int:
    whole = isinstance(cell, int) and not isinstance(cell, bool)
    if whole and isinstance(cell, int) and 0 <= cell < risks:
        return cell
    fields.wrong(key, "grid_value", value=cell)
    return 0
