"""Which unit and which year a page is about, as the address says."""

from django.http import Http404

from styrk.access.requests import Request
from styrk.core import clock
from styrk.organisation.models import Unit
from styrk.organisation.queries import children_of, home_units, unit_by_code
from styrk.requirements.queries import unit_in_sight

YEARS = range(2000, 2101)


def unit_of(request: Request) -> Unit | None:
    """The unit in the address if it is in sight (else 404), or one's own."""
    if code := request.GET.get("enhet", "").strip():
        unit = unit_by_code(code)
        if unit is None or not unit_in_sight(request.standing, unit):
            raise Http404
        return unit
    return next(iter(home_units(request.person, clock.day(request.now))), None)


def year_of(request: Request) -> int:
    """The year in the address, or this year where it has none that makes sense."""
    text = request.GET.get("aar", "")
    year = int(text) if text.isdecimal() and len(text) == len("2026") else 0
    return year if year in YEARS else clock.day(request.now).year


def near(request: Request, unit: Unit | None) -> list[Unit]:
    """The unit above and those below, to go on to."""
    if unit is None:
        return []
    above = [unit.parent] if unit.parent else []
    found = [*above, *children_of(unit, on=clock.day(request.now))]
    return [one for one in found if unit_in_sight(request.standing, one)]
