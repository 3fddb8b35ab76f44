"""One transaction for a request, and in it the sight of the one who asks."""

from collections.abc import Callable
from datetime import date

from django.conf import settings
from django.contrib.auth import get_user
from django.contrib.auth.models import AnonymousUser
from django.db import transaction
from django.http import HttpRequest, HttpResponse

from styrk.access import bearing, guests
from styrk.access.models import Account
from styrk.access.queries import NO_STANDING, Standing, standing_of
from styrk.core import clock, scope
from styrk.organisation.flavours import speaking_to
from styrk.ui.calls import is_call

type Answer = Callable[[HttpRequest], HttpResponse]
SEEN = "last_seen"
SHARED = "shared_machine"
# The session of a demo, begun by one click: no password is asked for, so none is to be changed.
WITHOUT_PASSWORD = "without_password"  # noqa: S105 - the name of a mark
# How stale the note of when one was last seen may be, so that not every page writes the session.
GRAIN_SECONDS = 60


class TransactionMiddleware:
    """Everything a request writes is kept together, or, where the answer is an error, not at all.

    To another system a refusal is an error too: it has nobody who reads what became of the rest.
    """

    def __init__(self, answer: Answer) -> None:
        self.answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponse:
        with transaction.atomic():
            response = self.answer(request)
            if response.status_code >= (400 if is_call(request) else 500):
                transaction.set_rollback(True)
            return response


class ScopeMiddleware:
    """Sets `request.person` and `request.standing`, and what the database shows to them.

    A session without activity is locked, not ended: the same person goes on with the password, and
    `request.locked` says who it was. Who sits there now is not known before somebody signs in.

    Below `/api/v1/` it is a token that says who asks, and a session says nothing.
    """

    def __init__(self, answer: Answer) -> None:
        self.answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponse:
        request.now = clock.now()  # type: ignore[attr-defined]
        request.locked = None  # type: ignore[attr-defined]
        request.guest = request.waiting = None  # type: ignore[attr-defined]  # what makes it a `Visit`
        on = clock.day(request.now)  # type: ignore[attr-defined]  # what makes it a `Request`
        arrive = bearing.welcome if is_call(request) else _sign_in_again
        request.standing = arrive(request, on)  # type: ignore[attr-defined]  # the same
        return self._answer_as(request)

    def _answer_as(self, request: HttpRequest) -> HttpResponse:
        if request.person:  # type: ignore[attr-defined]  # the same
            scope.apply(request.standing.scope)  # type: ignore[attr-defined]
        elif not is_call(request) and guests.NUMBER in request.session:
            _let_in(request)
        try:
            with speaking_to(request.standing.flavours):  # type: ignore[attr-defined]  # the same
                return self.answer(request)
        finally:
            scope.forget()


def _sign_in_again(request: HttpRequest, on: date) -> Standing:
    """Set who asks by the session, if it is not locked."""
    request.user = get_user(request)  # the account itself, not Django's lazy stand-in
    if isinstance(request.user, Account) and _idle_too_long(request):
        request.locked = request.user  # type: ignore[attr-defined]
        request.user = AnonymousUser()
    person = request.user.person if isinstance(request.user, Account) else None
    request.person = person  # type: ignore[attr-defined]
    request.idle_seconds = _idle_seconds(request)  # type: ignore[attr-defined]
    return standing_of(person, on) if person else NO_STANDING


def _let_in(request: HttpRequest) -> None:
    """Set who looks from outside, and that the database shows that one record alone.

    Without activity the code is asked for again; what is ended or through is no access at all.
    """
    on = clock.day(request.now)  # type: ignore[attr-defined]
    guest = guests.returning(request.session, on)
    if guest is None:
        scope.apply(scope.NOBODY)
    elif _idle_too_long(request):
        request.waiting = guest  # type: ignore[attr-defined]
        scope.apply(scope.NOBODY)
    else:
        request.guest = guest  # type: ignore[attr-defined]


def _idle_too_long(request: HttpRequest) -> bool:
    session = request.session
    seconds = int(request.now.timestamp())  # type: ignore[attr-defined]
    seen = session.get(SEEN, seconds)
    if seconds - seen > _idle_seconds(request):
        return True
    if seconds - seen >= GRAIN_SECONDS or SEEN not in session:
        session[SEEN] = seconds
    return False


def _idle_seconds(request: HttpRequest) -> int:
    """How long one may be away before the session is locked, and the page on the screen covered."""
    shared = request.session.get(SHARED)
    return 60 * (settings.IDLE_MINUTES_SHARED if shared else settings.IDLE_MINUTES)
