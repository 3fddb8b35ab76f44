"""Addresses given to us from outside: used only where they stay on this site."""

from urllib.parse import urlsplit

from django.http import HttpRequest
from django.urls import Resolver404, resolve
from django.utils.http import url_has_allowed_host_and_scheme

LONGEST = 2000


def local(address: str | None) -> str:
    """The address if it is a path on this site, else nothing."""
    if not address or len(address) > LONGEST or not address.startswith("/"):
        return ""
    return address if url_has_allowed_host_and_scheme(address, allowed_hosts=None) else ""


def page(address: str | None) -> str:
    """The path, without its query, if one of our pages answers there, else nothing."""
    path = urlsplit(local(address)).path
    try:
        resolve(path)
    except Resolver404:
        return ""
    return path


def came_from(request: HttpRequest) -> str:
    """The page of ours that the request was made on, with its query, or nothing."""
    told = request.headers.get("HX-Current-URL") or request.headers.get("Referer") or ""
    try:
        parts = urlsplit(told)
    except ValueError:
        return ""
    if parts.netloc != request.get_host():
        return ""
    return local(parts._replace(scheme="", netloc="", fragment="").geturl())
