"""Several questions to the database in one trip."""

from typing import Any

from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.models import QuerySet
from django.db.models.sql.compiler import SQLCompiler

type Rows = list[tuple[Any, ...]]


def fetch_together(*wanted: QuerySet[Any, Any]) -> None:
    """Ask all of these in one trip. Each then has its rows, as if it had been read by itself."""
    asked: list[tuple[QuerySet[Any, Any], SQLCompiler, str]] = []
    with connection.cursor() as cursor:
        for one in wanted:
            compiler = one.query.get_compiler(connection=connection)
            try:
                written = cursor.mogrify(*compiler.as_sql())
            except EmptyResultSet:  # nothing can be in it, and Django knows without asking
                filled(one, compiler, [])
                continue
            asked.append((one, compiler, written))
        if not asked:
            return
        cursor.execute(";".join(written for _one, _compiler, written in asked))
        answers: list[Rows] = [cursor.fetchall()]
        while len(answers) < len(asked):
            cursor.nextset()
            answers.append(cursor.fetchall())
    for (one, compiler, _written), rows in zip(asked, answers, strict=True):
        filled(one, compiler, rows)


def filled(wanted: QuerySet[Any, Any], compiler: SQLCompiler, rows: Rows) -> list[Any]:
    """Let Django make of the rows what it makes of an answer: models, what they point at, values."""
    compiler.execute_sql = lambda *_how, **_more: [rows]  # type: ignore[method-assign, assignment]
    wanted.query.get_compiler = lambda *_how, **_more: compiler  # type: ignore[method-assign]
    try:
        return list(wanted)
    finally:
        del wanted.query.get_compiler
