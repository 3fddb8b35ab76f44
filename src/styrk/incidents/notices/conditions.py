"""Conditions as rules write them, and the reasons they give.

    harm_actual >= severe and (patient_on_other or harm_to has patient) and not vaccine
    digital_incident in minor, significant

A fact of yes and no stands alone. `>=` follows the order of the fact's values.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from styrk.incidents.notices.facts import Fact, Value, facts

TOKEN = re.compile(r"\s*(>=|[(),]|\w+)")


class WrongCondition(ValueError):
    """A rule that cannot be read."""


@dataclass(frozen=True)
class Reason:
    """One fact that was looked at: what was asked of it, what it was, and whether that is enough."""

    fact: Fact
    asked: str
    found: Value
    holds: bool


@dataclass(frozen=True)
class Test:
    """One question to one fact."""

    fact: Fact
    asked: str
    wanted: frozenset[str]
    wants: bool = True

    def holds(self, told: Mapping[str, Value]) -> bool:
        found = told[self.fact.name]
        if isinstance(found, frozenset):
            return bool(found & self.wanted) is self.wants
        yes = found if isinstance(found, bool) else found in self.wanted
        return yes is self.wants

    def reasons(self, told: Mapping[str, Value]) -> Iterator[Reason]:
        yield Reason(self.fact, self.asked, told[self.fact.name], self.holds(told))


@dataclass(frozen=True)
class Several:
    """All of them, or any."""

    parts: tuple["Condition", ...]
    enough: Callable[[Iterator[bool]], bool]

    def holds(self, told: Mapping[str, Value]) -> bool:
        return self.enough(part.holds(told) for part in self.parts)

    def reasons(self, told: Mapping[str, Value]) -> Iterator[Reason]:
        for part in self.parts:
            yield from part.reasons(told)


type Condition = Test | Several


def read_condition(text: str) -> Condition:
    reader = _Reader(text)
    found = reader.any()
    if reader.next:
        raise WrongCondition(f"«{reader.next}» for mye i «{text}»")
    return found


class _Reader:
    def __init__(self, text: str) -> None:
        self.text = text
        if TOKEN.sub("", text).strip():
            raise WrongCondition(f"ukjente tegn i «{text}»")
        self.tokens = TOKEN.findall(text)

    @property
    def next(self) -> str:
        return self.tokens[0] if self.tokens else ""

    def take(self, wanted: str = "") -> str:
        if not self.tokens or (wanted and self.next != wanted):
            raise WrongCondition(f"ventet {wanted or 'mer'} i «{self.text}»")
        return str(self.tokens.pop(0))

    def any(self) -> Condition:
        return self.chain("or", self.all, any)

    def all(self) -> Condition:
        return self.chain("and", self.one, all)

    def chain(
        self, word: str, read: Callable[[], Condition], enough: Callable[[Iterator[bool]], bool]
    ) -> Condition:
        parts = [read()]
        while self.next == word:
            self.take()
            parts.append(read())
        return parts[0] if len(parts) == 1 else Several(tuple(parts), enough)

    def one(self) -> Condition:
        if self.next == "(":
            self.take()
            inner = self.any()
            self.take(")")
            return inner
        wants = self.next != "not"
        if not wants:
            self.take()
        return self.test(wants=wants)

    def test(self, *, wants: bool) -> Test:
        name = self.take()
        if name not in facts():
            raise WrongCondition(f"ukjent faktum {name} i «{self.text}»")
        fact = facts()[name]
        if not fact.values:
            return Test(fact, "ja" if wants else "nei", frozenset(), wants)
        how = self.take()
        values = [self.take()]
        while how == "in" and self.next == ",":
            self.take()
            values.append(self.take())
        if how not in ("in", "is", "has", ">=") or not set(values) <= set(fact.values):
            raise WrongCondition(f"{name} {how} {', '.join(values)} gir ingen mening")
        if how == ">=":
            values = list(fact.values[fact.values.index(values[0]) :])
        return Test(
            fact, ("" if wants else "ikke ") + " eller ".join(values), frozenset(values), wants
        )
