"""The night's sweeps: whose period is over, who is new, and the laws whose new words hold from today."""

from datetime import datetime

from styrk.core import clock, scope
from styrk.core.jobs import EVERY_NIGHT, periodic
from styrk.requirements import amending, queries
from styrk.requirements.commands import ask_for_report, open_annual_report, tell_newcomers


@periodic(EVERY_NIGHT)
def ask_for_reports(now: datetime) -> None:
    """A duty for each owner of a requirement whose period is over without a word.

    It stays on the oldest such period until something is said of that.
    """
    with scope.acting(scope.SYSTEM):
        for placement, period in queries.to_report(clock.day(now)):
            ask_for_report(placement, period, now)


@periodic(EVERY_NIGHT)
def ask_for_annual_reports(now: datetime) -> None:
    """A duty for the leader of each legal person that answers to an owner, when the year is over."""
    year = clock.day(now).year - 1
    with scope.acting(scope.SYSTEM):
        for unit in queries.units_to_report(year):
            open_annual_report(unit=unit, year=year, by=None, now=now)


@periodic(EVERY_NIGHT)
def make_known_to_newcomers(now: datetime) -> None:
    """§ 6 c holds also for those who come after the day it was made known."""
    with scope.acting(scope.SYSTEM):
        for announcement, people in queries.newcomers(clock.day(now)):
            tell_newcomers(announcement=announcement, people=people, by=None, now=now)


@periodic(EVERY_NIGHT)
def make_new_words_current(now: datetime) -> None:
    """What a law announces, and a registered act gives the words of, is the law from its day."""
    with scope.acting(scope.SYSTEM):
        amending.give_words(now)
