"""Questions in SQL that answer with one row each, asked of the database in one trip."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db import connection


@dataclass(frozen=True)
class Ask[Row]:
    """A question for one row: SQL with `facts` for its places, and what the columns are made into."""

    sql: str
    facts: Mapping[str, Any] | Sequence[Any]
    row: Callable[..., Row]


def ask[Row](question: Ask[Row]) -> Row:
    """The answer to one question."""
    found: Row = ask_all([question])[0]
    return found


def ask_all(questions: Sequence[Ask[Any]]) -> list[Any]:
    """The answers, in the order of the questions; one trip however many there are."""
    if not questions:
        return []
    with connection.cursor() as cursor:
        written = (cursor.mogrify(one.sql, one.facts) for one in questions)
        cursor.execute(";".join(written))
        return [_answer(cursor, one, last=one is questions[-1]) for one in questions]


def _answer[Row](cursor: Any, question: Ask[Row], *, last: bool) -> Row:
    answer = question.row(*cursor.fetchone())
    if not last:
        cursor.nextset()
    return answer
