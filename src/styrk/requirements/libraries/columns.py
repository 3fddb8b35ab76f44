"""A table from the fields of a shape to the keys of a form: read and written the same way."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from styrk.requirements.libraries.fields import LANGUAGE, Fields
from styrk.requirements.libraries.shape import Extra, Json, Translations

TRANSLATED = ("title", "text", "note", "description", "licence", "issuer")


@dataclass(frozen=True)
class Column:
    """One field: what we call it, what the form calls it, and what sort of value it is."""

    name: str
    key: str
    sort: str = "text"
    codes: Mapping[str, str] | None = None  # the form's words for our codes, for `choice`


TAKE: dict[str, Callable[[Fields, Column], Any]] = {
    "text": lambda fields, column: fields.text(column.key),
    "needed": lambda fields, column: fields.needed(column.key),
    "link": lambda fields, column: fields.text(column.key) or None,
    "assumed": lambda fields, column: fields.yes_no(column.key, otherwise=True),
    "asked": lambda fields, column: fields.yes_no(column.key, otherwise=False),
    "date": lambda fields, column: fields.day(column.key),
    "whole": lambda fields, column: fields.whole(column.key),
    "choice": lambda fields, column: fields.choice(column.key, column.codes or {}),
    "words": lambda fields, column: fields.words(column.key),
}


def taken(fields: Fields, columns: tuple[Column, ...]) -> dict[str, Any]:
    """The values by our names. What is wrong is noted in `fields`."""
    return {column.name: TAKE[column.sort](fields, column) for column in columns}


def told(shape: object, columns: tuple[Column, ...]) -> dict[str, Json]:
    """The values by the form's keys, in the order of the columns, without what is empty."""
    pairs = ((column, getattr(shape, column.name)) for column in columns)
    return {column.key: _json(column, value) for column, value in pairs if _worth(column, value)}


def _worth(column: Column, value: object) -> bool:
    if column.sort == "assumed":
        return value is False
    return column.sort == "asked" or value not in (None, "", ())


def _json(column: Column, value: Any) -> Json:
    if column.sort == "choice":
        words = column.codes or {}
        return next(word for word, code in words.items() if code == value)
    if isinstance(value, date):
        return value.isoformat()
    return list(value) if isinstance(value, tuple) else value


def translated(columns: tuple[Column, ...]) -> dict[str, str]:
    """The keys that may stand in other languages -> our names for them."""
    return {column.key: column.name for column in columns if column.name in TRANSLATED}


def take_translations(
    fields: Fields, key: str, columns: tuple[Column, ...]
) -> tuple[Translations, dict[str, Json]]:
    """Texts in other languages by our names; and those under keys that are not ours."""
    names = translated(columns)
    ours: Translations = {}
    others: dict[str, Json] = {}
    for language, inner in _languages(fields, key):
        texts = {name: inner.text(key) for key, name in names.items()}
        if kept := {name: text for name, text in texts.items() if text}:
            ours[language] = kept
        if rest := inner.rest():
            others[language] = dict(rest)
    return ours, others


def _languages(fields: Fields, key: str) -> list[tuple[str, Fields]]:
    inner = fields.inner(key)
    found = []
    for language in inner.rest():
        if LANGUAGE.fullmatch(language):
            found.append((language, inner.inner(language)))
        else:
            fields.wrong(key, "not_language", value=language)
    return found


def tell_translations(texts: Translations, columns: tuple[Column, ...]) -> dict[str, Json]:
    keys = {name: key for key, name in translated(columns).items()}
    return {
        language: {keys[name]: text for name, text in said.items()}
        for language, said in texts.items()
    }


def extra_of(form: str, rest: dict[str, Json]) -> Extra:
    """What a foreign form says and we do not use."""
    return {form: rest} if rest else {}
