"""Whether values can be recorded: all of them judged in a few statements, be they one or a million."""
# ruff: noqa: S608 - the words put into SQL are our own

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from styrk.core.scope import Units
from styrk.indicators.types import Refused, Value, Why
from styrk.indicators.working import Working

# Above this a number is a mistake, and has no room.
TOO_LARGE = 10**17

LOCK = """
    SELECT pg_advisory_xact_lock(hashtextextended('indicators', indicator_id))
    FROM (SELECT DISTINCT indicator_id FROM indicators_given ORDER BY indicator_id) AS each
"""
SPAN = """
    CASE rhythm WHEN 'day' THEN interval '1 day' WHEN 'week' THEN interval '7 days'
        WHEN 'month' THEN interval '1 month' WHEN 'quarter' THEN interval '3 months'
        WHEN 'tertial' THEN interval '4 months' WHEN 'half' THEN interval '6 months'
        ELSE interval '1 year' END
"""
BEGINS = """
    CASE rhythm WHEN 'day' THEN true WHEN 'week' THEN extract(isodow FROM g.period) = 1
        ELSE extract(day FROM g.period) = 1 AND CASE rhythm WHEN 'month' THEN true
            WHEN 'quarter' THEN extract(month FROM g.period) IN (1, 4, 7, 10)
            WHEN 'tertial' THEN extract(month FROM g.period) IN (1, 5, 9)
            WHEN 'half' THEN extract(month FROM g.period) IN (1, 7)
            ELSE extract(month FROM g.period) = 1 END END
"""
# As `Definition.counts_whole`.
WHOLE = """
    CASE d.whole WHEN 'auto'
        THEN d.kind IN ('proportion', 'rate') OR d.kind = 'count' AND d.decimals = 0
        ELSE d.whole = 'yes' END
"""
# The definition in force in each period: the newest from then or before.
DEFINED = f"""
    SELECT k.indicator_id, k.period, i.id AS found, i.retired_on, i.unit_id AS keeper,
           d.kind, d.rhythm, d.may_be_negative, d.computed, {WHOLE} AS whole,
           (SELECT min(valid_from) FROM indicators_definition e
            WHERE e.indicator_id = k.indicator_id) AS first_day,
           (k.period + {SPAN})::date - 1 AS ends
    FROM (SELECT DISTINCT indicator_id, period FROM indicators_given) AS k
    LEFT JOIN indicators_indicator i ON i.id = k.indicator_id
    LEFT JOIN LATERAL (
        SELECT * FROM indicators_definition d
        WHERE d.indicator_id = k.indicator_id AND d.valid_from <= k.period
        ORDER BY d.valid_from DESC, d.number DESC LIMIT 1) AS d ON true
"""
# Below whom a unit was on the last day of a period, where it or one above it has been moved since or
# before; the others have always been where they are.
THEN = """
    moved AS (
        SELECT unit_id FROM indicators_place
        GROUP BY unit_id HAVING count(DISTINCT coalesce(parent_id, 0)) > 1),
    elsewhere AS (
        SELECT u.id FROM organisation_unit u WHERE EXISTS (
            SELECT FROM moved m
            WHERE m.unit_id = ANY (string_to_array(trim(BOTH '.' FROM u.path), '.')::bigint[]))),
    line AS (
        SELECT DISTINCT g.unit_id, d.ends, d.keeper, g.unit_id AS at
        FROM indicators_given g
        JOIN elsewhere e ON e.id = g.unit_id
        JOIN defined d ON d.indicator_id = g.indicator_id AND d.period = g.period
        JOIN indicators_place p
            ON p.unit_id = g.unit_id AND d.ends >= p.since AND d.ends <= p.until
        UNION
        SELECT l.unit_id, l.ends, l.keeper, p.parent_id FROM line l
        JOIN indicators_place p ON p.unit_id = l.at AND l.ends >= p.since AND l.ends <= p.until
        WHERE p.parent_id IS NOT NULL),
    was AS (
        SELECT unit_id, ends, keeper, bool_or(at = keeper) AS below
        FROM line GROUP BY unit_id, ends, keeper)
"""
# Each value beside what it has to agree with, and the first reason against it.
COMPARED = f"""
    SELECT g.position, g.indicator_id, g.unit_id, coalesce(u.trust_id, u.id) AS trust_id, g.period,
           g.of, d.ends, g.numerator, g.denominator, g.reason,
           d.kind IN ('proportion', 'rate', 'mean', 'count') AS summed,
           f.id IS NOT NULL AS corrects,
           f.id IS NOT NULL AND f.numerator IS NOT DISTINCT FROM g.numerator
               AND f.denominator IS NOT DISTINCT FROM g.denominator AS unchanged,
           concat_ws('/', trim_scale(f.numerator), trim_scale(f.denominator)) AS stands,
           d.rhythm, d.retired_on, k.name AS keeper, r.first, d.first_day,
           CASE
               WHEN d.found IS NULL THEN '{Why.UNKNOWN_INDICATOR}'
               WHEN u.id IS NULL THEN '{Why.UNKNOWN_UNIT}'
               WHEN d.kind IS NULL THEN '{Why.NOT_DEFINED}'
               WHEN d.retired_on < g.period THEN '{Why.RETIRED}'
               WHEN d.computed <> '' AND NOT %(system)s AND g.of = 'actual'
                   THEN '{Why.COUNTED_BY_STYRK}'
               WHEN NOT coalesce(w.below, starts_with(u.path, k.path)) THEN '{Why.NOT_BELOW}'
               WHEN NOT multirange_contains_elem(%(within)s::int8multirange, g.unit_id)
                   THEN '{Why.NOT_YOURS}'
               WHEN NOT ({BEGINS}) THEN '{Why.WRONG_PERIOD}'
               WHEN g.of = 'actual' AND g.period > %(today)s THEN '{Why.FUTURE}'
               WHEN g.of = 'actual' AND d.ends > %(today)s THEN '{Why.NOT_OVER}'
               WHEN p.unit_id IS NULL THEN '{Why.UNIT_ENDED}'
               WHEN g.numerator IS NULL AND f.id IS NULL THEN '{Why.NOTHING_THERE}'
               WHEN abs(g.numerator) >= {TOO_LARGE} OR abs(g.denominator) >= {TOO_LARGE}
                   THEN '{Why.NOT_A_NUMBER}'
               WHEN r.differ THEN '{Why.TWO_VALUES}'
               WHEN r.first < g.position THEN '{Why.TWICE}'
               WHEN g.numerator IS NULL THEN NULL
               WHEN d.kind IN ('proportion', 'rate', 'mean') AND g.denominator IS NULL
                   THEN '{Why.NO_DENOMINATOR}'
               WHEN d.kind IN ('proportion', 'rate', 'mean') AND g.denominator = 0
                   THEN '{Why.ZERO_DENOMINATOR}'
               WHEN d.kind NOT IN ('proportion', 'rate', 'mean') AND g.denominator IS NOT NULL
                   THEN '{Why.NO_USE_OF_DENOMINATOR}'
               WHEN g.denominator < 0 OR g.numerator < 0 AND NOT d.may_be_negative
                   THEN '{Why.NEGATIVE}'
               WHEN d.kind = 'proportion' AND g.numerator > g.denominator
                   THEN '{Why.ABOVE_WHOLE}'
               WHEN f.id IS NOT NULL AND f.numerator IS NOT DISTINCT FROM g.numerator
                   AND f.denominator IS NOT DISTINCT FROM g.denominator THEN NULL
               WHEN d.whole AND g.of = 'actual' AND g.numerator <> trunc(g.numerator)
                   THEN '{Why.NOT_WHOLE}'
               WHEN d.whole AND g.of = 'actual' AND d.kind = 'proportion'
                   AND g.denominator <> trunc(g.denominator) THEN '{Why.NOT_WHOLE_DENOMINATOR}'
           END AS against
    FROM (SELECT position, indicator_id, unit_id, period, of, reason,
                 round(numerator, 6) AS numerator, round(denominator, 6) AS denominator
          FROM indicators_given) AS g
    JOIN defined d ON d.indicator_id = g.indicator_id AND d.period = g.period
    LEFT JOIN organisation_unit u ON u.id = g.unit_id
    LEFT JOIN organisation_unit k ON k.id = d.keeper
    LEFT JOIN indicators_place p
        ON p.unit_id = g.unit_id AND d.ends >= p.since AND d.ends <= p.until
    LEFT JOIN was w ON w.unit_id = g.unit_id AND w.ends = d.ends AND w.keeper = d.keeper
    LEFT JOIN repeated r ON r.indicator_id = g.indicator_id AND r.unit_id = g.unit_id
        AND r.period = g.period AND r.of = g.of
    LEFT JOIN indicators_figure f ON f.unit_id = g.unit_id AND f.indicator_id = g.indicator_id
        AND f.period = g.period AND f.of = g.of AND f.own
"""
JUDGED = f"""
    WITH RECURSIVE defined AS ({DEFINED}),
    {THEN},
    repeated AS (
        SELECT indicator_id, unit_id, period, of, min(position) AS first,
               count(DISTINCT row(numerator, denominator)) > 1 AS differ
        FROM indicators_given GROUP BY indicator_id, unit_id, period, of HAVING count(*) > 1),
    refused AS (
        SELECT *, CASE
            WHEN against IS NOT NULL THEN against
            WHEN trim(reason) = '' AND NOT unchanged AND (corrects OR numerator IS NULL)
                THEN '{Why.NEEDS_REASON}' END AS refusal
        FROM ({COMPARED}) AS compared)
    INSERT INTO indicators_judged (position, indicator_id, unit_id, trust_id, period, of, ends,
        numerator, denominator, reason, summed, corrects, unchanged, refusal, detail)
    SELECT position, indicator_id, unit_id, trust_id, period, of, ends, numerator, denominator,
        trim(reason), summed, corrects, unchanged, refusal, CASE refusal
            WHEN '{Why.RETIRED}' THEN retired_on::text
            WHEN '{Why.NOT_DEFINED}' THEN first_day::text
            WHEN '{Why.WRONG_PERIOD}' THEN rhythm
            WHEN '{Why.NOT_OVER}' THEN ends::text
            WHEN '{Why.NOT_BELOW}' THEN keeper
            WHEN '{Why.NOT_WHOLE}' THEN trim_scale(numerator)::text
            WHEN '{Why.NOT_WHOLE_DENOMINATOR}' THEN trim_scale(denominator)::text
            WHEN '{Why.TWICE}' THEN first::text
            WHEN '{Why.TWO_VALUES}' THEN first::text
            WHEN '{Why.NEEDS_REASON}' THEN stands
            ELSE CASE WHEN refusal IS NULL AND NOT unchanged THEN stands END END
    FROM refused
"""
REFUSED = """
    SELECT position, refusal, coalesce(detail, '') FROM indicators_judged
    WHERE refusal IS NOT NULL ORDER BY position
"""


@dataclass(frozen=True)
class Judge:
    """Who records, where and when: `within` the units one may record at; `system` for Styrk itself."""

    today: date
    within: Units
    system: bool = False


def judged(values: Sequence[Value], judge: Judge, working: Working) -> list[Refused]:
    """Lay the values in `indicators_judged` for this transaction, and give those that are refused.

    From here on nobody else records values of the same indicators until the transaction ends.
    """
    working.clear()
    working.lay("indicators_given", (_row(place, value) for place, value in enumerate(values)))
    working.run(LOCK)
    working.run(
        JUDGED,
        {"system": judge.system, "within": judge.within.ranges, "today": judge.today},
    )
    return [
        Refused(int(str(position)), Why(str(why)), str(detail))
        for position, why, detail in working.ask(REFUSED)
    ]


def _row(position: int, value: Value) -> tuple[object, ...]:
    return (
        position,
        value.indicator_id,
        value.unit_id,
        value.period,
        value.of,
        value.numerator,
        value.denominator,
        value.reason,
    )
