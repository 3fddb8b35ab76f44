"""A session begins and ends here, whichever way one signs in."""

from django.contrib.auth import login, logout
from django.http import HttpRequest

from styrk.access import commands
from styrk.access.middleware import SEEN, SHARED
from styrk.access.models import Account
from styrk.core import clock

BACKEND = "styrk.access.backends.LocalBackend"


def start(request: HttpRequest, account: Account, *, shared: bool) -> None:
    """A new session for the account; nothing of the one before is kept, its key least of all."""
    now = clock.now()
    request.session.flush()
    login(request, account, BACKEND)
    request.session[SHARED] = shared
    request.session[SEEN] = int(now.timestamp())
    commands.note_sign_in(account=account, now=now)


def end(request: HttpRequest) -> None:
    logout(request)
