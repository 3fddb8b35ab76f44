"""Entries as they stand, whoever may see them: for sealing and for proof, in the system's scope."""

from datetime import datetime

from django.db import connection

from styrk.trail import ranges
from styrk.trail.canonical import Row
from styrk.trail.ranges import Range


def unsealed(most: int, settled: datetime) -> list[Row]:
    """The first entries no seal covers, not looking below the seals made before `settled`."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT id, at, person_id, person_name, act, subject, subject_id, trust_id, text, detail"
            " FROM trail_unsealed(%s, %s) ORDER BY id",
            [most, settled],
        )
        return [Row(*row) for row in cursor.fetchall()]


def within(spans: list[Range]) -> dict[int, Row]:
    """The entries in these ranges of ids."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT id, at, person_id, person_name, act, subject, subject_id, trust_id, text, detail"
            " FROM trail_within(%s::int8multirange)",
            [ranges.text(spans)],
        )
        return {row[0]: Row(*row) for row in cursor.fetchall()}
