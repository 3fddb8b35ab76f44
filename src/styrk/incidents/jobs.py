from datetime import datetime

from styrk.core.jobs import EVERY_TEN_SECONDS, periodic
from styrk.incidents.commands import tell_next_change


@periodic(EVERY_TEN_SECONDS)
def tell_reporters(now: datetime) -> None:
    """Tell those who reported what was changed because of it, and whether it helped."""
    while tell_next_change(now=now):
        pass
