"""What every group of our own form may have: texts in other languages, and what others need."""

from typing import Any

from styrk.requirements.libraries.columns import (
    Column,
    take_translations,
    tell_translations,
    translated,
)
from styrk.requirements.libraries.fields import Fields
from styrk.requirements.libraries.shape import Json
from styrk.requirements.libraries.tree import plain

LANGUAGES = "oversettelser"
EXTRA = "øvrig"


def tell_parts(shape: object, columns: tuple[Column, ...]) -> dict[str, Json]:
    document: dict[str, Json] = {}
    if texts := getattr(shape, "translations", None):
        document[LANGUAGES] = tell_translations(texts, columns)
    if extra := getattr(shape, "extra", None):
        document[EXTRA] = extra
    return document


def take_parts(fields: Fields, columns: tuple[Column, ...]) -> dict[str, Any]:
    texts, others = take_translations(fields, LANGUAGES, columns)
    known = ", ".join(translated(columns))
    for language, keys in others.items():
        for key in keys if isinstance(keys, dict) else ():
            fields.wrong(f"{LANGUAGES}/{language}", "field_unknown", value=key, known=known)
    return {"translations": texts, "extra": plain(fields.group(EXTRA))}


def refuse_rest(fields: Fields, columns: tuple[Column, ...], *others: str) -> None:
    """In our own form a field we do not know is most likely a slip of the pen."""
    known = ", ".join((*(column.key for column in columns), *others, LANGUAGES, EXTRA))
    for key in fields.left():
        fields.wrong(key, "field_unknown", value=key, known=known)
