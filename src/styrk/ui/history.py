"""What has been done with a record, in plain words: what the macro `history` draws."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol

from django import forms

from styrk.ui.menu import Text
from styrk.ui.said import said


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
class Change:
    """What was said otherwise: of what, what stood before, and what stood after."""

    label: str
    before: str
    after: str


@dataclass(frozen=True)
class Told:
    """One line of a history: when, who, what, and what it changed."""

    at: datetime
    who: str
    text: str
    changes: Sequence[Change] = ()


def in_words(step: Step, acts: Mapping[str, Text]) -> str:
    """The act, with what the step keeps of it put where the words have a place for it."""
    words: str = str(acts.get(step.act, step.act)) % step.detail
    return words


def with_note(act: str, note: str) -> str:
    return f"{act}: {note}" if note else act


def told[S: Step](
    steps: Iterable[S],
    sentence: Callable[[S], str],
    form: type[forms.Form] | None = None,
) -> list[Told]:
    """Every step, newest first. They come in the order they were taken.

    `form` is where one says what the record is: it has the words for what was changed.
    """
    fields: Mapping[str, forms.Field] = form.base_fields if form else {}
    return [
        Told(step.at, step.by.name, sentence(step), _changes(step.detail, fields))
        for step in reversed(list(steps))
    ]


def _changes(detail: Any, fields: Mapping[str, forms.Field]) -> list[Change]:
    """In the order of the form."""
    changed = detail.get("changed", {})
    return [
        Change(str(field.label), *(said(field, value) for value in changed[name]))
        for name, field in fields.items()
        if name in changed
    ]
