"""Questions that Django writes in SQL once. To write one costs several times what it costs to ask it."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.db import DEFAULT_DB_ALIAS, connection
from django.db.models import Expression, Field, Model, QuerySet
from django.db.models.sql.compiler import SQLCompiler

from styrk.core.together import Rows
from styrk.core.trips import answer

type Converters = list[tuple[int, list[Callable[..., Any]], Any]]


class Slot(Expression):
    """The place in a question for a value that is given when it is asked."""

    def __init__(self, name: str) -> None:
        super().__init__(output_field=Field())
        self.name = name

    def as_sql(self, compiler: SQLCompiler, connection: object) -> tuple[str, list[Any]]:  # type: ignore[override]  # noqa: ARG002 - Django's own signature
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
        columns = [field.attname for field in model._meta.concrete_fields]  # noqa: SLF001 - where Django keeps the names
        return Prepared(
            lambda *row: model.from_db(DEFAULT_DB_ALIAS, columns, row),
            lambda: question().values_list(*columns),
        )

    @classmethod
    def some[M: Model](
        cls, model: type[M], columns: Iterable[str], question: Callable[[], QuerySet[M]], *also: str
    ) -> "Prepared[Any]":
        """Rows of a model with only these columns and those of the rows they point at (`unit__name`).

        `also` are the names of annotations.
        """
        build = _Builder(model, columns)
        named = [*build.columns, *also]

        def row(*values: Any) -> M:
            found: M = build.row(dict(zip(named, values, strict=True)))
            for name in also:
                setattr(found, name, values[named.index(name)])
            return found

        return Prepared(row, lambda: question().values_list(*named))

    def ask(self, **values: Any) -> list[Row]:
        sql, places, converters = self._written
        given: list[Any] = [values[one.name] if isinstance(one, Slot) else one for one in places]
        return answer((self, repr(given)), lambda: _Asked(sql, given, converters, self.row))

    @cached_property
    def _written(self) -> tuple[str, tuple[Any, ...], Converters]:
        compiler = self.question().query.get_compiler(connection=connection)
        sql, places = compiler.as_sql()
        columns = [column for column, *_rest in compiler.select or []]
        found = compiler.get_converters(columns)
        return sql, tuple(places), [(at, *how) for at, how in found.items()]


@dataclass(frozen=True)
class _Asked:
    """The question with the values in it."""

    sql: str
    given: list[Any]
    converters: Converters
    row: Callable[..., Any]

    def written(self, cursor: Any) -> str:
        return str(cursor.mogrify(self.sql, self.given))

    def read(self, rows: Rows) -> list[Any]:
        if self.converters:
            return [self.row(*_converted(list(row), self.converters)) for row in rows]
        return [self.row(*row) for row in rows]


class _Builder:
    """Makes a row of a model out of columns: its own, and those of the rows it points at."""

    def __init__(self, model: type[Model], columns: Iterable[str], before: str = "") -> None:
        self.model, self.before = model, before
        own = {"id", *(one for one in columns if "__" not in one)}
        fields = [field.attname for field in model._meta.concrete_fields]  # noqa: SLF001 - where Django keeps the names
        self.names = [name for name in fields if name in own]
        further: dict[str, list[str]] = {}
        for first, _sep, rest in (one.partition("__") for one in columns if "__" in one):
            further.setdefault(first, []).append(rest)
        self.related = {
            name: _Builder(_target(model, name), rest, f"{before}{name}__")
            for name, rest in further.items()
        }

    @property
    def columns(self) -> list[str]:
        """The names of all columns, as the question asks for them."""
        inner = [name for one in self.related.values() for name in one.columns]
        return [*(f"{self.before}{name}" for name in self.names), *inner]

    def row(self, values: Mapping[str, Any]) -> Any:
        """None where the row that is pointed at is not there, or is not seen: its columns are empty."""
        own = [values[f"{self.before}{name}"] for name in self.names]
        # The key itself may be read from the row that points: that it is there says nothing.
        if self.before and all(
            one is None for name, one in zip(self.names, own, strict=True) if name != "id"
        ):
            return None
        found = self.model.from_db(DEFAULT_DB_ALIAS, self.names, own)
        for name, builder in self.related.items():
            setattr(found, name, builder.row(values))
        return found


def _target(model: type[Model], name: str) -> type[Model]:
    related = model._meta.get_field(name).related_model  # noqa: SLF001 - where Django keeps the names
    assert isinstance(related, type)  # noqa: S101 - only keys to other rows are named so
    return related


def _converted(row: list[Any], converters: Converters) -> list[Any]:
    for at, steps, column in converters:
        for step in steps:
            row[at] = step(row[at], column, connection)
    return row
