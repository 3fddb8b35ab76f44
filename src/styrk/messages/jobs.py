from datetime import datetime

from styrk.core.jobs import EVERY_TEN_SECONDS, periodic
from styrk.messages.commands import email_next


@periodic(EVERY_TEN_SECONDS)
def email_waiting(now: datetime) -> None:
    """Send the e-mails that are due, each in a transaction of its own."""
    while email_next(now=now):
        pass
