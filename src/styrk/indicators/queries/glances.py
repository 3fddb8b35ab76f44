"""The rows of a unit's table, as the job has read them."""

from collections.abc import Sequence
from datetime import date
from typing import Any, NamedTuple
from uuid import UUID

from django.db import connection

from styrk.indicators.queries.defining import line_of
from styrk.indicators.states import Area
from styrk.organisation.models import Unit

# A signal that waits to be read, or that stands otherwise today, has nothing to show: `said` is empty.
SQL = """
    SELECT i.id, i.uuid, i.code, i.name, i.purpose, i.area, s.points, s.kinds::json, s.variation,
           s.assurance, g.said::json
    FROM indicators_indicator i
    LEFT JOIN indicators_signal s ON s.indicator_id = i.id AND s.unit_id = %(unit)s
    LEFT JOIN indicators_seriesglance g ON g.signal_id = s.id AND NOT s.stale
        AND (g.until IS NULL OR g.until > %(on)s)
    WHERE i.unit_id = ANY(%(line)s) AND (i.retired_on IS NULL OR i.retired_on > %(on)s)
        AND (i.unit_id = %(unit)s OR EXISTS (SELECT FROM indicators_figure f
            WHERE f.unit_id = %(unit)s AND f.indicator_id = i.id))
    ORDER BY array_position(%(areas)s::text[], i.area), i.name, i.id
"""


class Shown(NamedTuple):
    """An indicator at a unit, with what the job has read of it; `said` None where it must be read now."""

    pk: int
    uuid: UUID
    code: str
    name: str
    purpose: str
    area: str
    points: int | None
    kinds: Sequence[str] | None
    variation: str | None
    assurance: str | None
    said: dict[str, Any] | None

    @property
    def text(self) -> str:
        """What is searched in."""
        return f"{self.name} {self.code} {self.purpose}".casefold()


def shown_at(unit: Unit, on: date) -> list[Shown]:
    """All indicators that tell of a unit, in the order of a report. One query."""
    facts: dict[str, Any] = {
        "unit": unit.pk,
        "line": line_of(unit),
        "areas": Area.values,
        "on": on,
    }
    with connection.cursor() as cursor:
        cursor.execute(SQL, facts)
        return [Shown(*row) for row in cursor.fetchall()]
