"""A request from another system. It shows a token; it has no session, and none would count."""

from datetime import date

from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest

from styrk.access import tokens
from styrk.access.commands import note_use
from styrk.access.models import Token
from styrk.access.queries import NO_STANDING, Standing, narrowed, standing_of, token_shown

SCHEME = "bearer"


def welcome(request: HttpRequest, on: date) -> Standing:
    """Set who asks, and give what the token is for; nothing where there is none that is in force."""
    word = shown(request)
    token = token_shown(tokens.digest_of(word), on) if word else None
    request.user = AnonymousUser()
    request.token = token  # type: ignore[attr-defined]  # `Request` has it from here on
    request.person = token.person if token else None  # type: ignore[attr-defined]  # the same
    return _standing(token, on) if token else NO_STANDING


def shown(request: HttpRequest) -> str:
    """What stands after `Authorization: Bearer`."""
    scheme, _, word = request.headers.get("Authorization", "").partition(" ")
    return word.strip() if scheme.lower() == SCHEME else ""


def _standing(token: Token, on: date) -> Standing:
    note_use(token, on)
    return narrowed(standing_of(token.person, on), token)
