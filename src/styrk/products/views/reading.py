"""How often products are reported, and the cases behind a number."""

from datetime import date
from uuid import UUID

from django.http import Http404, HttpResponse
from django.views.decorators.http import require_safe

from styrk.access.decorators import allowed
from styrk.access.permissions import Permission
from styrk.access.requests import Request
from styrk.core import clock
from styrk.incidents import presenters as incidents
from styrk.products import queries
from styrk.products.models import Product
from styrk.ui import pages, paging
from styrk.ui.words import spoken_month

PLACE, MONTH = "enhet", "maned"


@allowed(Permission.SEE_INCIDENTS)
@require_safe
def products(request: Request) -> HttpResponse:
    """What was reported the last twelve months, the most reported first."""
    values = {"rows": queries.counts(clock.day(request.now))}
    return pages.render(request, "products/products.html", values)


@allowed(Permission.SEE_INCIDENTS)
@require_safe
def product(request: Request, uuid: UUID) -> HttpResponse:
    """A product: where and when it was reported, how often elsewhere, and the cases behind a number."""
    found, on = _found(uuid), clock.day(request.now)
    narrowed = _narrowed(request)
    rows = queries.cases_about(found, on, narrowed, paging.before(request))
    shown = rows[: queries.PAGE]
    last = shown[-1] if len(rows) > queries.PAGE else None
    places = queries.places(found, on)
    elsewhere = queries.elsewhere(found, request.standing.trusts)
    values = {
        "product": found,
        "places": places,
        "months": [(one, spoken_month(one.month)) for one in queries.months(found, on)],
        "elsewhere": elsewhere,
        "times": sum(one.number for one in elsewhere),
        "narrowed": narrowed,
        "month": spoken_month(narrowed.month) if narrowed.month else "",
        "place": next((one.name for one in places if one.uuid == narrowed.unit), ""),
        "rows": [
            (one, incidents.state_tag(one), incidents.harm_tag(one.harm_actual)) for one in shown
        ],
        "older": paging.older(request, last.reported_at, last.pk) if last else None,
        "first_page": paging.OLDER not in request.GET,
    }
    return pages.render(request, "products/product.html", values)


@allowed(Permission.SEE_INCIDENTS)
@require_safe
def supplier(request: Request, uuid: UUID) -> HttpResponse:
    """All products of the one who supplies this product."""
    name = _found(uuid).supplier
    rows = queries.by_supplier(name, clock.day(request.now))
    values = {"name": name, "rows": rows, "total": sum(number for _one, number in rows)}
    return pages.render(request, "products/supplier.html", values)


def _found(uuid: UUID) -> Product:
    found = queries.product(uuid)
    if found is None:
        raise Http404
    return found


def _narrowed(request: Request) -> queries.Narrowed:
    """The place and the month of a number that was followed; what cannot be read is no limit."""
    try:
        unit = UUID(request.GET.get(PLACE, ""))
    except ValueError:
        unit = None
    try:
        month = date.fromisoformat(f"{request.GET.get(MONTH, '')}-01")
    except ValueError:
        month = None
    return queries.Narrowed(unit, month)
