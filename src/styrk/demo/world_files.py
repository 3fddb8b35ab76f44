"""The written world: units, people, stories, actions and turns of phrase, as `world/*.toml` holds them."""

import tomllib
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent / "world"


@dataclass(frozen=True)
class Story:
    """An event and what became of it. `texts` are the same kind of event told by several people."""

    id: str
    kind: str
    where: tuple[str, ...]
    weight: int
    season: str
    harm_actual: str
    harm_possible: str
    texts: tuple[str, ...]
    immediate: str = ""
    causes: tuple[str, ...] = ()
    found: str = ""
    persons: str = ""
    action_ids: tuple[str, ...] = ()
    asked: str = ""
    asked_tag: str = ""
    answer: str = ""
    decision: str = ""


@dataclass(frozen=True)
class Told:
    """An action with how it went."""

    id: str
    title: str
    change: str
    sign: str
    level: str
    days_to_due: int
    days_to_review: int
    outcome: str
    reason: str
    next: str = ""


@dataclass(frozen=True)
class UnitFacts:
    code: str
    name: str
    level: str
    parent: str
    short: str = ""
    tags: tuple[str, ...] = field(default=())


def _read(name: str) -> dict[str, Any]:
    return tomllib.loads((FOLDER / name).read_text())


@cache
def units() -> tuple[UnitFacts, ...]:
    return tuple(
        UnitFacts(**(unit | {"tags": tuple(unit.get("tags", ()))}))
        for unit in _read("units.toml")["unit"]
    )


@cache
def people() -> dict[str, Any]:
    return _read("people.toml")


@cache
def voices() -> dict[str, list[str]]:
    return _read("voices.toml")


@cache
def actions() -> dict[str, Told]:
    return {told["id"]: Told(**told) for told in _read("actions.toml")["action"]}


@cache
def unusual() -> list[dict[str, Any]]:
    """Reports that do not go the usual way."""
    told: list[dict[str, Any]] = _read("unusual.toml")["report"]
    return told


@cache
def stories() -> tuple[Story, ...]:
    files = sorted((FOLDER / "incidents").glob("*.toml"))
    return tuple(
        _story(told) for file in files for told in tomllib.loads(file.read_text())["story"]
    )


def _story(told: dict[str, Any]) -> Story:
    facts: dict[str, Any] = {k: v for k, v in told.items() if k in Story.__dataclass_fields__}
    facts |= {key: tuple(told.get(key, ())) for key in ("where", "causes", "action_ids")}
    return Story(texts=(told["text"], *told.get("variants", ())), **facts)
