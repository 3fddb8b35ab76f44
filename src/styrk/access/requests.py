"""The shape of a request after our middleware, for types."""

from datetime import datetime

from django.http import HttpRequest

from styrk.access.models import Account, Guest, Token
from styrk.access.queries import Standing
from styrk.organisation.models import Person


class Visit(HttpRequest):
    """A request from anyone: what the middleware has set. `locked` is whose session is locked.

    `guest` is somebody outside who is in; `waiting` one who must show a code again.
    """

    now: datetime
    person: Person | None
    standing: Standing
    locked: Account | None
    guest: Guest | None
    waiting: Guest | None


class Request(Visit):
    """A request from a signed-in person."""

    person: Person


class Look(Visit):
    """A request from somebody outside, whose access is in force."""

    guest: Guest


class Call(Request):
    """A request from another system, whose token is in force."""

    token: Token
