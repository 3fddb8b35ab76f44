"""That one page open to all is not filled by one who sends and sends.

What is counted is kept for a day, and says of nobody who it was.
"""

from datetime import date, datetime, timedelta

from django.db.models import Count, Q
from django.utils.translation import gettext_lazy as _

from styrk.core import clock
from styrk.feedback import secret
from styrk.feedback.models import Knock
from styrk.regulation.types import Threshold

FROM_ONE = Threshold(
    20, _("Mange kan sitte bak samme adresse, som på et venterom, men ikke flere enn tjue i timen.")
)
TO_ONE_UNIT = Threshold(
    100, _("Flere enn hundre i timen til én enhet er ikke mennesker som forteller.")
)


def too_many(unit_id: int, address: str, now: datetime) -> bool:
    """Whether this one, or all together, have sent the unit as much as they may in this hour."""
    on = clock.day(now)
    who = secret.knocker(address, on)
    found = Knock.objects.filter(came_on=on, hour=clock.oslo(now).hour).aggregate(
        own=Count("pk", filter=Q(who=who)), all_=Count("pk", filter=Q(unit_id=unit_id))
    )
    own, all_ = int(found["own"]), int(found["all_"])
    return own >= FROM_ONE.value or all_ >= TO_ONE_UNIT.value


def note(unit_id: int, address: str, now: datetime) -> None:
    on = clock.day(now)
    who = secret.knocker(address, on)
    Knock.objects.create(who=who, unit_id=unit_id, came_on=on, hour=clock.oslo(now).hour)


def forget(on: date) -> None:
    Knock.objects.filter(came_on__lt=on - timedelta(days=1)).delete()
