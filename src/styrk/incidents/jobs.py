from datetime import datetime

from styrk.core import scope
from styrk.core.jobs import (
    EVERY_MINUTE,
    EVERY_MORNING,
    EVERY_NIGHT,
    EVERY_TEN_SECONDS,
    periodic,
)
from styrk.incidents import kept_photos, waiting, without_risk
from styrk.incidents.commands import tell_next_change
from styrk.incidents.counted import COUNTED
from styrk.incidents.tally import compact_tally
from styrk.indicators.computed import record_counted


@periodic(EVERY_TEN_SECONDS)
def tell_reporters(now: datetime) -> None:
    """Tell those who reported what was changed because of it, and whether it helped."""
    while tell_next_change(now=now):
        pass


@periodic(EVERY_NIGHT)
def forget_photos(now: datetime) -> None:
    """Throw the photos of reports that were never sent."""
    kept_photos.sweep(before=now - kept_photos.AGE)


@periodic(EVERY_NIGHT)
def look_for_many_without_risk(now: datetime) -> None:
    """Ask leaders of units where much goes wrong, and no risk is described, to look at why."""
    with scope.acting(scope.SYSTEM):
        without_risk.sweep(now)


@periodic(EVERY_MORNING)
def follow_questions(now: datetime) -> None:
    """Tell of answers from other units that are due soon, or did not come."""
    with scope.acting(scope.SYSTEM):
        waiting.sweep(now)


@periodic(EVERY_MINUTE)
def add_numbers_together(now: datetime) -> None:  # noqa: ARG001 - what is new is found in the data
    """Keep the numbers of incidents few enough to be read at once."""
    compact_tally()


@periodic(EVERY_NIGHT)
def count_for_indicators(now: datetime) -> None:
    """Count what is reported, where an indicator asks for it."""
    for name, count in COUNTED.items():
        with scope.acting(scope.SYSTEM):
            record_counted(name, count, now)
