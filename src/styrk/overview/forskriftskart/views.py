"""The maps of a unit, one item of them, and the forskrift itself."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_safe

from styrk.access.decorators import allowed, signed_in
from styrk.access.permissions import Permission
from styrk.access.requests import Request
from styrk.compliance.queries import history_of, point_by_uuid
from styrk.compliance.rules import may_keep, may_see
from styrk.core import clock
from styrk.overview.forskriftskart import presenters, queries
from styrk.overview.forskriftskart.presenters import Reader, Viewed
from styrk.regulation import sections
from styrk.regulation.letters import SOURCE
from styrk.regulation.maps import ALL, ITEMS, LAW, MAPS, Map
from styrk.ui import pages


@allowed(Permission.SEE_EVIDENCE)
def evidence_map(request: Request) -> HttpResponse:
    """Each item of a map for a unit: how we do it, what can be shown by which data, what is judged."""
    code = request.GET.get("enhet", "").strip()
    chosen = _map(request.GET.get("kart", ""))
    today = clock.day(request.now)
    place = queries.place_for(request.standing, code, today)
    if place is None and code:
        raise Http404
    values: dict[str, object] = {"place": place, "today": today, "map": chosen, "law": LAW}
    if place:
        values |= _shown(request, place, chosen)
    return pages.render(request, "overview/forskriftskart/map.html", values)


def _map(key: str) -> Map:
    if key and key not in MAPS:
        raise Http404
    return MAPS.get(key, LAW)


def _shown(request: Request, place: queries.Place, chosen: Map) -> dict[str, object]:
    today = clock.day(request.now)
    rows = queries.rows_of(chosen, place.unit, today, today)
    units = tuple(one.pk for one in (place.unit, *place.below))
    viewed = Viewed(place.unit, chosen, Reader(request.standing, units))
    return {
        "summary": presenters.summary(rows, chosen),
        "parts": presenters.parts(rows, viewed),
        "maps": [(one, presenters.address(place.unit, one)) for one in ALL],
        "may_keep": may_keep(request.standing, place.unit.pk),
    }


@allowed(Permission.SEE_EVIDENCE)
@require_safe
def item(request: Request, unit: UUID, item: str) -> HttpResponse:
    """One item at a unit, with its history, and what one may say of it."""
    spot = queries.spot_for(request.standing, unit, item)
    if spot is None:
        raise Http404
    today = clock.day(request.now)
    reader = Reader(request.standing, (spot.unit.pk,))
    found = queries.row_at(spot, today, today)
    values = {
        "spot": spot,
        "row": presenters.row(found, Viewed(spot.unit, spot.map, reader)),
        "entries": presenters.history(history_of(spot.unit, spot.item.key)),
        "may_keep": may_keep(request.standing, spot.unit.pk),
        "crumbs": [*presenters.way_to(spot)[:1], (spot.item.reference, None)],
        "today": today,
    }
    return pages.render(request, "overview/forskriftskart/item.html", values)


@signed_in
@require_safe
def point(request: Request, uuid: UUID) -> HttpResponse:
    """Where a duty about an item leads: to its page."""
    found = point_by_uuid(uuid)
    if found is None or found.item not in ITEMS or not may_see(request.standing, found.unit_id):
        raise Http404
    return redirect("forskriftskart:item", found.unit.uuid, found.item)


@signed_in
def regulation(request: Request) -> HttpResponse:
    """The forskrift word for word, letter by letter."""
    values = {
        "law": sections,
        "anchor": lambda provision: presenters.anchor(ITEMS[provision.letter]),
        "source": SOURCE,
    }
    return pages.render(request, "overview/forskriftskart/regulation.html", values)
