"""What those see who are not signed in: the unit's open page, and the answer under one's own secret."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db import connection

from styrk.feedback import secret
from styrk.feedback.models import Change, Entrance
from styrk.organisation.models import Unit
from styrk.organisation.rules import in_force

SHOWN = 30


@dataclass(frozen=True)
class Case:
    """What the one who told is shown of it."""

    voice: int
    unit: str
    code: str
    kind: str
    state: str
    said: str
    received_on: date
    answer_owed: bool
    answer_due: date
    meanwhile: str
    answer: str
    answered_at: datetime | None


def entrance(code: str, on: date) -> Entrance | None:
    """The open page of a unit that is there."""
    if "\0" in code:  # PostgreSQL has no such character
        return None
    # Typed from a poster, in large letters or small.
    units = Unit.objects.filter(in_force(on), code__iexact=code)
    found = Entrance.objects.filter(is_open=True, unit__in=units)
    return found.select_related("unit__trust", "unit__parent").first()


def told(word: str) -> Case | None:
    """The case under this secret."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM feedback_told(%s)", [secret.digest(word)])
        row = cursor.fetchone()
    return Case(*row) if row else None


def changes_after(voice_id: int) -> list[Change]:
    return list(Change.objects.filter(voice_id=voice_id).order_by("pk"))


def shown_to_all(unit: Unit) -> list[Change]:
    found = Change.objects.filter(public=True, unit=unit)
    return list(found.order_by("-pk")[:SHOWN])
