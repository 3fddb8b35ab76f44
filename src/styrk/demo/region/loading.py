"""Writing by the hundred thousand: as the tables' owner, without indexes on the way.

Row-level security does not stand for the owner, which is what lets COPY in (to anybody else COPY is
refused), and only the owner may take indexes and foreign keys away and put them back. All of it is
one transaction: a build that stops leaves nothing.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager

import psycopg
from psycopg import sql

type Row = Sequence[object]
type Statement = tuple[str, str]

# Those that get a row or more for each incident, whose indexes are quicker made at the end.
LARGE = (
    "access_grant",
    "actions_action",
    "actions_actionstep",
    "actions_effectreview",
    "duties_duty",
    "incidents_incident",
    "incidents_incidentaction",
    "incidents_incidentstep",
    "incidents_reporter",
    "incidents_statement",
    "indicators_figure",
    "indicators_measurement",
    "styrk_messages_message",
    "trail_entry",
)
# The counting of incidents looks these up by incident as they come.
INDEXED = ("incidents_incidentanalysis", "incidents_recusal")

SETTINGS = (
    "SET LOCAL synchronous_commit = off",
    "SET LOCAL maintenance_work_mem = '512MB'",
    "SET LOCAL work_mem = '256MB'",
    "SET LOCAL timezone = 'Europe/Oslo'",
    "SET CONSTRAINTS ALL IMMEDIATE",
)

# Foreign keys first and put back last, since they lean on the unique ones.
CONSTRAINTS = """
    SELECT r.relname, c.conname, pg_get_constraintdef(c.oid)
    FROM pg_constraint c JOIN pg_class r ON r.oid = c.conrelid
    WHERE r.relname = ANY(%s) AND c.contype = ANY(%s::"char"[])
    ORDER BY c.contype <> 'f', r.relname, c.conname
"""
INDEXES = """
    SELECT r.relname, i.relname, pg_get_indexdef(x.indexrelid)
    FROM pg_index x JOIN pg_class r ON r.oid = x.indrelid JOIN pg_class i ON i.oid = x.indexrelid
    WHERE r.relname = ANY(%s) AND NOT EXISTS (
        SELECT 1 FROM pg_constraint c WHERE c.conindid = x.indexrelid)
    ORDER BY r.relname, i.relname
"""
SEQUENCES = """
    SELECT r.relname, pg_get_serial_sequence(r.relname, 'id')
    FROM pg_class r JOIN pg_attribute a ON a.attrelid = r.oid AND a.attname = 'id'
    WHERE r.relname = ANY(%s)
"""


class Loader:
    """One transaction of the owner's, with what a bulk build needs."""

    def __init__(self, connection: psycopg.Connection) -> None:
        self.connection = connection

    def run(self, statement: str, **values: object) -> int:
        """A statement of our own words; gives how many rows it wrote."""
        return self.connection.execute(statement.encode(), values or None).rowcount

    def ask(self, question: str, *values: object) -> list[tuple[object, ...]]:
        return self.connection.execute(question.encode(), values or None).fetchall()

    def copy(self, table: str, columns: str, rows: Iterable[Row]) -> None:
        statement = sql.SQL("COPY {} ({}) FROM STDIN").format(
            sql.Identifier(table),
            sql.SQL(", ").join(map(sql.Identifier, columns.split())),
        )
        with self.connection.cursor() as cursor, cursor.copy(statement) as copy:
            for row in rows:
                copy.write_row(row)

    def number_on(self, tables: Iterable[str]) -> None:
        """Let the tables' own numbers go on after the largest that was copied in."""
        for table, sequence in self.ask(SEQUENCES, list(tables)):
            self.run(f"SELECT setval('{sequence}', (SELECT max(id) FROM {table}))")  # noqa: S608

    @contextmanager
    def bare(self, put_back: Callable[[int, int], None]) -> Iterator[None]:
        """Without foreign keys and indexes of the large tables until the block ends.

        `put_back(done, of)` is called as they are made again.
        """
        statements = list(self._undress())
        yield
        for nth, statement in enumerate(statements, start=1):
            self.run(statement)
            put_back(nth, len(statements))

    def _undress(self) -> Iterator[str]:
        """Takes them away; gives the statements that put them back, in order."""
        foreign = self.ask(CONSTRAINTS, [*LARGE, *INDEXED], ["f"])
        unique = self.ask(CONSTRAINTS, list(LARGE), ["u"])
        for table, name, _definition in (*foreign, *unique):
            self.run(f'ALTER TABLE {table} DROP CONSTRAINT "{name}"')
        indexes = self.ask(INDEXES, list(LARGE))
        for _table, name, _definition in indexes:
            self.run(f'DROP INDEX "{name}"')
        for _table, _name, definition in indexes:
            yield str(definition)
        for table, name, definition in (*unique, *foreign):
            yield f'ALTER TABLE {table} ADD CONSTRAINT "{name}" {definition}'


@contextmanager
def loader(owner_url: str) -> Iterator[Loader]:
    """A transaction as the owner, kept when the block ends well."""
    with psycopg.connect(owner_url) as connection:
        for setting in SETTINGS:
            connection.execute(setting.encode())
        yield Loader(connection)


def tidy(owner_url: str) -> None:
    """What the planner goes by, and which pages hold only what all may see."""
    with psycopg.connect(owner_url, autocommit=True) as connection:
        connection.execute("VACUUM (ANALYZE)")
