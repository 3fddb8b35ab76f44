"""Writing rows that are written once, with the SQL made once."""

from collections.abc import Sequence
from functools import cache
from typing import Any

from django.db import connection
from django.db.models import AutoField, Field, Model


def add(rows: Sequence[Model]) -> None:
    """Write rows of one model without asking for them back; what is there already stays as it is.

    Nothing is asked back because whoever acts may not see what the act leaves behind.
    """
    if not rows:
        return
    before, fields = _insertion(type(rows[0]))
    marks = f"({', '.join(['%s'] * len(fields))})"
    values = [_value(field, row) for row in rows for field in fields]
    with connection.cursor() as cursor:
        cursor.execute(f"{before} {', '.join([marks] * len(rows))} ON CONFLICT DO NOTHING", values)


@cache
def _insertion(model: type[Model]) -> tuple[str, list["Field[Any, Any]"]]:
    meta = model._meta  # noqa: SLF001 - where Django keeps the names
    fields = [one for one in meta.concrete_fields if not isinstance(one, AutoField)]
    columns = ", ".join(f'"{one.column}"' for one in fields)
    return f'INSERT INTO "{meta.db_table}" ({columns}) VALUES', fields


def _value(field: "Field[Any, Any]", row: Model) -> Any:
    return field.get_db_prep_save(field.pre_save(row, add=True), connection)
