"""Many writings as one: none of them stands unless all do."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from django.db import transaction

_inside: ContextVar[bool] = ContextVar("styrk_all_or_nothing", default=False)


def is_part() -> bool:
    """Whether what is done now stands or falls with something larger, and needs no savepoint."""
    return _inside.get()


@contextmanager
def all_or_nothing() -> Iterator[None]:
    """One transaction, or part of the one that is open; what is within it has no savepoints."""
    outer = _inside.get()
    _inside.set(True)
    try:
        with transaction.atomic(savepoint=not outer):
            yield
    finally:
        _inside.set(outer)
