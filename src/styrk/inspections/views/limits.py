"""What the lists are limited to by their address: it is kept by every link, and said."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import NamedTuple
from urllib.parse import urlencode

from django.http import Http404

from styrk.access.requests import Request
from styrk.organisation.models import Unit
from styrk.organisation.queries import unit_by_code
from styrk.ui.menu import Text


class Limits(NamedTuple):
    """A unit with all below it, and a day from which."""

    unit: Unit | None = None
    since: date | None = None

    @property
    def kept(self) -> dict[str, str]:
        unit = {"enhet": self.unit.code} if self.unit else {}
        return unit | ({"siden": self.since.isoformat()} if self.since else {})


class Choice(NamedTuple):
    """A link among those that limit a list further."""

    label: Text
    href: str
    chosen: bool


def limits(request: Request) -> Limits:
    """What is asked for; 404 where there is no such unit."""
    code = request.GET.get("enhet", "").strip()
    unit = unit_by_code(code) if code else None
    if code and unit is None:
        raise Http404
    return Limits(unit, _since(request))


def _since(request: Request) -> date | None:
    try:
        return date.fromisoformat(request.GET.get("siden", ""))
    except ValueError:
        return None


def choices(
    at: str,
    held: Limits,
    chosen: Mapping[str, str],
    offered: Iterable[tuple[Mapping[str, str], Text]],
) -> list[Choice]:
    """Each link of a list with what else it is limited to."""
    return [
        Choice(label, address(at, {**asked, **held.kept}), asked == chosen)
        for asked, label in offered
    ]


def address(at: str, query: Mapping[str, str]) -> str:
    return f"{at}?{urlencode(query)}" if query else at
