"""Public identifiers: UUID version 7, so that addresses say nothing and indexes stay in time order."""

from uuid import UUID

from django.db import connection
from django.db.models import Model
from uuid_utils.compat import uuid7


def new_uuid() -> UUID:
    return uuid7()


def next_id(model: type[Model]) -> int:
    """A record's number before the record, where something that names it is written first."""
    sequence = "SELECT nextval(pg_get_serial_sequence(%s, 'id'))"
    with connection.cursor() as cursor:
        cursor.execute(sequence, [model._meta.db_table])  # noqa: SLF001 - where Django keeps the names
        return int(cursor.fetchone()[0])
