"""Each minute: serious reports get a case, duties follow it, the next is asked where no receipt came,
and clocks that near are told of."""

from datetime import datetime

from styrk.core import scope
from styrk.core.jobs import EVERY_MINUTE, EVERY_NIGHT, periodic
from styrk.serious import commands, queries
from styrk.serious.gaps import ask_for_gap


@periodic(EVERY_MINUTE)
def follow_events(now: datetime) -> None:
    """Each act in a transaction of its own: what is done is not found again."""
    with scope.acting(scope.SYSTEM):
        reported = queries.to_open(now)
    for incident in reported:
        with scope.acting(scope.SYSTEM):
            commands.open_event(incident=incident, by=None, now=now)
    with scope.acting(scope.SYSTEM):
        moved = queries.moved()
    for event in moved:
        with scope.acting(scope.SYSTEM):
            commands.move_duties(event=event, by=None, now=now)
    with scope.acting(scope.SYSTEM):
        calls = queries.unanswered(now)
    for call in calls:
        with scope.acting(scope.SYSTEM):
            commands.go_on(call=call, by=None, now=now)
    with scope.acting(scope.SYSTEM):
        clocks = queries.to_warn(now)
    for notice, warned in clocks:
        with scope.acting(scope.SYSTEM):
            commands.warn(notice=notice, warned=warned, by=None, now=now)


@periodic(EVERY_NIGHT)
def look_for_gaps(now: datetime) -> None:
    """Whoever leads a unit is asked to fill the shifts to come that nobody has."""
    with scope.acting(scope.SYSTEM):
        for rota in queries.running_rotas():
            ask_for_gap(rota, now)
