"""Those outside who may read one record: their address, their code, and their browser.

The address is given by hand and works once, in one browser. The code goes by e-mail each time. Neither
is kept: the address as a digest, the code as what the server's own key makes it from.
"""

import secrets
from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import Any

from django.utils.crypto import constant_time_compare, salted_hmac
from django.utils.translation import gettext_lazy as _

from styrk.access.models import Guest
from styrk.access.tokens import digest_of
from styrk.core import scope
from styrk.regulation.types import Threshold

PURPOSE = "styrk.access.guest"
# What a session holds: of whom it is, and the word of the browser; or who is being asked for a code.
NUMBER, WORD, ASKED = "guest", "guest_word", "guest_asked"
BYTES = 24
DIGITS = 6
TRIES = 5
CODE_LIFE = timedelta(minutes=15)
BETWEEN_CODES = timedelta(minutes=1)
# After the last day the browser is still told that it is over, and whom to ask.
TOLD_FOR = timedelta(days=31)
LONGEST = Threshold(
    180, _("Et tilsyn som varer lenger enn et halvt år, får nytt innsyn når noen igjen vil gi det.")
)


def new_word() -> str:
    return secrets.token_urlsafe(BYTES)


def code_of(guest: Guest) -> str:
    """The code that was last asked for: six digits."""
    made = salted_hmac(PURPOSE, f"{guest.uuid} {guest.salt}", algorithm="sha256").hexdigest()
    return f"{int(made, 16) % 10**DIGITS:0{DIGITS}d}"


def is_code(guest: Guest, given: str, now: datetime) -> bool:
    """Whether it is the code, and still counts."""
    fresh = guest.asked_at is not None and guest.asked_at <= now < guest.asked_at + CODE_LIFE
    right = constant_time_compare(code_of(guest), "".join(given.split()))
    return bool(guest.salt) and fresh and guest.tries < TRIES and right


def sight(number: int, on: date) -> scope.Scope:
    """What the database shows: the one record, if the access is in force on the day."""
    return scope.Scope(guest=f"{number} {on:%Y-%m-%d}")


def returning(session: Mapping[str, Any], on: date) -> Guest | None:
    """Who comes back in the browser of this session, with their sight applied; None where it is through."""
    number = session.get(NUMBER)
    if not isinstance(number, int):
        return None
    scope.apply(sight(number, on))
    guest = Guest.objects.filter(pk=number).first()
    return guest if guest and guest.is_open(on) and _is_browser_of(guest, session) else None


def let_in_before(session: Mapping[str, Any], on: date) -> Guest | None:
    """Who came in by the browser of this session, and whose access is ended or through."""
    number = session.get(NUMBER)
    if not isinstance(number, int):
        return None
    with scope.acting(sight(number, on)):
        found = Guest.objects.filter(pk=number).select_related("invited_by", "trust")
        guest = found.first()
    is_over = guest is not None and (guest.ended_at is not None or guest.until < on)
    return guest if guest and is_over and _is_browser_of(guest, session) else None


def _is_browser_of(guest: Guest, session: Mapping[str, Any]) -> bool:
    known = digest_of(str(session.get(WORD, "")))
    return bool(guest.browser) and constant_time_compare(guest.browser, known)
