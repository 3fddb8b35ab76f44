"""The shape of a request after our middleware, for types."""

from datetime import datetime

from django.http import HttpRequest

from styrk.access.models import Account
from styrk.access.queries import Standing
from styrk.organisation.models import Person


class Request(HttpRequest):
    """A request from a signed-in person: what the middleware has set."""

    now: datetime
    person: Person
    standing: Standing
    locked: Account | None
