"""The duties, one file each in `rules/`: dated data with its legal basis and its source."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from styrk.incidents.notices.clocks import Clock, Start, Unit
from styrk.incidents.notices.conditions import Condition, Test, read_condition
from styrk.incidents.notices.facts import Fact

FOLDER = Path(__file__).parent / "rules"
ORGANISATIONS = ("hf", "rhf", "kommune", "fylkeskommune", "private")
type Entry = Mapping[str, object]


@dataclass(frozen=True)
class Addressees:
    """Who is told, when these facts hold (always, where there are none), by these organisations."""

    recipients: tuple[str, ...]
    copies: tuple[str, ...]
    organisations: tuple[str, ...]
    when: Condition | None


@dataclass(frozen=True)
class Step:
    """One of a duty's clocks, with what is sent before it runs out. `urgent`: at whatever hour."""

    clock: Clock
    words: str
    channel: str
    content: tuple[str, ...]
    addressees: tuple[Addressees, ...]
    when: Condition | None
    bound: str
    urgent: bool = False


@dataclass(frozen=True)
class Duty:
    """`dated_by` says which date the validity is of: the event's, the knowledge's, or either's.

    `identity`: nobody can do it without knowing who the patient is.
    `follows` is the duty whose sent notice starts a clock of this one: its own, where none is named.
    """

    code: str
    title: str
    basis: str
    organisations: tuple[str, ...]
    dated_by: tuple[Start, ...]
    valid_from: date
    valid_to: date | None
    verified: bool
    source: str
    note: str
    when: Condition
    when_text: str
    steps: tuple[Step, ...]
    follows: str
    identity: bool

    @property
    def questions(self) -> tuple[Fact, ...]:
        """The facts that the duty asks for, each once."""
        conditions = [self.when, *(step.when for step in self.steps)]
        conditions += [one.when for step in self.steps for one in step.addressees]
        found = [fact for one in conditions if one for fact in _facts_of(one)]
        return tuple({fact.name: fact for fact in found}.values())


def _facts_of(condition: Condition) -> list[Fact]:
    if isinstance(condition, Test):
        return [condition.fact]
    return [fact for part in condition.parts for fact in _facts_of(part)]


@cache
def duties() -> tuple[Duty, ...]:
    """All of them, by code."""
    return tuple(
        _duty(tomllib.loads(path.read_text(encoding="utf-8")))
        for path in sorted(FOLDER.glob("*.toml"))
    )


def _duty(entry: Entry) -> Duty:
    valid_from, valid_to = entry["valid_from"], entry.get("valid_to")
    steps = entry["step"]
    assert isinstance(valid_from, date)  # noqa: S101 - the data is our own, and tested to be whole
    assert valid_to is None or isinstance(valid_to, date)  # noqa: S101
    assert isinstance(steps, list)  # noqa: S101
    bound = str(entry["bound"])
    return Duty(
        code=str(entry["id"]),
        title=str(entry["title"]),
        basis=str(entry["basis"]),
        organisations=_names(entry, "for"),
        dated_by=tuple(Start(name) for name in _names(entry, "dated_by")),
        valid_from=valid_from,
        valid_to=valid_to,
        verified=entry["verified"] is True,
        source=str(entry["source"]),
        note=str(entry.get("note", "")),
        when=read_condition(str(entry["when"])),
        when_text=str(entry["when"]),
        steps=tuple(_step(one, bound) for one in steps),
        follows=str(entry.get("follows", entry["id"])),
        identity=entry.get("identity") is True,
    )


def _step(entry: Entry, bound: str) -> Step:
    to = entry["to"]
    assert isinstance(to, list)  # noqa: S101 - the data is our own
    return Step(
        clock=_clock(entry),
        words=str(entry["words"]),
        channel=str(entry["channel"]),
        content=_names(entry, "content"),
        addressees=tuple(_addressees(one) for one in to),
        when=_maybe_condition(entry),
        bound=str(entry.get("bound", bound)),
        urgent=entry.get("urgent") is True,
    )


def _clock(entry: Entry) -> Clock:
    clock = entry["clock"]
    assert isinstance(clock, dict)  # noqa: S101 - the data is our own
    return Clock(Unit(clock["unit"]), Start(clock["start"]), int(clock.get("number", 0)))


def _addressees(entry: Entry) -> Addressees:
    return Addressees(
        recipients=_names(entry, "recipients"),
        copies=_names(entry, "copies"),
        organisations=_names(entry, "for") or ORGANISATIONS,
        when=_maybe_condition(entry),
    )


def _maybe_condition(entry: Entry) -> Condition | None:
    return read_condition(str(entry["when"])) if "when" in entry else None


def _names(entry: Entry, key: str) -> tuple[str, ...]:
    found = entry.get(key, [])
    assert isinstance(found, list)  # noqa: S101 - the data is our own
    return tuple(str(one) for one in found)
