from datetime import datetime

from django.conf import settings

from styrk.core import clock, scope
from styrk.core.jobs import EVERY_MINUTE, EVERY_NIGHT, periodic
from styrk.feedback import flood, mailing
from styrk.feedback.counted import COUNTED
from styrk.feedback.tally import compact_tally
from styrk.indicators.computed import record_counted

AT_A_TIME = 100


@periodic(EVERY_MINUTE)
def tell_that_there_is_an_answer(now: datetime) -> None:
    """To those who left an e-mail address for it."""
    for _nth in range(AT_A_TIME if settings.MAIL_HOST else 0):
        if not mailing.tell_next(now):
            return


@periodic(EVERY_MINUTE)
def add_numbers_together(now: datetime) -> None:  # noqa: ARG001 - what is new is found in the data
    """Keep the numbers of voices few enough to be read at once."""
    compact_tally()


@periodic(EVERY_NIGHT)
def count_for_indicators(now: datetime) -> None:
    """Count what voices and surveys tell, where an indicator asks for it."""
    for name, count in COUNTED.items():
        with scope.acting(scope.SYSTEM):
            record_counted(name, count, now)


@periodic(EVERY_NIGHT)
def forget_who_knocked(now: datetime) -> None:
    flood.forget(clock.day(now))
