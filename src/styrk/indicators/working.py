"""Where values lie while they are judged and summed: for one transaction, which sees only its own rows.

Few and many have tables of their own. One value among tables that were made for a million would be
searched for as if it were a million.
"""

from collections.abc import Iterable, Mapping
from datetime import date, datetime

from django.db import connection

TABLES = ("indicators_given", "indicators_judged", "indicators_touched")
MANY = 5000

type Facts = Mapping[str, str | int | bool | date | datetime | None]
type Rows = list[tuple[object, ...]]


class Working:
    """The working tables for so many values. In the SQL they have their plain names."""

    def __init__(self, number: int) -> None:
        self.ending = "_many" if number > MANY else ""

    def said(self, sql: str) -> str:
        for table in TABLES:
            sql = sql.replace(table, f"{table}{self.ending}")
        return sql

    def run(self, sql: str, facts: Facts | None = None) -> int:
        """Do it; gives how many rows it was about."""
        with connection.cursor() as cursor:
            cursor.execute(self.said(sql), facts)
            return int(cursor.rowcount)

    def ask(self, sql: str, facts: Facts | None = None) -> Rows:
        with connection.cursor() as cursor:
            cursor.execute(self.said(sql), facts)
            return list(cursor.fetchall())

    def lay(self, table: str, rows: Iterable[tuple[object, ...]]) -> None:
        with (
            connection.cursor() as cursor,
            cursor.copy(self.said(f"COPY {table} FROM STDIN")) as copy,
        ):
            for row in rows:
                copy.write_row(row)

    def clear(self) -> None:
        """Take away what this transaction has laid here."""
        for table in TABLES:
            self.run(f"DELETE FROM {table}")  # noqa: S608 - our own names
