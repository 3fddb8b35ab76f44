"""Rows that no query put in order come in whatever order the tables have them: here, in reverse.

A page or a test that leans on an order nobody asked for fails at once, and not one day in a hundred.
"""

from collections.abc import Iterator
from typing import Any

from django.db.models.query import (
    FlatValuesListIterable,
    ModelIterable,
    ValuesIterable,
    ValuesListIterable,
)

KINDS: tuple[Any, ...] = (
    ModelIterable,
    ValuesIterable,
    ValuesListIterable,
    FlatValuesListIterable,
)


def reverse_what_is_unordered() -> None:
    """Once for a process of tests."""
    for kind in KINDS:
        kind.__iter__ = _reversing(kind.__iter__)


def _reversing(rows_of: Any) -> Any:
    def rows(self: Any) -> Iterator[Any]:
        found = rows_of(self)
        queryset = self.queryset
        if queryset.ordered or queryset.query.combinator:
            return iter(found)
        return reversed(list(found))

    return rows
