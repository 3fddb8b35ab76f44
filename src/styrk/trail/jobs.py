import logging
from datetime import datetime

from django.db import connection

from styrk.core import clock
from styrk.core.jobs import EVERY_MINUTE, EVERY_NIGHT, periodic
from styrk.trail.models import Seal
from styrk.trail.sealing import seal_next

logger = logging.getLogger("styrk.trail")
# The longest month; the first of next month is never further away.
MONTH_DAYS = 31


@periodic(EVERY_MINUTE)
def seal_entries(now: datetime) -> None:
    """Seal what is not yet sealed, and write the newest digest to the log, outside the database."""
    newest: Seal | None = None
    while seal := seal_next(now=now):
        newest = seal
    if newest:
        logger.info("Seal %s up to entry %s: %s", newest.pk, newest.high, newest.digest)


@periodic(EVERY_NIGHT)
def prepare_readings(now: datetime) -> None:
    """Partitions for the readings of this month and the next."""
    today = clock.day(now)
    coming = clock.after(now, days=MONTH_DAYS - today.day + 1)
    with connection.cursor() as cursor:
        cursor.execute("SELECT trail_prepare_month(%s), trail_prepare_month(%s)", [today, coming])
