"""Risk matrices and mappings as CISO Assistant writes them."""

from typing import Any

from styrk.requirements.libraries.columns import (
    Column,
    extra_of,
    take_translations,
    taken,
    tell_translations,
    told,
)
from styrk.requirements.libraries.fields import Fields
from styrk.requirements.libraries.own_scales import read_grid
from styrk.requirements.libraries.shape import Json, Level, Mapping, MappingSet, RiskMatrix

FORM = "ciso"
TRANSLATIONS = "translations"
SET = (
    Column("urn", "urn"),
    Column("code", "ref_id"),
    Column("title", "name"),
    Column("description", "description"),
    Column("source", "source_framework_urn", "needed"),
    Column("target", "target_framework_urn", "needed"),
)
PAIR = (
    Column("source", "source_requirement_urn", "needed"),
    Column("target", "target_requirement_urn", "needed"),
    Column("relation", "relationship"),
    Column("strength", "strength_of_relationship", "whole"),
    Column("rationale", "rationale"),
)
MATRIX = (
    Column("urn", "urn"),
    Column("code", "ref_id"),
    Column("title", "name", "needed"),
    Column("description", "description"),
)
LEVEL = (
    Column("code", "abbreviation"),
    Column("title", "name", "needed"),
    Column("text", "description"),
    Column("colour", "hexcolor"),
)
SCALES = {"likelihood": "probability", "consequence": "impact", "risk": "risk"}

type Group = dict[str, Json]


def read_mapping_set(fields: Fields) -> MappingSet:
    values = taken(fields, SET)
    pairs = tuple(_pair(one) for one in fields.groups("requirement_mappings"))
    return MappingSet(**values, mappings=pairs, **_rest(fields, SET))


def _pair(fields: Fields) -> Mapping:
    values = taken(fields, PAIR)
    return Mapping(**values, extra=extra_of(FORM, fields.rest()))


def tell_mapping_set(one: MappingSet) -> Group:
    pairs: list[Json] = [told(pair, PAIR) | _kept(pair.extra) for pair in one.mappings]
    return _told(one, SET) | {"requirement_mappings": pairs}


def read_matrix(fields: Fields) -> RiskMatrix:
    values = taken(fields, MATRIX)
    scales = {name: _levels(fields, key) for name, key in SCALES.items()}
    values |= scales | {"grid": read_grid(fields, "grid", scales)}
    return RiskMatrix(**values, **_rest(fields, MATRIX))


def _levels(fields: Fields, key: str) -> tuple[Level, ...]:
    return tuple(_level(one, number) for number, one in enumerate(fields.groups(key)))


def _level(fields: Fields, number: int) -> Level:
    values = taken(fields, LEVEL)
    own_number = fields.take("id")
    more = _rest(fields, LEVEL)
    if own_number not in (number, None):  # else it is reckoned anew when it is written
        more["extra"] = extra_of(FORM, {**_kept(more["extra"]), "id": own_number})
    return Level(**values, **more)


def tell_matrix(matrix: RiskMatrix) -> Group:
    document = _told(matrix, MATRIX)
    for name, key in SCALES.items():
        levels: tuple[Level, ...] = getattr(matrix, name)
        document[key] = [
            {"id": number} | _told(level, LEVEL) for number, level in enumerate(levels)
        ]
    return document | {"grid": [list(row) for row in matrix.grid]}


def _rest(fields: Fields, columns: tuple[Column, ...]) -> dict[str, Any]:
    ours, others = take_translations(fields, TRANSLATIONS, columns)
    rest = fields.rest() | ({TRANSLATIONS: others} if others else {})
    return {"translations": ours, "extra": extra_of(FORM, rest)}


def _told(one: MappingSet | RiskMatrix | Level, columns: tuple[Column, ...]) -> Group:
    kept = _kept(one.extra)
    others = kept.pop(TRANSLATIONS, None)
    texts = merged(tell_translations(one.translations, columns), others)
    return told(one, columns) | kept | ({TRANSLATIONS: texts} if texts else {})


def merged(ours: Group, others: Json) -> Group:
    """Texts in other languages: those that are ours, and those that we only keep."""
    kept = others if isinstance(others, dict) else {}
    languages = dict.fromkeys([*ours, *kept])
    return {one: _group(ours.get(one)) | _group(kept.get(one)) for one in languages}


def _kept(extra: Group) -> Group:
    return dict(_group(extra.get(FORM)))


def _group(value: Json) -> Group:
    return value if isinstance(value, dict) else {}
