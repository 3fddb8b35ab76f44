"""What reported incidents tell as indicators: how soon one hears, how many, and what waits too long.

Reports about a leader and those that went past the line are in no number: a number would tell of them.
Nor are those that are no case of their own.
"""

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from decimal import Decimal
from functools import partial

from django.db import connection

from styrk.core import clock
from styrk.incidents.heard import TIME_TO_ANSWER
from styrk.incidents.states import WITHOUT_HARM
from styrk.incidents.types import DAYS_TO_TAKE
from styrk.indicators.computed import Counted, Counting
from styrk.indicators.models import Indicator
from styrk.indicators.types import (
    BED_DAYS,
    CHANGE_DAYS,
    DECISION_DAYS,
    FEEDBACK_DAYS,
    INCIDENTS_LATE,
    PER_BED_DAYS,
    REPORTERS_ANSWERED,
)

# What whoever reported heard from somebody else, but for the receipt and that the case went to another.
HEARD = "for_reporter AND act NOT IN ('report', 'pass_on', 'add_to_report', 'withdraw')"
# What is to be better, or why nothing needs to be.
DECIDED = "act IN ('decide', 'conclude', 'conclude_in_theme')"
CHANGED = "act = 'tell_change' AND detail->>'state' <> 'dropped'"
# Days from a report to the first step of a sort, of the cases that came so far in the period.
FIRST = """
    SELECT i.unit_id, sum(extract(epoch FROM first.at - i.reported_at)) / 86400, count(*)
    FROM (SELECT incident_id, min(at) AS at FROM incidents_incidentstep
          WHERE {sort}
          AND incident_id IN (SELECT incident_id FROM incidents_incidentstep
                              WHERE {sort} AND at >= %(start)s AND at < %(end)s)
          GROUP BY incident_id) AS first
    JOIN incidents_incident i ON i.id = first.incident_id
    JOIN organisation_unit u ON u.id = i.unit_id
    WHERE first.at >= %(start)s AND first.at < %(end)s AND u.path LIKE %(line)s
        AND NOT i.about_leader AND NOT i.past_line AND i.state <> 'aside'
    GROUP BY i.unit_id ORDER BY i.unit_id
"""
# Reports of the last year that there has been time to answer.
ANSWERED = f"""
    SELECT i.unit_id, count(*) FILTER (WHERE EXISTS (
               SELECT FROM incidents_incidentstep
               WHERE incident_id = i.id AND at < %(end)s AND {HEARD})), count(*)
    FROM incidents_incident i JOIN organisation_unit u ON u.id = i.unit_id
    WHERE i.reported_at >= %(year)s AND i.reported_at < %(in_time)s AND u.path LIKE %(line)s
        AND NOT i.about_leader AND NOT i.past_line AND i.state <> 'aside'
    GROUP BY i.unit_id ORDER BY i.unit_id
"""  # noqa: S608 - put together from constants
# Where bed days are known: what was reported there and below.
RATE = """
    SELECT f.unit_id, count(i.id), f.numerator
    FROM indicators_figure f
    JOIN indicators_indicator d ON d.id = f.indicator_id AND d.code = %(bed_days)s
    JOIN organisation_unit u ON u.id = f.unit_id
    JOIN organisation_unit b ON starts_with(b.path, u.path)
    LEFT JOIN incidents_incident i ON i.unit_id = b.id
        AND i.reported_at >= %(start)s AND i.reported_at < %(end)s
        AND i.kind <> ALL (%(good)s) AND NOT i.about_leader AND NOT i.past_line AND i.state <> 'aside'
    WHERE f.own AND f.of = 'actual' AND f.period = %(period)s AND f.numerator > 0
        AND u.path LIKE %(line)s
    GROUP BY f.unit_id, f.numerator ORDER BY f.unit_id
"""
LATE = """
    SELECT i.unit_id, count(*) FILTER (
        WHERE i.reported_at < %(late)s AND NOT EXISTS (
            SELECT FROM incidents_incidentstep s
            WHERE s.incident_id = i.id AND s.act IN ('take', 'conclude_in_theme')
                AND s.at < %(end)s))
    FROM incidents_incident i JOIN organisation_unit u ON u.id = i.unit_id
    WHERE i.reported_at >= %(year)s AND i.reported_at < %(end)s AND u.path LIKE %(line)s
        AND NOT i.about_leader AND NOT i.past_line AND i.state <> 'aside'
    GROUP BY i.unit_id ORDER BY i.unit_id
"""
YEAR = timedelta(days=365)

type Facts = dict[str, date | datetime | str | list[str]]


def first_of(sort: str, indicator: Indicator, first: date, last: date) -> Iterable[Counted]:
    """Days from report to the first step of the sort, of the cases that came so far in the period."""
    return _pairs(FIRST.format(sort=sort), _facts(indicator, first, last))


def reporters_answered(indicator: Indicator, first: date, last: date) -> Iterable[Counted]:
    """Of the reports of the last year, but for the newest days: those whose reporter had heard by the last."""
    end = clock.start_of(last + timedelta(days=1))
    more: Facts = {"year": end - YEAR, "in_time": end - TIME_TO_ANSWER}
    return _pairs(ANSWERED, _facts(indicator, first, last) | more)


def per_bed_days(indicator: Indicator, first: date, last: date) -> Iterable[Counted]:
    """What went wrong and was reported, against the bed days of the same unit and period."""
    facts = _facts(indicator, first, last)
    more: Facts = {
        "period": first,
        "bed_days": BED_DAYS,
        "good": [str(one) for one in WITHOUT_HARM],
    }
    return _pairs(RATE, facts | more)


def incidents_late(indicator: Indicator, first: date, last: date) -> Iterable[Counted]:
    """Reports of the last year that nobody had taken in time on the last day. None is a number too."""
    facts = _facts(indicator, first, last)
    end = clock.start_of(last + timedelta(days=1))
    more: Facts = {"late": end - timedelta(days=DAYS_TO_TAKE), "year": end - YEAR}
    for unit, number in _asked(LATE, facts | more):
        yield Counted(int(str(unit)), Decimal(str(number)))


def _facts(indicator: Indicator, first: date, last: date) -> Facts:
    return {
        "start": clock.start_of(first),
        "end": clock.start_of(last + timedelta(days=1)),
        "line": f"{indicator.unit.path}%",
    }


def _pairs(sql: str, facts: Facts) -> Iterable[Counted]:
    for unit, top, low in _asked(sql, facts):
        yield Counted(int(str(unit)), Decimal(str(top)), Decimal(str(low)))


def _asked(sql: str, facts: Facts) -> list[tuple[object, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(sql, facts)
        return list(cursor.fetchall())


COUNTED: dict[str, Counting] = {
    FEEDBACK_DAYS: partial(first_of, HEARD),
    DECISION_DAYS: partial(first_of, DECIDED),
    CHANGE_DAYS: partial(first_of, CHANGED),
    REPORTERS_ANSWERED: reporters_answered,
    PER_BED_DAYS: per_bed_days,
    INCIDENTS_LATE: incidents_late,
}
