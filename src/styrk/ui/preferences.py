"""The reader's own choices of language and colours, kept in cookies for 400 days."""

from django.conf import settings
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from styrk.ui.calls import is_call, language_asked

LANGUAGE_COOKIE = "styrk_language"
SCHEME_COOKIE = "styrk_scheme"
# The longest a browser keeps a cookie.
KEPT_SECONDS = 400 * 24 * 3600
SCHEMES = (("auto", _("Som enheten")), ("light", _("Lys")), ("dark", _("Mørk")))


def known_language(code: str | None) -> str | None:
    return code if code in dict(settings.LANGUAGES) else None


def language(request: HttpRequest) -> str:
    """The account's language, else the cookie's, else bokmål. Never the browser's.

    Another system says itself what it reads.
    """
    if is_call(request):
        return language_asked(request)
    account = getattr(request, "user", None)
    own = getattr(account, "language", None) if account is not None else None
    cookie = request.COOKIES.get(LANGUAGE_COOKIE)
    return known_language(own) or known_language(cookie) or settings.LANGUAGE_CODE


def language_so_far(request: HttpRequest) -> str:
    """The language, without asking who is signed in: the session or its database may be gone."""
    if is_call(request):
        return language_asked(request)
    known = getattr(request, "LANGUAGE_CODE", None)
    cookie = request.COOKIES.get(LANGUAGE_COOKIE)
    return known_language(known) or known_language(cookie) or settings.LANGUAGE_CODE


def scheme(request: HttpRequest) -> str:
    chosen = request.COOKIES.get(SCHEME_COOKIE, "auto")
    return chosen if chosen in dict(SCHEMES) else "auto"
