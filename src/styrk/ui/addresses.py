"""Addresses of pages by name. Django works each one out anew, and a list has one in every row."""

from functools import cache
from uuid import UUID

from django.conf import settings
from django.urls import get_script_prefix, get_urlconf, reverse

ANY = UUID(int=0)
type Site = tuple[str, str]


def address_of(name: str, *args: object) -> str:
    """As `reverse`, which it raises the errors of."""
    site = get_script_prefix(), get_urlconf() or settings.ROOT_URLCONF
    if not args:
        return _alone(name, site)
    if len(args) == 1 and isinstance(args[0], UUID):
        before, after = _around(name, site)
        return f"{before}{args[0]}{after}"
    return reverse(name, args=args)


@cache
def _alone(name: str, _site: Site) -> str:
    return reverse(name)


@cache
def _around(name: str, _site: Site) -> tuple[str, str]:
    before, _any, after = reverse(name, args=[ANY]).partition(str(ANY))
    return before, after
