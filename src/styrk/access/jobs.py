from datetime import datetime, timedelta

from django.contrib.sessions.models import Session

from styrk.access.commands import (
    end_tokens_of_gone,
    forget_deliveries,
    forget_drafts,
    forget_previews,
    forget_sent,
)
from styrk.access.queries import PREVIEW_LIFE
from styrk.core import scope
from styrk.core.jobs import EVERY_HOUR, EVERY_NIGHT, periodic

DRAFT_DAYS = 14
DELIVERY_DAYS = 30
SENT_DAYS = 7


@periodic(EVERY_NIGHT)
def forget(now: datetime) -> None:
    """Throw drafts that nobody came back to, sessions that have ended, and what was sent long ago."""
    with scope.acting(scope.SYSTEM):
        forget_drafts(before=now - timedelta(days=DRAFT_DAYS))
        forget_deliveries(before=now - timedelta(days=DELIVERY_DAYS))
        forget_sent(before=now - timedelta(days=SENT_DAYS))
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
