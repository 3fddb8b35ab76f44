"""Rows that hang on one another by a key of their own table, all the way up or all the way down."""

from collections.abc import Iterable
from typing import Any

from django.db.models import BigAutoField, Expression, Model
from django.db.models.sql.compiler import SQLCompiler

UP = "SELECT t.{key} FROM {table} t JOIN line ON t.id = line.id"
DOWN = "SELECT t.id FROM {table} t JOIN line ON t.{key} = line.id"
LINE = "(WITH RECURSIVE line(id) AS (SELECT unnest(%s::bigint[]) UNION {step}) SELECT id FROM line)"


class _Line(Expression):
    """Ids, for `pk__in=`: those given, and all that the steps lead to. A circle ends by itself."""

    def __init__(self, step: str, model: type[Model], link: str, ids: Iterable[int]) -> None:
        super().__init__(output_field=BigAutoField())
        self.step, self.model, self.link, self.ids = step, model, link, sorted(ids)

    def as_sql(self, compiler: SQLCompiler, connection: Any) -> tuple[str, list[object]]:  # type: ignore[override]  # noqa: ARG002 - Django's own signature
        meta = self.model._meta  # noqa: SLF001 - where Django keeps the names
        quote = connection.ops.quote_name
        key = quote(meta.get_field(self.link).column)  # type: ignore[union-attr]
        step = self.step.format(key=key, table=quote(meta.db_table))
        return LINE.format(step=step), [self.ids]


def over(model: type[Model], link: str, ids: Iterable[int]) -> Expression:
    """These rows and those they point at by `link`, all the way."""
    return _Line(UP, model, link, ids)


def under(model: type[Model], link: str, ids: Iterable[int]) -> Expression:
    """These rows and those that point at them by `link`, all the way."""
    return _Line(DOWN, model, link, ids)
