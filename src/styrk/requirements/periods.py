"""Periods that one reports on, as text: a month "2026-03", a tertial "2026-T1", a year "2026"."""

import re
from datetime import date, timedelta

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from styrk.requirements.states import Rhythm

MONTHS_OF_TERTIAL = 4
DAYS_TO_REPORT = 14
# The calendar of Python begins with year 1 and ends with 9999; what is near them is no period of ours.
FORM = re.compile(r"([12]\d{3})(?:-(?:T([1-3])|(0[1-9]|1[0-2])))?", re.ASCII)


def first_day(period: str) -> date:
    """The day the period begins. Raises ValueError where the text is no period."""
    found = FORM.fullmatch(period)
    if found is None:
        raise ValueError(period)
    year, tertial, month = found.groups()
    if tertial:
        return date(int(year), (int(tertial) - 1) * MONTHS_OF_TERTIAL + 1, 1)
    return date(int(year), int(month or 1), 1)


def last_day(period: str) -> date:
    first = first_day(period)
    months = 1 if period[4:5] == "-" and period[5] != "T" else MONTHS_OF_TERTIAL
    if len(period) == len("2026"):
        months = 12
    after = first.month - 1 + months
    return date(first.year + after // 12, after % 12 + 1, 1) - timedelta(days=1)


def has_begun(period: str, on: date) -> bool:
    """Whether the text is a period, and it has begun."""
    return bool(FORM.fullmatch(period)) and first_day(period) <= on


def is_over(period: str, on: date) -> bool:
    return last_day(period) < on


def period_of(rhythm: str, on: date) -> str:
    """The period that a day lies in, at that rhythm (yearly where none is said)."""
    if rhythm == Rhythm.MONTHLY:
        return f"{on:%Y-%m}"
    if rhythm == Rhythm.TERTIAL:
        return f"{on.year}-T{(on.month - 1) // MONTHS_OF_TERTIAL + 1}"
    return f"{on.year}"


def last_ended(rhythm: str, on: date) -> str:
    """The newest period at that rhythm that is over."""
    return period_of(rhythm, first_day(period_of(rhythm, on)) - timedelta(days=1))


def ended_since(rhythm: str, since: date, on: date) -> list[str]:
    """The periods that are over and did not end before `since`, the oldest first."""
    found: list[str] = []
    period = last_ended(rhythm, on)
    while last_day(period) >= since:
        found.insert(0, period)
        period = last_ended(rhythm, first_day(period))
    return found


def report_due(period: str) -> date:
    """The day by which one who is asked has said how it went in the period."""
    return last_day(period) + timedelta(days=DAYS_TO_REPORT)


def spoken(period: str) -> str:
    """The period as people say it: «mars 2026», «1. tertial 2026», «2026»."""
    if len(period) == len("2026"):
        return period
    first = first_day(period)
    if "T" in period:
        return _("%(number)s. tertial %(year)s") % {"number": period[-1], "year": first.year}
    return f"{date_format(first, 'F Y')}".lower()
