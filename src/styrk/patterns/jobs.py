from datetime import datetime

from styrk.access.queries import standing_of
from styrk.core import clock, scope
from styrk.core.jobs import EVERY_NIGHT, periodic
from styrk.patterns import queries
from styrk.patterns.following import look


@periodic(EVERY_NIGHT)
def look_for_what_goes_again(now: datetime) -> None:
    """A unit at a time, each in a transaction of its own and in the sight of whoever leads it."""
    with scope.acting(scope.SYSTEM):
        found = queries.to_look_at(now)
    for unit, leader in found:
        with scope.acting(standing_of(leader, clock.day(now)).scope):
            look(unit, now)
