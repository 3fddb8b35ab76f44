"""What stands at each unit: its own value, or the sum of what stands below it. Kept set by set.

A change climbs the tree as it was on the period's last day, one level in each statement, and stops
where nothing changes: at a unit with a value of its own, or where the sum is the same.
"""
# ruff: noqa: S608 - the words put into SQL are our own

from styrk.indicators.working import Working

KEY = "unit_id, indicator_id, period, of"
OWN = f"""
    INSERT INTO indicators_figure ({KEY}, numerator, denominator, own, reporting)
    SELECT {KEY}, numerator, denominator, true, 1
    FROM indicators_judged WHERE refusal IS NULL AND NOT unchanged AND numerator IS NOT NULL
    ON CONFLICT ({KEY}) DO UPDATE SET numerator = excluded.numerator,
        denominator = excluded.denominator, own = true, reporting = 1
"""
TAKEN_BACK = """
    DELETE FROM indicators_figure f USING indicators_judged j
    WHERE j.refusal IS NULL AND j.numerator IS NULL AND f.unit_id = j.unit_id
        AND f.indicator_id = j.indicator_id AND f.period = j.period AND f.of = j.of
"""
# A unit whose value is taken back gets the sum of those below it; then the units above.
FIRST = f"""
    INSERT INTO indicators_touched ({KEY}, ends, step)
    SELECT {KEY}, ends, 0 FROM indicators_judged
    WHERE refusal IS NULL AND numerator IS NULL AND summed
    UNION
    SELECT p.parent_id, j.indicator_id, j.period, j.of, j.ends, 1
    FROM indicators_judged j JOIN indicators_place p
        ON p.unit_id = j.unit_id AND j.ends >= p.since AND j.ends <= p.until
    WHERE j.refusal IS NULL AND NOT j.unchanged AND j.summed AND p.parent_id IS NOT NULL
"""
STEP = """
    WITH work AS (
        SELECT DISTINCT t.unit_id, t.indicator_id, t.period, t.of, t.ends FROM indicators_touched t
        LEFT JOIN indicators_figure f ON f.unit_id = t.unit_id
            AND f.indicator_id = t.indicator_id AND f.period = t.period AND f.of = t.of
        WHERE t.step = %(step)s AND f.own IS NOT TRUE),
    sums AS (
        SELECT w.unit_id, w.indicator_id, w.period, w.of, sum(f.numerator) AS numerator,
               sum(f.denominator) AS denominator, sum(f.reporting) AS reporting
        FROM work w
        JOIN indicators_place p
            ON p.parent_id = w.unit_id AND w.ends >= p.since AND w.ends <= p.until
        JOIN indicators_figure f ON f.unit_id = p.unit_id
            AND f.indicator_id = w.indicator_id AND f.period = w.period AND f.of = w.of
        GROUP BY w.unit_id, w.indicator_id, w.period, w.of),
    kept AS (
        INSERT INTO indicators_figure AS f
            (unit_id, indicator_id, period, of, numerator, denominator, own, reporting)
        SELECT unit_id, indicator_id, period, of, numerator, denominator, false, reporting FROM sums
        ON CONFLICT (unit_id, indicator_id, period, of) DO UPDATE
            SET numerator = excluded.numerator, denominator = excluded.denominator,
                reporting = excluded.reporting
            WHERE (f.numerator, f.denominator, f.reporting)
                IS DISTINCT FROM (excluded.numerator, excluded.denominator, excluded.reporting)
        RETURNING unit_id, indicator_id, period, of),
    gone AS (
        DELETE FROM indicators_figure f USING work w
        WHERE f.unit_id = w.unit_id AND f.indicator_id = w.indicator_id
            AND f.period = w.period AND f.of = w.of
            AND NOT EXISTS (SELECT FROM sums s WHERE s.unit_id = w.unit_id
                AND s.indicator_id = w.indicator_id AND s.period = w.period AND s.of = w.of)
        RETURNING f.unit_id, f.indicator_id, f.period, f.of),
    changed AS (SELECT * FROM kept UNION ALL SELECT * FROM gone)
    INSERT INTO indicators_touched (unit_id, indicator_id, period, of, ends, step)
    SELECT DISTINCT p.parent_id, c.indicator_id, c.period, c.of, w.ends, %(step)s + 1
    FROM changed c
    JOIN work w ON w.unit_id = c.unit_id AND w.indicator_id = c.indicator_id
        AND w.period = c.period AND w.of = c.of
    JOIN indicators_place p
        ON p.unit_id = c.unit_id AND w.ends >= p.since AND w.ends <= p.until
    WHERE p.parent_id IS NOT NULL
"""
STALE = """
    INSERT INTO indicators_signal
        (unit_id, indicator_id, stale, points, chart, kinds, variation, assurance, newly)
    SELECT unit_id, indicator_id, true, 0, '', '[]', '', '', false FROM (
        SELECT unit_id, indicator_id FROM indicators_touched WHERE of = 'actual'
        UNION
        SELECT unit_id, indicator_id FROM {also} AS a WHERE of = 'actual') AS pairs
    ORDER BY unit_id, indicator_id
    ON CONFLICT (unit_id, indicator_id) DO UPDATE SET stale = true
        WHERE NOT indicators_signal.stale
"""
RECORDED = "(SELECT * FROM indicators_judged WHERE refusal IS NULL AND NOT unchanged)"
# No organisation is fifty levels deep; a longer line would be a circle in the data.
DEEPEST = 50


def roll_up(working: Working) -> None:
    """Let what was judged stand, and climb."""
    for statement in (TAKEN_BACK, OWN, FIRST):
        working.run(statement)
    climb(working)
    working.run(STALE.format(also=RECORDED))
    working.clear()


def climb(working: Working) -> None:
    """Sum anew what is laid in `indicators_touched`, and then what stands above what changed."""
    for step in range(DEEPEST):
        touched = working.run(STEP, {"step": step})
        if step and not touched:
            return
