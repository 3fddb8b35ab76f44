"""Which unit and which series a page is about, as its address says."""

from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode
from uuid import UUID

from django.http import Http404
from django.utils.translation import gettext as _

from styrk.access.acting import Way
from styrk.access.requests import Request
from styrk.core import clock
from styrk.indicators import periods, queries, rules
from styrk.indicators.models import Definition, Indicator
from styrk.organisation.models import Unit
from styrk.organisation.queries import family_of, home_units, unit_by_code, unit_by_uuid
from styrk.ui.addresses import address_of


@dataclass(frozen=True)
class Place:
    """An indicator at a unit."""

    indicator: Indicator
    unit: Unit

    @property
    def home(self) -> str:
        """The page of its chart."""
        return f"{address_of('indicators:indicator', self.indicator.uuid)}?{at(self.unit)}"

    @property
    def way(self) -> Way:
        return [*way_to_table(self.unit), (self.indicator.name, self.home)]

    @property
    def line(self) -> str:
        return f"{self.indicator.name} – {self.unit.name}"

    def page(self, name: str, *more: object) -> str:
        """The address of a page about the series."""
        return address_of(f"indicators:{name}", self.indicator.uuid, self.unit.uuid, *more)


def at(unit: Unit) -> str:
    """The part of an address that says which unit."""
    return urlencode({"enhet": unit.code})


def table_of(unit: Unit) -> str:
    return f"{address_of('indicators:indicators')}?{at(unit)}"


def way_to_table(unit: Unit) -> Way:
    return [(_("Indikatorer for %(unit)s") % {"unit": unit.name}, table_of(unit))]


def unit_of(request: Request) -> Unit | None:
    """The unit in the address if it is in sight (else 404), or one's own."""
    if code := request.GET.get("enhet", "").strip():
        return seen(request, unit_by_code(code))
    return _own(request)


def _own(request: Request) -> Unit | None:
    """Where the person belongs, which came with the person; else where a post is held."""
    today, home = clock.day(request.now), request.person.home_unit
    if home and home.valid_from <= today and (home.valid_to is None or home.valid_to >= today):
        return home
    return next(iter(home_units(request.person, today)), None)


def seen(request: Request, unit: Unit | None) -> Unit:
    """The unit, for one who may see how it is doing there; or 404."""
    if unit is None or not rules.may_see(request.standing, unit):
        raise Http404
    return unit


def near(request: Request, unit: Unit | None) -> list[Unit]:
    """The unit above and those below, to go on to. One query."""
    above, below = around(request, unit)
    return [*above, *below]


def around(request: Request, unit: Unit | None) -> tuple[list[Unit], list[Unit]]:
    """The same, told apart. One query."""
    if unit is None:
        return [], []
    above, below = family_of(unit, on=clock.day(request.now))
    return (
        [one for one in above[-1:] if rules.may_see(request.standing, one)],
        [one for one in below if rules.may_see(request.standing, one)],
    )


def indicator_of(request: Request, uuid: UUID) -> Indicator:
    """The indicator, for one who sees the unit that keeps it, or some unit that it tells of; or 404."""
    found = queries.indicator_by_uuid(uuid)
    if found is None or not _reaches(request, found):
        raise Http404
    return found


def _reaches(request: Request, indicator: Indicator) -> bool:
    below = any(post.path.startswith(indicator.unit.path) for post in request.standing.posts)
    return below or rules.may_see(request.standing, indicator.unit)


def place_in_query(request: Request, uuid: UUID) -> Place:
    """The series of `?enhet=`; else of one's own unit where it is measured, or of the one that keeps it."""
    indicator = indicator_of(request, uuid)
    if request.GET.get("enhet"):
        return _measured(request, indicator, unit_of(request))
    own = unit_of(request)
    if own is None or not own.path.startswith(indicator.unit.path):
        own = indicator.unit
    return _measured(request, indicator, own)


def place_of(request: Request, uuid: UUID, unit: UUID) -> Place:
    """The series that an act is about."""
    return _measured(request, indicator_of(request, uuid), unit_by_uuid(unit))


def _measured(request: Request, indicator: Indicator, unit: Unit | None) -> Place:
    found = seen(request, unit)
    if not found.path.startswith(indicator.unit.path):
        raise Http404
    return Place(indicator, found)


def period_in(text: str, definition: Definition) -> date:
    """The period that an address names by its first day, or 404."""
    period = periods.named(definition.rhythm, text)
    if period is None:
        raise Http404
    return period
