"""Where a request comes from: the one place that reads an address."""

from ipaddress import ip_address

from django.conf import settings
from django.http import HttpRequest

FORWARDED = "HTTP_X_FORWARDED_FOR"


def client_address(request: HttpRequest) -> str:
    """The address of the one who asks, as the outermost of our own proxies saw it (STYRK_PROXIES).

    Each proxy adds at the right of X-Forwarded-For whom it was asked by. What stands further left
    than our proxies reach, anybody may have written. Where the header says less than they would
    have, or no address, nobody is believed but the connection itself.
    """
    direct: str = request.META.get("REMOTE_ADDR", "")
    told = [part.strip() for part in request.META.get(FORWARDED, "").split(",")]
    count: int = settings.PROXIES
    if not 0 < count <= len(told):
        return direct
    return _address(told[-count]) or direct


def _address(text: str) -> str:
    """The address without the port that some proxies add; empty where it is none."""
    host, _, port = text.rpartition(":")
    for one in (text, host if port.isdigit() else "", host.strip("[]"), text.strip("[]")):
        try:
            return str(ip_address(one))
        except ValueError:
            continue
    return ""
