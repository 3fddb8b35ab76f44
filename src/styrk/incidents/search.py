"""Full-text search among incidents, the newest first.

No one way is quick for every word and every reader (measured at a million incidents). A rare word's
few matches are looked up in the index, and those in sight are picked out. A common word has hundreds
of thousands, and looking them all up is what costs: there the newest in sight are read until enough
of them match. One who sees few units has few incidents, and they are read as they are.
"""

import re
from typing import Any

from django.db import connection
from django.db.models import BooleanField, Case, Q, QuerySet, When
from django.db.models.expressions import RawSQL

from styrk.core.scope import Units
from styrk.incidents.inflected import forms_of
from styrk.incidents.models import Incident

REFERENCE = re.compile(r"^\s*(?P<sure>#?\s*(?:(?P<year>(?:19|20)\d{2})-)?)(?P<number>\d{1,18})\s*$")
WORDS = 8
FEW_UNITS = 12
# So many matches by the planner's estimate, and the index is the slower way.
COMMON = 20_000
# How many of the newest are read before one gives up and asks the index all the same; more where
# filters leave most of them out.
NEWEST, NEWEST_FILTERED = 500, 20_000

AMONG_FOUND = """
    WITH found AS MATERIALIZED ({found})
    SELECT id FROM found WHERE {sight} ORDER BY reported_at DESC, id DESC LIMIT %s
"""
# Read in this order already, so that reading stops at the last one wanted.
AMONG_NEWEST = """
    WITH newest AS MATERIALIZED ({found} ORDER BY reported_at DESC, id DESC LIMIT %s)
    SELECT id FROM newest WHERE matches ORDER BY reported_at DESC, id DESC LIMIT %s
"""
COLUMNS = ("id", "reported_at", "responsible_unit_id", "trust_id")


def newest_found(
    found: QuerySet[Incident], sight: Units, limits: Q, text: str, most: int
) -> list[int]:
    """Ids of the one that the text is the number of, and of the newest that match it as words.

    With its year before it, as in «2026-17», or as «#17», it is a number and no word.
    """
    number = REFERENCE.match(text)
    if number is None:
        return newest_matches(found, sight, limits, text, most)
    seen = found.filter(
        limits, sight.rows(unit="responsible_unit"), _numbered(number["year"], number["number"])
    )
    ids = list(seen.values_list("pk", flat=True))
    return ids if number["sure"] else ids + newest_matches(found, sight, limits, text, most)


def numbered(found: QuerySet[Incident], text: str) -> QuerySet[Incident]:
    """The one of `found` that the text is the number of, or none."""
    number = REFERENCE.match(text)
    return found.filter(_numbered(number["year"], number["number"])) if number else found.none()


def _numbered(year: str | None, number: str) -> Q:
    of_the_year = Q(reported_at__year=int(year)) if year else Q()
    return Q(pk=int(number)) & of_the_year


def newest_matches(
    found: QuerySet[Incident], sight: Units, limits: Q, text: str, most: int
) -> list[int]:
    """Ids of the newest of `found` in sight, within the limits, that match every word of the text."""
    words = re.findall(r"\w+", text)[:WORDS]
    if not words:
        return []
    matches = _matches(words)
    seen = found.filter(sight.rows(unit="responsible_unit"))
    if not sight.everything and len(sight.ids) <= FEW_UNITS:
        return _among_found(seen.filter(limits, matches), most)
    if _estimated(matches) <= COMMON:
        return _among_found(found.filter(limits, matches), most, sight)
    newest = _among_newest(seen, limits, matches, most)
    return newest if len(newest) == most else _among_found(seen.filter(limits, matches), most)


def _matches(words: list[str]) -> RawSQL:
    """Each word in one of its forms, or as the beginning of a word."""
    forms = [forms_of(word) for word in words]
    match = " && ".join(
        "(" + "plainto_tsquery('norwegian', %s) || " * len(one) + "to_tsquery('simple', %s))"
        for one in forms
    )
    params = [part for one in forms for part in (*one, f"{one[0]}:*")]
    # Only places for parameters are put together here.
    return RawSQL(f"incidents_incident.search @@ ({match})", params, BooleanField())  # noqa: S611


def _estimated(matches: RawSQL) -> int:
    """How many match in all, as the planner thinks; nothing is read."""
    sql, params = Incident.objects.filter(matches).values("pk").query.sql_with_params()
    with connection.cursor() as cursor:
        cursor.execute(f"EXPLAIN (FORMAT JSON) {sql}", params)
        return int(cursor.fetchone()[0][0]["Plan"]["Plan Rows"])


def _among_found(found: QuerySet[Incident], most: int, sight: Units | None = None) -> list[int]:
    """Found by the index first and sorted after: else a rare word has the planner walk all dates.

    With `sight`, what is seen is picked from what is found, not the other way round.
    """
    condition, units = _seen(sight) if sight else ("true", [])
    statement = AMONG_FOUND.replace("{sight}", condition)
    return _ids(statement, found.values(*COLUMNS), *units, most)


def _among_newest(seen: QuerySet[Incident], limits: Q, matches: RawSQL, most: int) -> list[int]:
    """Those of the newest that match, unless there are too few among them."""
    within = Case(When(limits, then=matches), default=False) if limits else matches
    newest = seen.annotate(matches=within).values("id", "reported_at", "matches")
    return _ids(AMONG_NEWEST, newest, NEWEST_FILTERED if limits else NEWEST, most)


def _seen(sight: Units) -> tuple[str, list[list[int]]]:
    if sight.everything:
        return "true", []
    if sight.trusts:
        return "trust_id = ANY(%s)", [sorted(sight.trusts)]
    return "responsible_unit_id = ANY(%s)", [sorted(sight.ids)]


def _ids(statement: str, found: QuerySet[Incident, Any], *rest: Any) -> list[int]:
    sql, params = found.order_by().query.sql_with_params()
    with connection.cursor() as cursor:
        cursor.execute(statement.replace("{found}", sql), [*params, *rest])
        return [pk for (pk,) in cursor.fetchall()]
