"""Values that should have been there: units that use to report, and have not in the newest period."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db import connection

from styrk.indicators import periods
from styrk.indicators.models import Definition, Indicator
from styrk.indicators.queries.defining import definitions_of
from styrk.organisation.models import Unit

# A unit uses to report where it has in one of so many periods before.
LOOKED_BACK = 3

# Through the signals, of which there is one for each series: an index has the figures from there.
SQL = """
    SELECT s.unit_id, w.indicator_id, w.period
    FROM unnest(%(indicators)s::bigint[], %(since)s::date[], %(periods)s::date[])
        AS w (indicator_id, since, period)
    JOIN indicators_signal s ON s.indicator_id = w.indicator_id
        AND (%(units)s::bigint[] IS NULL OR s.unit_id = ANY(%(units)s::bigint[]))
    JOIN organisation_unit u ON u.id = s.unit_id
        AND (u.valid_to IS NULL OR u.valid_to >= %(on)s)
    WHERE EXISTS (SELECT FROM indicators_figure f WHERE f.unit_id = s.unit_id
            AND f.indicator_id = w.indicator_id AND f.of = 'actual' AND f.own
            AND f.period >= w.since AND f.period < w.period)
        AND NOT EXISTS (SELECT FROM indicators_figure f WHERE f.unit_id = s.unit_id
            AND f.indicator_id = w.indicator_id AND f.of = 'actual' AND f.own
            AND f.period = w.period)
    ORDER BY s.unit_id, w.indicator_id
"""


@dataclass(frozen=True)
class Lacking:
    """A value that a unit should have reported by now."""

    indicator: Indicator
    definition: Definition
    period: date


def lacking(on: date, units: Collection[Unit] | None = None) -> dict[int, list[Lacking]]:
    """By unit id what has not been reported, at these units or everywhere. Three queries."""
    used = Indicator.objects.filter(retired_on__isnull=True).select_related("unit", "owner")
    known = {one.pk: one for one in used}
    versions = definitions_of(known)
    newest = {pk: versions[pk][-1] for pk in known if not versions[pk][-1].computed}
    due = {pk: _due(definition, on) for pk, definition in newest.items()}
    back = [periods.moved(newest[pk].rhythm, period, -LOOKED_BACK) for pk, period in due.items()]
    facts: dict[str, Any] = {
        "indicators": list(due),
        "since": back,
        "periods": list(due.values()),
        "units": None if units is None else [unit.pk for unit in units],
        "on": on,
    }
    found: dict[int, list[Lacking]] = defaultdict(list)
    with connection.cursor() as cursor:
        cursor.execute(SQL, facts)
        for unit, indicator, period in cursor.fetchall():
            found[unit].append(Lacking(known[indicator], newest[indicator], period))
    return found


def _due(definition: Definition, on: date) -> date:
    """The newest period whose value should be there by the day."""
    return periods.newest_over(definition.rhythm, on - timedelta(days=definition.lag_days + 1))
