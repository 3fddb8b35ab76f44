"""Public identifiers: UUID version 7, so that addresses say nothing and indexes stay in time order."""

from uuid import UUID

from django.db import connection
from django.db.models import Model
from uuid_utils.compat import uuid7


def new_uuid() -> UUID:
    return uuid7()


def next_id(model: type[Model]) -> int:
    """A record's number before the record, where something that names it is written first."""
    return _number("SELECT nextval(pg_get_serial_sequence(%s, 'id'))", model._meta.db_table)  # noqa: SLF001 - where Django keeps the names


def next_in(sequence: str) -> int:
    """The same of records that are numbered apart from the others of their kind."""
    return _number("SELECT nextval(%s)", sequence)


def _number(question: str, name: str) -> int:
    with connection.cursor() as cursor:
        cursor.execute(question, [name])
        return int(cursor.fetchone()[0])
