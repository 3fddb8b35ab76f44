"""«Slik gjør vi det»: each version stands, with the day it was gone through."""

from datetime import date, datetime

from styrk.compliance.commands.refusals import DayOver, NothingThere, ReasonMissing, TooLong
from styrk.compliance.models import Practice
from styrk.compliance.record import note, point_for
from styrk.compliance.types import LONGEST_REVIEW, REVIEW, months_after
from styrk.core import clock, guard
from styrk.duties.commands import settle
from styrk.organisation.models import Person, Unit
from styrk.trail.commands import command


@command
def describe(
    *, unit: Unit, item: str, text: str, owner: Person, review_on: date, by: Person, now: datetime
) -> Practice:
    """Say how it is done here, as gone through today; the same words again say that they still hold.

    Raises ReasonMissing without a text, DayOver, TooLong, UnknownItem, and IdentityFound.
    """
    guard.refuse_identity(text)
    today = clock.day(now)
    if not text.strip():
        raise ReasonMissing
    if review_on <= today:
        raise DayOver
    if review_on > months_after(today, LONGEST_REVIEW):
        raise TooLong
    point = point_for(unit, item)
    before = point.practices.order_by("-pk").first()
    practice = Practice.objects.create(
        point=point,
        text=text,
        owner=owner,
        reviewed_on=today,
        review_on=review_on,
        at=now,
        by=by,
    )
    settle(kind=REVIEW, subject_uuid=point.uuid, by=by, now=now)
    same = before is not None and before.text == text
    note(
        point,
        "describe",
        by,
        now,
        "Gikk gjennom hvordan vi gjør" if same else "Skrev hvordan vi gjør",
    )
    return practice


@command
def leave_to_above(*, unit: Unit, item: str, reason: str, by: Person, now: datetime) -> None:
    """The unit has no words of its own any more: those of the nearest unit above count here too.

    Raises ReasonMissing, NothingThere, and IdentityFound.
    """
    guard.refuse_identity(reason)
    if not reason.strip():
        raise ReasonMissing
    point = point_for(unit, item)
    latest = point.practices.order_by("-pk").first()
    if latest is None or not latest.text:
        raise NothingThere
    Practice.objects.create(point=point, reviewed_on=clock.day(now), note=reason, at=now, by=by)
    settle(kind=REVIEW, subject_uuid=point.uuid, by=by, now=now)
    note(point, "leave_to_above", by, now, "Tok bort egen tekst om", reason)
