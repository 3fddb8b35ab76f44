"""What is frozen: a content of plain dataclasses as JSON, back again, and its digest."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, fields, is_dataclass
from functools import cache
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

type Json = dict[str, Any]


def as_json(content: Any) -> Json:
    """Plain JSON, the same before and after the database has held it."""
    plain: Json = json.loads(json.dumps(asdict(content)))
    return plain


def digest_of(content: Any) -> str:
    """SHA-256 of the content, written in one way only."""
    told = json.dumps(asdict(content), ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(told.encode()).hexdigest()


def revived[Content](kind: type[Content], told: Json) -> Content:
    """The content again. What it did not yet hold when it was frozen has its default.

    Its fields are texts, numbers, truths, tuples, dictionaries, and other such dataclasses.
    """
    found: Content = _dataclass(kind, told)
    return found


def _dataclass(kind: Any, told: Json) -> Any:
    hints = _hints(kind)
    return kind(**{name: _value(hints[name], told[name]) for name in hints if name in told})


@cache
def _hints(kind: Any) -> Mapping[str, Any]:
    hints = get_type_hints(kind)
    return {one.name: hints[one.name] for one in fields(kind)}


def _value(hint: Any, told: Any) -> Any:
    if told is None:
        return None
    if get_origin(hint) in (UnionType, Union):
        (hint,) = [one for one in get_args(hint) if one is not NoneType]
    if get_origin(hint) is tuple:
        return tuple(_value(kind, one) for kind, one in _each(get_args(hint), told))
    if is_dataclass(hint):
        return _dataclass(hint, told)
    # The database gives a large whole number back as one, whatever it was.
    return float(told) if hint is float else told


def _each(kinds: tuple[Any, ...], told: list[Any]) -> list[tuple[Any, Any]]:
    if kinds[-1] is Ellipsis:
        return [(kinds[0], one) for one in told]
    return list(zip(kinds, told, strict=True))
