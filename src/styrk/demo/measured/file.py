"""The written indicators, as `world/indicators.toml` holds them."""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from styrk.demo.world_files import UnitFacts
from styrk.indicators.states import Rhythm

FILE = Path(__file__).parents[1] / "world" / "indicators.toml"

type Told = dict[str, Any]


@dataclass(frozen=True)
class Shape:
    """How the figures of an indicator look at a unit; see the file's head for what the words mean."""

    level: float = 0
    size: float = 0
    july: float = 1
    winter: float = 0
    yearly: float = 0
    spread: float = 0
    additive: float = 0


@dataclass(frozen=True)
class Written:
    """An indicator of the file. `told` is all of it; `places` says where it has values of its own."""

    told: Told
    code: str
    keeper: str
    kind: str
    sender: str
    lag: int
    rhythm: str
    places: tuple[str, ...]
    made_of: tuple[str, ...] = field(default=())

    def shape_at(self, code: str) -> Shape:
        own = self.told.get("units", {}).get(code, {})
        names = Shape.__dataclass_fields__
        return Shape(**{name: {**self.told, **own}[name] for name in names if name in self.told})


@cache
def written() -> Told:
    return tomllib.loads(FILE.read_text())


def indicators(facts: Mapping[str, UnitFacts]) -> tuple[Written, ...]:
    """All of them, in the order of the file, at the units that there are."""
    return tuple(_written(told, facts) for told in written()["indicator"])


def spoken_of() -> set[tuple[str, str]]:
    """The series that people say something about, by indicator and unit."""
    said = ("correction", "attestation", "mark")
    return {(one["of"], one["at"]) for kind in said for one in written()[kind]}


def line(code: str, facts: Mapping[str, UnitFacts]) -> Iterator[str]:
    """The unit and those above it."""
    while code:
        yield code
        code = facts[code].parent


def _written(told: Told, facts: Mapping[str, UnitFacts]) -> Written:
    return Written(
        told=told,
        code=told["code"],
        keeper=told["keeper"],
        kind=told["kind"],
        sender=told.get("from", ""),
        lag=told.get("lag", 0),
        rhythm=told.get("rhythm", Rhythm.MONTH),
        places=tuple(_places(told, facts)),
        made_of=tuple(told.get("subtracts") or told.get("divides") or ()),
    )


def _places(told: Told, facts: Mapping[str, UnitFacts]) -> Iterator[str]:
    wanted = set(told.get("where", ()))
    for code, unit in facts.items():
        if wanted & {code, unit.level, *unit.tags} and told["keeper"] in line(code, facts):
            yield code
