from datetime import datetime

from styrk.actions.tally import compact_tally
from styrk.core.jobs import EVERY_MINUTE, periodic


@periodic(EVERY_MINUTE)
def add_numbers_together(now: datetime) -> None:  # noqa: ARG001 - what is new is found in the data
    """Keep the numbers of actions few enough to be read at once."""
    compact_tally()
