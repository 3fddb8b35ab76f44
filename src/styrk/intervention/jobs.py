"""The night's sweep, an organisation at a time, each in a transaction of its own."""

from datetime import datetime

from styrk.core import scope
from styrk.core.jobs import EVERY_NIGHT, periodic
from styrk.intervention import commands, queries, watched
from styrk.intervention.sweeping import sweep


@periodic(EVERY_NIGHT)
def look_for_signals(now: datetime) -> None:
    """Where no rule was ever switched on, nothing is looked at."""
    with scope.acting(scope.SYSTEM):
        trusts = queries.watched()
    for trust in trusts:
        with scope.acting(scope.SYSTEM):
            sweep(trust, now)


@periodic(EVERY_NIGHT)
def forget_old_signals(now: datetime) -> None:
    with scope.acting(scope.SYSTEM):
        commands.lock_signals(then=watched.terms().then, by=None, now=now)
