"""Questions that Django writes in SQL once. To write one costs several times what it costs to ask it."""

from collections.abc import Callable
from functools import cached_property
from typing import Any

from django.db import DEFAULT_DB_ALIAS, connection
from django.db.models import Expression, Field, Model, QuerySet
from django.db.models.sql.compiler import SQLCompiler

type Converters = list[tuple[int, list[Callable[..., Any]], Any]]


class Slot(Expression):
    """The place in a question for a value that is given when it is asked."""

    def __init__(self, name: str) -> None:
        super().__init__(output_field=Field())
        self.name = name

    def as_sql(self, compiler: SQLCompiler, connection: object) -> tuple[str, list[Any]]:  # type: ignore[override]  # noqa: ARG002
        return "%s", [self]


class Prepared[Row]:
    """A question of values with slots in it.

    Raises KeyError where a slot is given no value. What the answer may hold is for the database to
    say, as ever: the scope is not in the SQL.
    """

    def __init__(self, row: Callable[..., Row], question: Callable[[], QuerySet[Any, Any]]) -> None:
        self.row = row
        self.question = question

    @classmethod
    def of[M: Model](cls, model: type[M], question: Callable[[], QuerySet[M]]) -> "Prepared[M]":
        """The same for whole rows of a model, without what is related to them."""
        columns = [field.attname for field in model._meta.concrete_fields]  # noqa: SLF001
        return Prepared(
            lambda *row: model.from_db(DEFAULT_DB_ALIAS, columns, row),
            lambda: question().values_list(*columns),
        )

    def ask(self, **values: Any) -> list[Row]:
        sql, places, converters = self._written
        given: list[Any] = [values[one.name] if isinstance(one, Slot) else one for one in places]
        with connection.cursor() as cursor:
            cursor.execute(sql, given)
            rows = cursor.fetchall()
        if converters:
            rows = [_converted(list(row), converters) for row in rows]
        return [self.row(*row) for row in rows]

    @cached_property
    def _written(self) -> tuple[str, tuple[Any, ...], Converters]:
        compiler = self.question().query.get_compiler(connection=connection)
        sql, places = compiler.as_sql()
        columns = [column for column, *_rest in compiler.select or []]
        found = compiler.get_converters(columns)
        return sql, tuple(places), [(at, *how) for at, how in found.items()]


def _converted(row: list[Any], converters: Converters) -> list[Any]:
    for at, steps, column in converters:
        for step in steps:
            row[at] = step(row[at], column, connection)
    return row
