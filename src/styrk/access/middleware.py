"""One transaction for a request, and in it the sight of the one who asks."""

from collections.abc import Callable

from django.conf import settings
from django.contrib.auth import get_user
from django.contrib.auth.models import AnonymousUser
from django.db import transaction
from django.http import HttpRequest, HttpResponse

from styrk.access.models import Account
from styrk.access.queries import NO_STANDING, standing_of
from styrk.core import clock, scope

type Answer = Callable[[HttpRequest], HttpResponse]
SEEN = "last_seen"
SHARED = "shared_machine"
# The session of a demo, begun by one click: no password is asked for, so none is to be changed.
WITHOUT_PASSWORD = "without_password"  # noqa: S105 - the name of a mark
# How stale the note of when one was last seen may be, so that not every page writes the session.
GRAIN_SECONDS = 60


class TransactionMiddleware:
    """Everything a request writes is kept together, or, where the answer is an error, not at all."""

    def __init__(self, answer: Answer) -> None:
        self.answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponse:
        with transaction.atomic():
            response = self.answer(request)
            if response.status_code >= 500:
                transaction.set_rollback(True)
            return response


class ScopeMiddleware:
    """Sets `request.person` and `request.standing`, and what the database shows to them.

    A session without activity is locked, not ended: the same person goes on with the password, and
    `request.locked` says who it was. Who sits there now is not known before somebody signs in.
    """

    def __init__(self, answer: Answer) -> None:
        self.answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponse:
        request.now = clock.now()  # type: ignore[attr-defined]
        request.locked = None  # type: ignore[attr-defined]
        request.user = get_user(request)  # the account itself, not Django's lazy stand-in
        if isinstance(request.user, Account) and _idle_too_long(request):
            request.locked = request.user  # type: ignore[attr-defined]
            request.user = AnonymousUser()
        return self._answer_as(request)

    def _answer_as(self, request: HttpRequest) -> HttpResponse:
        person = request.user.person if isinstance(request.user, Account) else None
        standing = (
            standing_of(person, clock.day(request.now))  # type: ignore[attr-defined]
            if person
            else NO_STANDING
        )
        request.person, request.standing = person, standing  # type: ignore[attr-defined]
        if person:
            scope.apply(standing.scope)
        try:
            return self.answer(request)
        finally:
            scope.forget()


def _idle_too_long(request: HttpRequest) -> bool:
    session = request.session
    seconds = int(request.now.timestamp())  # type: ignore[attr-defined]
    minutes = settings.IDLE_MINUTES_SHARED if session.get(SHARED) else settings.IDLE_MINUTES
    seen = session.get(SEEN, seconds)
    if seconds - seen > minutes * 60:
        return True
    if seconds - seen >= GRAIN_SECONDS or SEEN not in session:
        session[SEEN] = seconds
    return False
