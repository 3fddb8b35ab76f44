"""Are the numbers that triggers keep what a count of the records gives?"""

from styrk.demo.region.loading import Loader

# By unit and month of report, both ways: what one has and the other has not.
INCIDENTS = """
    WITH counted AS (
        SELECT responsible_unit_id AS unit_id, date_trunc('month', reported_at)::date AS day,
               count(*) AS received, count(*) FILTER (WHERE state <> 'received') AS taken,
               count(*) FILTER (WHERE state IN ('improving', 'concluded')) AS examined,
               count(*) FILTER (WHERE state = 'concluded') AS concluded,
               count(*) FILTER (WHERE harm_actual IN ('severe', 'death')) AS serious
        FROM incidents_incident GROUP BY 1, 2),
    kept AS (
        SELECT unit_id, date_trunc('month', day)::date, sum(received), sum(taken), sum(examined),
               sum(concluded), sum(serious)
        FROM incidents_tally GROUP BY 1, 2 HAVING sum(received) <> 0)
    SELECT count(*) FROM (
        (TABLE counted EXCEPT TABLE kept) UNION ALL (TABLE kept EXCEPT TABLE counted)) AS differing
"""
LINES = """
    SELECT (SELECT sum(received) FROM incidents_linetally l
            JOIN organisation_unit u ON u.id = l.unit_id WHERE u.parent_id IS NULL)
         - (SELECT count(*) FROM incidents_incident)
"""
ACTIONS = """
    SELECT (SELECT sum(judged) FROM actions_tally)
         - (SELECT count(*) FROM actions_action WHERE state = 'finished')
"""
# At the top stands the sum of all that was measured, and how many measured it.
MEASURED = """
    SELECT count(*) FROM (
        SELECT indicator_id, period, sum(numerator), sum(denominator), count(*)
        FROM indicators_measurement GROUP BY 1, 2
        EXCEPT
        SELECT f.indicator_id, f.period, f.numerator, f.denominator, f.reporting
        FROM indicators_figure f JOIN indicators_indicator i ON i.id = f.indicator_id
        WHERE f.unit_id = i.unit_id) AS differing
"""


class Differs(AssertionError):
    """The tallies say something else than the records."""


def check(loader: Loader) -> None:
    for question in (INCIDENTS, LINES, ACTIONS, MEASURED):
        if (differing := loader.ask(question)[0][0]) != 0:
            raise Differs(f"{differing}: {question}")
