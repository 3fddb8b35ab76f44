"""What voices and surveys tell as indicators: how soon one is answered, and what patients say of a theme.

What went past the top leader is in no number: a number would tell of it.
"""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from functools import partial

from django.db import connection

from styrk.feedback import themes
from styrk.feedback.types import ANSWER_DAYS, SURVEYED
from styrk.indicators.computed import Counted, Counting
from styrk.indicators.models import Indicator

DAYS = """
    SELECT v.held_by_id,
           sum((v.answered_at AT TIME ZONE 'Europe/Oslo')::date - v.received_on), count(*)
    FROM feedback_voice v JOIN organisation_unit u ON u.id = v.held_by_id
    WHERE v.answer_owed AND NOT v.past_line AND u.path LIKE %(line)s
        AND (v.answered_at AT TIME ZONE 'Europe/Oslo')::date BETWEEN %(first)s AND %(last)s
    GROUP BY v.held_by_id ORDER BY v.held_by_id
"""
# Of all who answered: each answer counts the same, whichever survey it was given in.
SCORES = """
    SELECT s.unit_id, sum(s.score * s.answers), sum(s.answers)
    FROM feedback_surveyscore s JOIN organisation_unit u ON u.id = s.unit_id
    WHERE s.theme = %(theme)s AND u.path LIKE %(line)s
        AND s.last_on BETWEEN %(first)s AND %(last)s
    GROUP BY s.unit_id ORDER BY s.unit_id
"""


def answer_days(indicator: Indicator, first: date, last: date) -> Iterable[Counted]:
    """Days from what was told to the answer, of those who were answered in the period."""
    return _pairs(DAYS, indicator, first, last)


def surveyed(theme: str, indicator: Indicator, first: date, last: date) -> Iterable[Counted]:
    """What those said of the theme who answered a survey that ended in the period."""
    return _pairs(SCORES, indicator, first, last, theme)


def _pairs(
    sql: str, indicator: Indicator, first: date, last: date, theme: str = ""
) -> Iterable[Counted]:
    facts: dict[str, str | date] = {
        "line": f"{indicator.unit.path}%",
        "first": first,
        "last": last,
        "theme": theme,
    }
    with connection.cursor() as cursor:
        cursor.execute(sql, facts)
        for unit, top, low in cursor.fetchall():
            yield Counted(unit, Decimal(top), Decimal(low))


COUNTED: dict[str, Counting] = {
    ANSWER_DAYS: answer_days,
    **{f"{SURVEYED}{code}": partial(surveyed, code) for code, _name in themes.choices()},
}
