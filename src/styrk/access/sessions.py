"""A session begins and ends here, whichever way one signs in."""

from datetime import datetime

from django.contrib.auth import login, logout
from django.http import HttpRequest

from styrk.access import carried, commands, guests
from styrk.access.middleware import SEEN, SHARED, WITHOUT_PASSWORD
from styrk.access.models import Account, Guest
from styrk.core import clock, scope

CARRIED = "carried"
BACKEND = "styrk.access.backends.LocalBackend"


def start(
    request: HttpRequest, account: Account, *, shared: bool, without_password: bool = False
) -> None:
    """A new session for the account; nothing of the one before is kept, its key least of all.

    `without_password` is for a demo, where nobody can be asked for the password they have.

    What was typed without a session and carried here becomes a draft of the person's.
    """
    now = clock.now()
    request.session.flush()
    login(request, account, BACKEND)
    request.session[SHARED] = shared
    if without_password:
        request.session[WITHOUT_PASSWORD] = True
    request.session[SEEN] = int(now.timestamp())
    commands.note_sign_in(account=account, now=now)
    _keep_carried(account, request.POST.get(CARRIED, ""), now)


def _keep_carried(account: Account, word: str, now: datetime) -> None:
    found = carried.unpack(word)
    if found is None or account.person is None:
        return
    path, typed = found
    with scope.acting(scope.Scope(person_id=account.person.pk)):
        commands.keep_draft(person=account.person, path=path, fields=typed, now=now)


def ask_guest(request: HttpRequest, guest: Guest) -> None:
    """From here it is this guest who is asked for a code; nothing of the session before is kept."""
    request.session.flush()
    request.session[guests.ASKED] = guest.pk


def start_guest(request: HttpRequest, guest: Guest, word: str) -> None:
    """A new session for somebody outside: it outlasts their access by some days, to say that it is over."""
    now = clock.now()
    request.session.flush()
    request.session[guests.NUMBER], request.session[guests.WORD] = guest.pk, word
    request.session[SEEN] = int(now.timestamp())
    through = clock.start_of(guest.until + guests.TOLD_FOR)
    request.session.set_expiry(max(1, int((through - now).total_seconds())))


def lock_guest(request: HttpRequest) -> None:
    """As after a while without activity: the code is asked for again."""
    request.session[SEEN] = 0


def end(request: HttpRequest) -> None:
    logout(request)
