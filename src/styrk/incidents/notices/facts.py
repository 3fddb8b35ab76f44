"""What may be told about an event: the facts, their values and the questions that ask for them."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

FILE = Path(__file__).parent / "facts.toml"
type Value = bool | str | frozenset[str]


class WrongFact(ValueError):
    """A fact that nobody knows, or a value that it cannot have. Says which, in words."""


@dataclass(frozen=True)
class Fact:
    """`values` is empty for yes and no; `many` says that several of them may hold at once."""

    name: str
    question: str
    values: tuple[str, ...] = ()
    many: bool = False
    default: Value = False
    default_of: Mapping[str, str] = field(default_factory=dict)

    def absent(self, organisation: str) -> Value:
        return self.default_of.get(organisation, self.default)

    def read(self, given: object) -> Value:
        if self.many:
            return self._read_many(given)
        if not self.values:
            if not isinstance(given, bool):
                raise WrongFact(f"{self.name} må være true eller false")
            return given
        if not isinstance(given, str) or given not in self.values:
            raise WrongFact(f"{self.name} må være én av: {', '.join(self.values)}")
        return given

    def _read_many(self, given: object) -> Value:
        if not isinstance(given, list) or not all(
            isinstance(one, str) and one in self.values for one in given
        ):
            raise WrongFact(f"{self.name} må være en liste av: {', '.join(self.values)}")
        return frozenset(given)


@cache
def facts() -> Mapping[str, Fact]:
    """By name, in the order a person is asked."""
    told = tomllib.loads(FILE.read_text(encoding="utf-8"))
    return {name: _fact(name, entry) for name, entry in told.items()}


def _fact(name: str, entry: dict[str, object]) -> Fact:
    values = entry.get("values", [])
    default = entry.get("default", False)
    default_of = entry.get("default_of", {})
    assert isinstance(values, list)  # noqa: S101 - the data is our own
    assert isinstance(default_of, dict)  # noqa: S101
    return Fact(
        name=name,
        question=str(entry["question"]),
        values=tuple(values),
        many=isinstance(default, list),
        default=_default(default),
        default_of=default_of,
    )


def _default(given: object) -> Value:
    if isinstance(given, list):
        return frozenset(given)
    return given if isinstance(given, bool) else str(given)


def read_facts(given: Mapping[str, object], organisation: str) -> Mapping[str, Value]:
    """Every fact with its value; null is as if nothing were said. Raises WrongFact."""
    unknown = sorted(set(given) - set(facts()))
    if unknown:
        raise WrongFact(f"ukjente fakta: {', '.join(name[:60] for name in unknown[:10])}")
    return {
        name: fact.absent(organisation) if given.get(name) is None else fact.read(given[name])
        for name, fact in facts().items()
    }
