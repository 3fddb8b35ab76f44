"""Foreign files as our units, by the mappings in `mappings.toml`."""

import tomllib
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from styrk.organisation.imports.tables import Table


@dataclass(frozen=True)
class Level:
    """One level of a nested file: its word, and the columns its units are in."""

    word: str
    name: str
    code: str = ""
    prefix: str = ""
    number: str = ""
    trust: bool = False

    @property
    def columns(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(filter(None, (self.code, self.name, self.number))))


@dataclass(frozen=True)
class Nested:
    """Every row names its unit and those above it, from the top."""

    title: str
    levels: tuple[Level, ...]
    ignored: tuple[str, ...] = ()

    @property
    def needed(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(name for level in self.levels for name in level.columns))


@dataclass(frozen=True)
class Pointing:
    """Every row points to the row of the unit above it."""

    title: str
    code: str
    parent: str
    top: tuple[str, ...]
    name: tuple[str, ...]
    level: str
    words: dict[str, str]
    prefix: str = ""
    number: str = ""
    trusts: dict[str, bool] = field(default_factory=dict)
    ignored: tuple[str, ...] = ()

    @property
    def needed(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys((self.code, *self.name, self.level, self.parent)))


type FileMapping = Nested | Pointing


def _mapping(facts: dict[str, Any]) -> FileMapping:
    form = facts.pop("form")
    known: dict[str, Any] = {
        key: tuple(value) if isinstance(value, list) else value for key, value in facts.items()
    }
    if form == "pointing":
        return Pointing(**known)
    known["levels"] = tuple(Level(**level) for level in facts["levels"])
    return Nested(**known)


def _read() -> dict[str, FileMapping]:
    text = Path(__file__).with_name("mappings.toml").read_text(encoding="utf-8")
    return {name: _mapping(facts) for name, facts in tomllib.loads(text).items()}


MAPPINGS: dict[str, FileMapping] = _read()


def recognised(table: Table) -> FileMapping | None:
    """The mapping whose columns are exactly the table's."""
    header = set(table.header)
    for mapping in MAPPINGS.values():
        if header == {*mapping.needed, *mapping.ignored}:
            return mapping
    return None
