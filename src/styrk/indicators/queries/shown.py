"""Numbers that show whether figures are followed in a line, in one question."""

from dataclasses import dataclass
from datetime import date

from styrk.core.asking import Ask


@dataclass(frozen=True)
class Followed:
    """Indicators of a line: in use, with a fresh figure, with a target, and vouched for. Actions that are
    seen by a series of the line: all, those tied so long ago that there should be an answer, and those
    of them that have one.
    """

    used: int
    fresh: int
    aimed: int
    vouched: int
    tied: int
    due: int
    answered: int


# The tallest unit of the line that a series has is the line's own figure. Signals are one for each
# series, so this does not grow with the values. Actions themselves are not asked: what hangs on them
# is counted by the unit it is measured at, the same for everybody.
SQL = """
    WITH series AS (
        SELECT DISTINCT ON (s.indicator_id) s.indicator_id, s.unit_id, s.period
        FROM indicators_signal s
        JOIN organisation_unit u ON u.id = s.unit_id
        JOIN indicators_indicator i ON i.id = s.indicator_id AND i.retired_on IS NULL
        WHERE u.path LIKE %(path)s AND s.points > 0
        ORDER BY s.indicator_id, length(u.path), s.unit_id),
    tied AS (
        SELECT m.at, EXISTS (SELECT FROM indicators_effectanswer e
            WHERE e.measure_id = m.id AND e.verdict <> 'too_early') AS answered
        FROM indicators_actionmeasure m JOIN organisation_unit u ON u.id = m.unit_id
        WHERE u.path LIKE %(path)s AND m.ended_at IS NULL)
    SELECT
    (SELECT count(*) FROM series),
    (SELECT count(*) FROM series WHERE period >= %(since)s),
    (SELECT count(*) FROM series x WHERE EXISTS (SELECT FROM indicators_target t
        WHERE t.indicator_id = x.indicator_id AND t.value IS NOT NULL
            AND (t.unit_id IS NULL OR t.unit_id = x.unit_id))),
    (SELECT count(*) FROM series x WHERE EXISTS (SELECT FROM indicators_attestation a
        WHERE a.indicator_id = x.indicator_id AND a.period >= %(since)s)),
    (SELECT count(*) FROM tied),
    (SELECT count(*) FROM tied WHERE answered OR at < %(long_ago)s),
    (SELECT count(*) FROM tied WHERE answered)
"""


def figures(path: str, since: date, long_ago: date) -> Ask[Followed]:
    """Asks of the line below `path`; a figure is fresh where its period begins on `since` or later."""
    return Ask(SQL, {"path": f"{path}%", "since": since, "long_ago": long_ago}, Followed)
