"""Sums of the tree as it is now known to have been, after the organisation was changed back in time."""
# ruff: noqa: S608 - the words put into SQL are our own

from datetime import date

from django.db import transaction
from django.db.models import Max, Min

from styrk.indicators.judging import SPAN
from styrk.indicators.models import Watermark
from styrk.indicators.rolling import STALE, climb
from styrk.indicators.working import MANY, Working
from styrk.organisation.models import UnitEdition

LOCK = """
    SELECT pg_advisory_xact_lock(hashtextextended('indicators', id))
    FROM (SELECT id FROM indicators_indicator ORDER BY id) AS each
"""
# A year is the longest period: what begins before this has ended.
ENDS = f"""
    SELECT k.indicator_id, k.period, (k.period + {SPAN})::date - 1 AS ends
    FROM (SELECT DISTINCT indicator_id, period FROM indicators_figure
          WHERE period > %(since)s::date - interval '1 year') AS k,
    LATERAL (SELECT kind, rhythm FROM indicators_definition d
        WHERE d.indicator_id = k.indicator_id AND d.valid_from <= k.period
        ORDER BY d.valid_from DESC, d.number DESC LIMIT 1) AS d
    WHERE d.kind IN ('proportion', 'rate', 'mean', 'count')
"""
# The sums that stand, and the units above what was measured.
AGAIN = f"""
    WITH ended AS ({ENDS})
    INSERT INTO indicators_touched (unit_id, indicator_id, period, of, ends, step)
    SELECT CASE WHEN f.own THEN p.parent_id ELSE f.unit_id END,
           f.indicator_id, f.period, f.of, e.ends, 1
    FROM indicators_figure f
    JOIN ended e ON e.indicator_id = f.indicator_id AND e.period = f.period
    LEFT JOIN indicators_place p
        ON p.unit_id = f.unit_id AND e.ends >= p.since AND e.ends <= p.until
    WHERE e.ends >= %(since)s AND (p.parent_id IS NOT NULL OR NOT f.own)
"""


def roll_up_again(since: date) -> None:
    """Sum anew every period that ends on the day or later. Waits for those who record."""
    working = Working(MANY + 1)
    working.clear()
    working.run(LOCK)
    working.run(AGAIN, {"since": since})
    climb(working)
    working.run(STALE.format(also="indicators_touched"))
    working.clear()


def follow_the_organisation() -> date | None:
    """Sum anew from the first day that changes since the last time reach back to; gives the day.

    Every change of a unit's place leaves an edition with a higher number. One that ended without
    another place has no period after it, so nothing is to be summed.
    """
    with transaction.atomic():
        mark, _new = Watermark.objects.select_for_update(no_key=True).get_or_create(
            name="organisation_unitedition", defaults={"number": 0}
        )
        fresh = UnitEdition.objects.filter(pk__gt=mark.number)
        found = fresh.aggregate(since=Min("valid_from"), newest=Max("pk"))
        if found["newest"] is None:
            return None
        mark.number = found["newest"]
        mark.save(update_fields=["number"])
        since: date = found["since"]
        roll_up_again(since)
        return since
