"""JSON to a tree. Stricter than JSON: no key twice, no number that is none."""

import json
import math

from styrk.requirements.libraries import limits
from styrk.requirements.libraries.problems import Place, refused
from styrk.requirements.libraries.shape import Json
from styrk.requirements.libraries.tree import Tree, checked, measured


def read_json(text: str, file: str) -> Tree:
    """The values of a JSON text. Raises `Refused`."""
    tree = Tree(file)
    tree.root = _loaded(text, tree.file)
    return checked(measured(tree))


class _NotJson(ValueError):
    """Something that JSON lets pass, and we do not."""

    def __init__(self, code: str, value: str) -> None:
        super().__init__(code)
        self.code = code
        self.value = value


def _loaded(text: str, file: Place) -> Json:
    try:
        value: Json = json.loads(
            text,
            object_pairs_hook=_once,
            parse_constant=_no_constant,
            parse_float=_finite,
            parse_int=_whole,
        )
    except _NotJson as error:
        raise refused(file, error.code, value=error.value) from error
    except json.JSONDecodeError as error:
        place = Place(file=file.file, row=error.lineno)
        raise refused(place, "json", value=error.msg) from error
    except RecursionError as error:
        raise refused(file, "too_nested", limit=limits.MAX_NESTING) from error
    return value


def _once(pairs: list[tuple[str, Json]]) -> dict[str, Json]:
    group: dict[str, Json] = {}
    for key, value in pairs:
        if key in group:
            raise _NotJson("duplicate_key", key)
        group[key] = value
    return group


def _no_constant(word: str) -> float:
    raise _NotJson("number", word)


def _finite(digits: str) -> float:
    value = float(digits)
    if math.isinf(value):
        raise _NotJson("number", digits)
    return value


def _whole(digits: str) -> int:
    if len(digits) > limits.MAX_DIGITS:
        raise _NotJson("number", digits)
    return int(digits)
