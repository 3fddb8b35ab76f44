"""Letting somebody outside read one record, and ending it. Parts of the acts of the app whose record it is."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import F, Q

from styrk.access import guests
from styrk.access.models import Guest
from styrk.access.tokens import digest_of
from styrk.core import clock, scope
from styrk.organisation.models import Person, Unit

EMPTIED = "–"


class GuestRefused(ValueError):
    """The days do not fit: backwards, through already, or longer than anybody is let in."""


@dataclass(frozen=True)
class Invited:
    """Who is let in to what: `covers` are the first and the last day that they look at, `parts` what they see of
    it, by keys that the app whose record it is knows.
    """

    name: str
    organisation: str
    email: str
    opens_on: date
    until: date
    covers: tuple[date, date]
    parts: tuple[str, ...] = ()


def invite_guest(
    *, kind: str, record_id: int, trust: Unit, invited: Invited, by: Person, now: datetime
) -> tuple[Guest, str]:
    """The guest, and the word of the address, which is shown once. Raises GuestRefused."""
    through = invited.until < clock.day(now) or invited.until < invited.opens_on
    long = (invited.until - invited.opens_on).days > guests.LONGEST.value
    if through or long or invited.covers[1] < invited.covers[0]:
        raise GuestRefused
    word = guests.new_word()
    guest = Guest.objects.create(
        kind=kind,
        record_id=record_id,
        trust=trust,
        name=invited.name,
        organisation=invited.organisation,
        email=invited.email,
        opens_on=invited.opens_on,
        until=invited.until,
        covers_from=invited.covers[0],
        covers_to=invited.covers[1],
        parts=list(invited.parts),
        link=digest_of(word),
        invited_at=now,
        invited_by=by,
    )
    return guest, word


def renew_link(*, guest: Guest) -> str:
    """A new address, which works once. The one before, and the browser that is in, are out."""
    word = guests.new_word()
    guest.link, guest.browser, guest.salt, guest.asked_at = digest_of(word), "", "", None
    guest.save(update_fields=["link", "browser", "salt", "asked_at"])
    return word


def end_guest(*, guest: Guest, by: Person, now: datetime) -> None:
    """From now on nothing is read: the browser that was in is told that it is over, and no more."""
    guest.ended_at, guest.ended_by = now, by
    guest.link, guest.salt, guest.email_due_at = None, "", None
    guest.save(update_fields=["ended_at", "ended_by", "link", "salt", "email_due_at"])


def ask_code(*, guest: Guest, now: datetime) -> bool:
    """Make a code and let it be sent; False where one was made a moment ago."""
    with scope.acting(scope.SYSTEM):
        held = Guest.objects.select_for_update(no_key=True).get(pk=guest.pk)
        if held.asked_at and held.asked_at <= now < held.asked_at + guests.BETWEEN_CODES:
            return False
        held.salt, held.asked_at, held.tries, held.email_due_at = guests.new_word(), now, 0, now
        held.save(update_fields=["salt", "asked_at", "tries", "email_due_at"])
        return True


def show_code(*, guest: Guest, given: str, now: datetime) -> str:
    """The word that this browser is known by from now on; empty where the code is wrong or too old.

    The code and the address are used up.
    """
    with scope.acting(scope.SYSTEM):
        held = Guest.objects.select_for_update(no_key=True).get(pk=guest.pk)
        right = guests.is_code(held, given, now) and held.is_open(clock.day(now))
        held.tries += 1
        if not right:
            held.save(update_fields=["tries"])
            return ""
        word = guests.new_word()
        held.browser, held.last_in_at = digest_of(word), now
        held.salt, held.link, held.asked_at = "", None, None
        held.save(update_fields=["tries", "browser", "last_in_at", "salt", "link", "asked_at"])
        return word


def forget_guests(*, before: datetime) -> None:
    """Empty the name and the address once their time is long over: that somebody was let in, stands.

    What they opened is in the trail, by name.
    """
    over = Q(ended_at__lt=before) | Q(until__lt=clock.day(before))
    Guest.objects.filter(over).exclude(email=EMPTIED).update(name=F("organisation"), email=EMPTIED)
