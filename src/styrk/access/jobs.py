from datetime import datetime, timedelta

from django.conf import settings
from django.contrib.sessions.models import Session

from styrk.access import mailing
from styrk.access.commands import (
    end_tokens_of_gone,
    forget_deliveries,
    forget_drafts,
    forget_guests,
    forget_previews,
    forget_sent,
)
from styrk.access.queries import PREVIEW_LIFE
from styrk.core import scope
from styrk.core.jobs import EVERY_HOUR, EVERY_NIGHT, EVERY_TEN_SECONDS, periodic

DRAFT_DAYS = 14
DELIVERY_DAYS = 30
SENT_DAYS = 7
GUEST_DAYS = 365
AT_A_TIME = 50


@periodic(EVERY_TEN_SECONDS)
def send_codes(now: datetime) -> None:
    """To those outside who have asked for one, where there is an e-mail server."""
    for _nth in range(AT_A_TIME if settings.MAIL_HOST else 0):
        if not mailing.send_next_code(now):
            return


@periodic(EVERY_NIGHT)
def forget(now: datetime) -> None:
    """Throw drafts that nobody came back to, ended sessions, what was sent long ago, guests' names a year after."""
    with scope.acting(scope.SYSTEM):
        forget_drafts(before=now - timedelta(days=DRAFT_DAYS))
        forget_deliveries(before=now - timedelta(days=DELIVERY_DAYS))
        forget_sent(before=now - timedelta(days=SENT_DAYS))
        forget_guests(before=now - timedelta(days=GUEST_DAYS))
        Session.objects.filter(expire_date__lt=now).delete()


@periodic(EVERY_NIGHT)
def end_tokens(now: datetime) -> None:
    """End what systems have in the names of those who have left."""
    with scope.acting(scope.SYSTEM):
        end_tokens_of_gone(by=None, now=now)


@periodic(EVERY_HOUR)
def forget_files(now: datetime) -> None:
    """Throw the files of previews that are too old to say yes to."""
    with scope.acting(scope.SYSTEM):
        forget_previews(before=now - PREVIEW_LIFE)
