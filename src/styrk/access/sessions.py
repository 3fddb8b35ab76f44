"""A session begins and ends here, whichever way one signs in."""

from datetime import datetime

from django.contrib.auth import login, logout
from django.http import HttpRequest

from styrk.access import carried, commands
from styrk.access.middleware import SEEN, SHARED, WITHOUT_PASSWORD
from styrk.access.models import Account
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


def end(request: HttpRequest) -> None:
    logout(request)
