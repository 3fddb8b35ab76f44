"""What kind of organisation a legal person is, and the words its people use.

The kind follows from what the organisation calls its own topmost level: a kommune or a fylkeskommune
is governed by kommuneloven, and all others here as a health trust. Where the two say a thing
differently, both are given where the thing is named, by `worded`, and each reader is told in their own.
"""

from collections.abc import Collection, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from enum import StrEnum
from typing import Any

from django.utils.functional import Promise, lazy

from styrk.organisation.models import Unit

type Text = str | Promise


class Flavour(StrEnum):
    TRUST = "trust"
    MUNICIPAL = "municipal"


_spoken: ContextVar[Flavour] = ContextVar("flavour", default=Flavour.TRUST)


def _said(trust: Text, municipal: Text) -> str:
    return str(municipal if in_kommune() else trust)


_lazily = lazy(_said, str)


def worded(trust: Text, municipal: Text) -> Any:
    """The one or the other, when it is shown: by the kind of organisation that the reader belongs to."""
    return _lazily(trust, municipal)


@contextmanager
def speaking_to(flavours: Collection[Flavour]) -> Iterator[None]:
    """In here texts have a kommune's words, if all posts of the reader are in kommuner."""
    municipal = set(flavours) == {Flavour.MUNICIPAL}
    token = _spoken.set(Flavour.MUNICIPAL if municipal else Flavour.TRUST)
    try:
        yield
    finally:
        _spoken.reset(token)


def in_kommune() -> bool:
    """Whether texts are said to somebody in a kommune."""
    return _spoken.get() is Flavour.MUNICIPAL


def flavour_of(level: str) -> Flavour:
    """By what the legal person's own level is called."""
    return Flavour.MUNICIPAL if "kommune" in level.casefold() else Flavour.TRUST


def flavour_at(unit: Unit) -> Flavour:
    """Of the organisation that the unit is, or belongs to."""
    whole = unit if unit.legal_id == unit.pk or unit.trust is None else unit.trust
    return flavour_of(whole.level)


def is_municipal(unit: Unit) -> bool:
    """Whether the unit is a whole kommune, or belongs to one."""
    return flavour_at(unit) is Flavour.MUNICIPAL
