"""Full-text search among incidents already limited to what is in sight.

Two ways, because neither is quick for every word. A rare word is looked up in the index and its few
matches sorted. A common one has hundreds of thousands, and looking them all up is what costs; there
the newest in sight are read until enough of them match.
"""

import re
from typing import Any

from django.db import connection
from django.db.models import BooleanField, QuerySet
from django.db.models.expressions import RawSQL

from styrk.incidents.models import Incident

WORDS = 8
# So many matches by the planner's estimate, and the index is the slower way (measured).
COMMON = 20_000
# How many of the newest are read before one gives up and asks the index all the same.
NEWEST = 500

IN_INDEX = """
    WITH found AS MATERIALIZED ({found})
    SELECT id FROM found ORDER BY reported_at DESC, id DESC LIMIT %s
"""
AMONG_NEWEST = """
    WITH newest AS MATERIALIZED ({found} ORDER BY reported_at DESC, id DESC LIMIT %s)
    SELECT id FROM newest WHERE matches ORDER BY reported_at DESC, id DESC LIMIT %s
"""


def newest_matches(found: QuerySet[Incident], text: str, most: int, *, wide: bool) -> list[int]:
    """Ids of the newest of `found` that match every word, `most` at most.

    `wide` says that `found` is a fair part of all there is, so that the newest are soon read. Where
    it is narrow one might have to read far back, and the index is asked.
    """
    words = re.findall(r"\w+", text)[:WORDS]
    if not words:
        return []
    matches = _matches(words)
    if wide and _estimated(matches) > COMMON:
        newest = found.annotate(matches=matches).values("id", "reported_at", "matches")
        ids = _ids(AMONG_NEWEST, newest, NEWEST, most)
        if len(ids) == most:
            return ids
    return _ids(IN_INDEX, found.filter(matches).values("id", "reported_at"), most)


def _matches(words: list[str]) -> RawSQL:
    """Each word in one of its forms, or as the beginning of a word."""
    match = " && ".join(
        ["(plainto_tsquery('norwegian', %s) || to_tsquery('simple', %s))"] * len(words)
    )
    params = [part for word in words for part in (word, f"{word}:*")]
    # Only places for parameters are put together here.
    return RawSQL(f"incidents_incident.search @@ ({match})", params, BooleanField())  # noqa: S611


def _estimated(matches: RawSQL) -> int:
    """How many match in all, as the planner thinks; nothing is read."""
    sql, params = Incident.objects.filter(matches).values("pk").query.sql_with_params()
    with connection.cursor() as cursor:
        cursor.execute(f"EXPLAIN (FORMAT JSON) {sql}", params)
        return int(cursor.fetchone()[0][0]["Plan"]["Plan Rows"])


def _ids(statement: str, found: QuerySet[Incident, Any], *limits: int) -> list[int]:
    sql, params = found.order_by().query.sql_with_params()
    with connection.cursor() as cursor:
        cursor.execute(statement.format(found=sql), [*params, *limits])
        return [pk for (pk,) in cursor.fetchall()]
