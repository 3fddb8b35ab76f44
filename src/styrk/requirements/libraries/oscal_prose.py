"""The texts of an OSCAL group or control, with its parameters inserted."""

import re
from collections.abc import Iterable, Iterator

from styrk.requirements.libraries.shape import Json
from styrk.requirements.libraries.tree import tidy

INSERT = re.compile(r"\{\{\s*insert:\s*param,\s*([^\s{}]+)\s*\}\}")
STATEMENTS = ("statement",)
OVERVIEWS = ("overview",)
GUIDANCE = ("guidance",)

MAX_INSERTED = 5_000_000

type Group = dict[str, Json]


class Parameters:
    """What stands for a parameter in prose: its values, else its choices, else its label.

    Written as NIST prints them: `[Assignment: frequency]`, `[Selection: a; b]`. A parameter that
    is not in the catalog, or is about itself, stays as it was written; so does what comes after
    `MAX_INSERTED` signs, for parameters may hold parameters that hold parameters.
    """

    def __init__(self, raw: Iterable[Group]) -> None:
        self._params: dict[str, Group] = {}
        self._room = MAX_INSERTED
        for group in raw:
            for one in _groups(group.get("params")):
                self._params.setdefault(str(one.get("id")), one)

    def inserted(self, prose: str, inside: frozenset[str] = frozenset()) -> str:
        def told(found: re.Match[str]) -> str:
            name = found[1]
            if name in inside or name not in self._params or self._room <= 0:
                return found[0]
            text = self._told(name, inside | {name})
            self._room -= len(text)
            return text

        return INSERT.sub(told, prose)

    def _told(self, name: str, inside: frozenset[str]) -> str:
        param = self._params[name]
        if values := _texts(param.get("values")):
            return ", ".join(values)
        select = param.get("select")
        if isinstance(select, dict) and (choices := _texts(select.get("choice"))):
            many = " (one or more)" if select.get("how-many") == "one-or-more" else ""
            told = "; ".join(self.inserted(choice, inside) for choice in choices)
            return f"[Selection{many}: {told}]"
        label = param.get("label")
        return f"[Assignment: {label if isinstance(label, str) else name}]"


def text_of(raw: Group, params: Parameters) -> str:
    """What is demanded; where nothing is, what it is about."""
    return _prose(raw, STATEMENTS, params) or _prose(raw, OVERVIEWS, params)


def note_of(raw: Group, params: Parameters) -> str:
    """Guidance; and what it is about, where the text is another."""
    stated = bool(_prose(raw, STATEMENTS, params))
    overview = _prose(raw, OVERVIEWS, params) if stated else ""
    return "\n\n".join(part for part in (overview, _prose(raw, GUIDANCE, params)) if part)


def _prose(raw: Group, names: tuple[str, ...], params: Parameters) -> str:
    lines = [
        line
        for part in _groups(raw.get("parts"))
        if part.get("name") in names
        for line in _lines(part, params, 0)
    ]
    return tidy("\n".join(lines))


def _lines(part: Group, params: Parameters, depth: int) -> Iterator[str]:
    """A part's own line with its label, and those inside it a step further in."""
    prose = part.get("prose")
    label = next(
        (one.get("value") for one in _groups(part.get("props")) if one.get("name") == "label"), ""
    )
    words = [one for one in (label, prose) if isinstance(one, str) and one.strip()]
    if words:
        told = " ".join(params.inserted(one.strip()) for one in words)
        yield "  " * depth + told
    for inner in _groups(part.get("parts")):
        yield from _lines(inner, params, depth + 1 if words else depth)


def _groups(value: Json) -> list[Group]:
    return [one for one in value if isinstance(one, dict)] if isinstance(value, list) else []


def _texts(value: Json) -> list[str]:
    return [one for one in value if isinstance(one, str)] if isinstance(value, list) else []
