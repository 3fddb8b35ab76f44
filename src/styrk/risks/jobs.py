from datetime import datetime

from styrk.core import scope
from styrk.core.jobs import EVERY_MINUTE, EVERY_NIGHT, periodic
from styrk.risks import consistency, upward
from styrk.risks.tally import compact_tally


@periodic(EVERY_NIGHT)
def look_for_what_does_not_hang_together(now: datetime) -> None:
    """Turn each finding into a duty on the risk's owner, and settle what is mended."""
    with scope.acting(scope.SYSTEM):
        consistency.sweep(now)


@periodic(EVERY_NIGHT)
def carry_up_what_has_moved(now: datetime) -> None:
    """Those above see what is done below as it stands today."""
    with scope.acting(scope.SYSTEM):
        upward.carry_all(now)


@periodic(EVERY_MINUTE)
def add_numbers_together(now: datetime) -> None:  # noqa: ARG001 - what is new is found in the data
    """Keep the numbers of risks few enough to be read at once."""
    compact_tally()
