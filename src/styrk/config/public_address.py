"""The address people use: does it lead here, or nowhere?"""

from dataclasses import dataclass
from urllib.parse import urlsplit

from django.conf import settings
from django.http.request import validate_host


@dataclass(frozen=True)
class Trouble:
    """Why no page can be opened at the address, and the cure."""

    text: str
    advice: str


def trouble() -> Trouble | None:
    """What stops every page; None where nothing does."""
    # Our web server speaks plain HTTP: without the proxy's word no request looks encrypted.
    if settings.HTTPS and not settings.SECURE_PROXY_SSL_HEADER:
        return Trouble(
            f"{settings.BASE_URL} går i ring: hver side sendes videre til seg selv.",
            "Sett STYRK_BEHIND_PROXY=1, og la proxyen med TLS sette X-Forwarded-Proto.",
        )
    host = urlsplit(settings.BASE_URL).hostname or ""
    written = f"[{host}]" if ":" in host else host
    if not validate_host(written, settings.ALLOWED_HOSTS):
        return Trouble(
            f"{settings.BASE_URL} blir avvist: {written} er ikke blant navnene vi svarer på.",
            "Sett STYRK_BASE_URL til adressen folk bruker, og STYRK_HOSTS til navnet i den.",
        )
    return None
