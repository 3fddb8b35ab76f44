"""The forskriftskart of a unit, and the forskrift itself."""

from django.http import Http404, HttpResponse

from styrk.access.decorators import allowed, signed_in
from styrk.access.permissions import Permission
from styrk.access.requests import Request
from styrk.core import clock
from styrk.overview.forskriftskart import presenters, queries
from styrk.regulation import sections
from styrk.regulation.letters import SOURCE
from styrk.ui import pages


@allowed(Permission.SEE_EVIDENCE)
def evidence_map(request: Request) -> HttpResponse:
    """Each letter of §§ 6-9 for a unit: what can be shown today, by which rule and which data."""
    code = request.GET.get("enhet", "").strip()
    today = clock.day(request.now)
    place = queries.place_for(request.standing, code, today)
    if place is None and code:
        raise Http404
    found = queries.evidence_of(place.unit if place else None, today, today)
    values = {
        "place": place,
        "today": today,
        "summary": presenters.summary(found),
        "parts": presenters.parts(found, presenters.Reader(request.standing, _units(place))),
        "source": SOURCE,
    }
    return pages.render(request, "overview/forskriftskart/map.html", values)


def _units(place: queries.Place | None) -> tuple[int, ...]:
    return tuple(one.pk for one in (place.unit, *place.below)) if place else ()


@signed_in
def regulation(request: Request) -> HttpResponse:
    """The forskrift word for word, letter by letter."""
    values = {
        "law": sections,
        "anchor": presenters.anchor,
        "source": SOURCE,
    }
    return pages.render(request, "overview/forskriftskart/regulation.html", values)
