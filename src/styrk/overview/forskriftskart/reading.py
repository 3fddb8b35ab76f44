"""Who reads a map, and which of the pages behind its numbers open to that person."""

from dataclasses import dataclass
from functools import lru_cache

from django.conf import settings
from django.urls import Resolver404, resolve

from styrk.access.permissions import Permission
from styrk.access.queries import Standing


@dataclass(frozen=True)
class Reader:
    """Who reads the map, and the units that its numbers are summed from: the unit and those below."""

    standing: Standing
    units: tuple[int, ...]

    def opens(self, address: str) -> bool:
        """Does the page behind the number show the reader what is counted? Else a link helps nobody."""
        rule = _rule(address.partition("?")[0], settings.ROOT_URLCONF)
        if not isinstance(rule, Permission):
            return rule is not None
        return all(self.standing.allows(rule, unit) for unit in self.units)


@lru_cache(maxsize=256)
def _rule(path: str, urlconf: str) -> object:
    """Who may open the page at this path; None where there is no such page."""
    try:
        return getattr(resolve(path, urlconf).func, "rule", None)
    except Resolver404:
        return None
