"""The maps of a unit, one item of them, and the forskrift itself."""

from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from styrk.access.decorators import allowed, signed_in
from styrk.access.permissions import Permission
from styrk.access.requests import Request
from styrk.compliance.extents import fitted_for
from styrk.compliance.models import Judgement, Practice
from styrk.compliance.pictures import below, first_night, has_below
from styrk.compliance.queries import Row, history_of, point_by_uuid
from styrk.compliance.rules import may_keep, may_see
from styrk.compliance.types import Spot, months_after
from styrk.core import clock
from styrk.overview.forskriftskart import presenters, queries
from styrk.overview.forskriftskart.forms import DayForm, PeriodForm
from styrk.overview.forskriftskart.pack import Asked, attachments, file_name, packed
from styrk.overview.forskriftskart.presenters import Viewed
from styrk.overview.forskriftskart.reading import Reader
from styrk.regulation import sections
from styrk.regulation.letters import SOURCE
from styrk.regulation.maps import ALL, ITEMS, LAW, MAPS, Map
from styrk.regulation.profiles import PROFILES
from styrk.trail.commands import record_reading
from styrk.ui import pages
from styrk.ui.boxes import panels_on

A_YEAR = 12


@allowed(Permission.SEE_EVIDENCE)
def evidence_map(request: Request) -> HttpResponse:
    """Each item of a map for a unit: how we do it, what can be shown by which data, what is judged."""
    code = request.GET.get("enhet", "").strip()
    chosen = _map(request.GET.get("kart", ""))
    today = clock.day(request.now)
    place = queries.place_for(request.standing, code, today)
    if place is None and code:
        raise Http404
    form = DayForm({"dato": request.GET.get("dato") or today.isoformat()}, today=today)
    values: dict[str, object] = {"place": place, "map": chosen, "law": LAW, "form": form}
    if place:
        values |= _shown(
            request, place, chosen, form.cleaned_data["dato"] if form.is_valid() else None
        )
    status = 200 if form.is_valid() else 422
    return pages.render(request, "overview/forskriftskart/map.html", values, status=status)


def _map(key: str) -> Map:
    if key and key not in MAPS:
        raise Http404
    return MAPS.get(key, LAW)


def _shown(
    request: Request, place: queries.Place, chosen: Map, on: date | None
) -> dict[str, object]:
    """The map on a day; without a day that makes sense, nothing of it."""
    today = clock.day(request.now)
    fitted = fitted_for(place.unit, on or today)
    here = chosen if fitted.size in chosen.sizes else LAW
    kept = queries.map_of(here.items, place.unit, on, today, fitted.extent) if on else None
    units = tuple(one.pk for one in (place.unit, *place.below))
    past = on if on != today else None
    viewed = Viewed(place.unit, here, Reader(request.standing, units), past)
    rows = kept.rows if kept else []
    return {
        "map": here,
        "not_here": chosen if here is not chosen else None,
        "profile": PROFILES[fitted.size],
        "on": on,
        "past": past,
        "taken": kept.taken if kept else None,
        "first": None if kept else first_night(place.unit),
        "summary": presenters.summary(rows, here),
        "parts": presenters.parts(rows, viewed) if kept else [],
        "maps": [
            (one, presenters.address(place.unit, one, past))
            for one in ALL
            if fitted.size in one.sizes
        ],
        "may_keep": not past and may_keep(request.standing, place.unit.pk),
    }


@allowed(Permission.SEE_EVIDENCE)
@require_safe
def item(request: Request, unit: UUID, item: str) -> HttpResponse:
    """One item at a unit, with its history, and what one may say of it; or as it stood on another day."""
    spot = queries.spot_for(request.standing, unit, item)
    if spot is None:
        raise Http404
    today = clock.day(request.now)
    found, past, taken = _stood(request, spot, today)
    viewed = Viewed(spot.unit, spot.map, Reader(request.standing, (spot.unit.pk,)), past)
    values = {
        "spot": spot,
        "row": presenters.row(found, viewed),
        "past": past,
        "taken": taken,
        "now_at": replace(viewed, past=None).way(spot.item.key),
        "entries": presenters.history(_until(past or today, spot)),
        "panels": [] if past else panels_on("point", spot, request),
        "may_keep": not past and may_keep(request.standing, spot.unit.pk),
        "crumbs": [*presenters.way_to(spot, past)[:1], (spot.item.reference, None)],
        "today": past or today,
        "below": has_below(spot.unit, today),
        "period": PeriodForm(initial={"fra": _a_year_before(today), "til": today}, today=today),
    }
    return pages.render(request, "overview/forskriftskart/item.html", values)


def _until(on: date, spot: Spot) -> list[Practice | Judgement]:
    """What was said of the item by the end of the day."""
    said = history_of(spot.unit, spot.item.key)
    return [one for one in said if clock.day(one.at) <= on]


def _stood(request: Request, spot: Spot, today: date) -> tuple[Row, date | None, date | None]:
    """The item today; or on the day asked for, that day, and the day of its picture."""
    form = DayForm({"dato": request.GET.get("dato") or today.isoformat()}, today=today)
    if not form.is_valid():
        raise Http404
    on = form.cleaned_data["dato"]
    if on == today:
        return queries.row_at(spot, today), None, None
    then = queries.row_then(spot, on, today)
    if then is None:
        raise Http404
    return then[0], on, then[1]


@allowed(Permission.SEE_EVIDENCE)
@require_safe
def units_below(request: Request, unit: UUID, item: str) -> HttpResponse:
    """Which units below cannot show an item, and since when."""
    spot = queries.spot_for(request.standing, unit, item)
    if spot is None:
        raise Http404
    today = clock.day(request.now)
    found = [
        one for one in below(spot.unit, spot.item, today) if may_see(request.standing, one.unit.pk)
    ]
    values = {
        "spot": spot,
        "crumbs": [*presenters.way_to(spot), (_("Enhetene under"), None)],
        "first": first_night(spot.unit),
        **presenters.standing_below(found, spot),
    }
    return pages.render(request, "overview/forskriftskart/below.html", values)


@allowed(Permission.SEE_EVIDENCE)
@require_safe
def evidence_pack(request: Request, unit: UUID, item: str) -> HttpResponse:
    """What can be shown of an item in a period, as one file with its checksums."""
    spot = queries.spot_for(request.standing, unit, item)
    if spot is None:
        raise Http404
    today = clock.day(request.now)
    period = {"fra": _a_year_before(today).isoformat(), "til": today.isoformat()}
    form = PeriodForm(period | request.GET.dict(), today=today)
    if not form.is_valid():
        for errors in form.errors.values():
            messages.warning(request, str(errors[0]))
        return redirect("forskriftskart:item", unit, item)
    asked = Asked(spot, form.cleaned_data["fra"], form.cleaned_data["til"])
    papers = attachments(asked, request.standing)
    for one in papers:
        record_reading(
            by=request.person,
            now=request.now,
            subject=one.subject,
            subject_id=one.subject_id,
            reference=one.about[:80],
        )
    return HttpResponse(
        packed(asked, papers, invented=settings.DEMO),
        content_type="application/zip",
        headers={"Content-Disposition": f'attachment; filename="{file_name(asked)}"'},
    )


def _a_year_before(today: date) -> date:
    return months_after(today, -A_YEAR) + timedelta(days=1)


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
