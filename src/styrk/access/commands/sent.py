"""Forms that are sent again: a second tap, an answer that was lost, Back and send once more.

Not acts of the organisation, so not in the trail: what the form did, is.
"""

from datetime import datetime

from django.db import connection

from styrk.access.models import Sent
from styrk.organisation.models import Person


def sent_before(*, person: Person, mark: str) -> Sent | None:
    """The same form if it was done before. Waits for one that is under way."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, %s))", [mark, person.pk])
    return Sent.objects.filter(person=person, mark=mark).first()


def keep_sent(*, person: Person, mark: str, back: str, now: datetime) -> None:
    Sent.objects.create(person=person, mark=mark, back=back, at=now)


def forget_sent(*, before: datetime) -> None:
    """Whoever sends again so long after, does it anew."""
    Sent.objects.filter(at__lt=before).delete()
