"""What has been done with a record, in plain words: what the macro `history` draws."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol

from styrk.ui.menu import Text


class Doer(Protocol):
    @property
    def name(self) -> str: ...


class Step(Protocol):
    """One act in a record's life, as the apps keep it."""

    @property
    def act(self) -> str: ...
    @property
    def at(self) -> datetime: ...
    @property
    def by(self) -> Doer: ...
    @property
    def note(self) -> str: ...
    @property
    def detail(self) -> Any: ...


@dataclass(frozen=True)
class Told:
    """One line of a history: when, who, what."""

    at: datetime
    who: str
    text: str


def in_words(step: Step, acts: Mapping[str, Text]) -> str:
    """The act, with what the step keeps of it put where the words have a place for it."""
    words: str = str(acts.get(step.act, step.act)) % step.detail
    return words


def with_note(act: str, note: str) -> str:
    return f"{act}: {note}" if note else act


def told[S: Step](steps: Iterable[S], sentence: Callable[[S], str]) -> list[Told]:
    """Every step, newest first. They come in the order they were taken."""
    return [Told(step.at, step.by.name, sentence(step)) for step in reversed(list(steps))]
