"""The night's sweeps: whose period or year is over, and the laws whose new words hold from today."""

from datetime import datetime, timedelta

from styrk.core import clock, scope
from styrk.core.jobs import EVERY_NIGHT, periodic
from styrk.duties.commands import require
from styrk.requirements import amending, periods, queries
from styrk.requirements.commands import open_annual_report
from styrk.requirements.types import REPORT

DAYS_TO_REPORT = 14


@periodic(EVERY_NIGHT)
def ask_for_reports(now: datetime) -> None:
    """A duty for each owner of a requirement whose period is over without a word."""
    with scope.acting(scope.SYSTEM):
        for placement, period in queries.to_report(clock.day(now)):
            require(
                kind=REPORT,
                subject_id=placement.pk,
                subject_uuid=placement.uuid,
                unit=placement.unit,
                person=placement.owner,
                due=periods.last_day(period) + timedelta(days=DAYS_TO_REPORT),
                now=now,
            )


@periodic(EVERY_NIGHT)
def ask_for_annual_reports(now: datetime) -> None:
    """A duty for the leader of each legal person that answers to an owner, when the year is over."""
    year = clock.day(now).year - 1
    with scope.acting(scope.SYSTEM):
        for unit in queries.units_to_report(year):
            open_annual_report(unit=unit, year=year, by=None, now=now)


@periodic(EVERY_NIGHT)
def make_new_words_current(now: datetime) -> None:
    """What a law announces, and a registered act gives the words of, is the law from its day."""
    with scope.acting(scope.SYSTEM):
        amending.give_words(now)
