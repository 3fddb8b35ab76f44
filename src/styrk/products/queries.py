"""Products, those a case is about, and how often each was reported."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from typing import NamedTuple
from uuid import UUID

from django.db import connection
from django.db.models import Count, Q, QuerySet
from django.db.models.functions import TruncMonth

from styrk.core import clock
from styrk.core.scope import current
from styrk.core.tallies import first_of_month
from styrk.core.trips import asks
from styrk.incidents.listing import MONTHS_LOOKED_AT
from styrk.incidents.models import Incident
from styrk.incidents.queries import LISTED, Listed
from styrk.incidents.states import State
from styrk.organisation.models import Unit
from styrk.products.models import IncidentProduct, Product
from styrk.ui.paging import Place

PAGE = 50
HITS = 10
# What is taken away, past the line, or no case of its own, is counted nowhere.
COUNTED = Q(removed_at__isnull=True, incident__past_line=False) & ~Q(incident__state=State.ASIDE)


class PlaceCount(NamedTuple):
    uuid: UUID
    name: str
    number: int


class MonthCount(NamedTuple):
    month: date
    number: int


class Elsewhere(NamedTuple):
    """How often another organisation has reported the product in a year."""

    trust: str
    year: int
    number: int


@dataclass(frozen=True)
class Narrowed:
    """Which of a product's cases are meant; empty means all."""

    unit: UUID | None = None
    month: date | None = None


def product(uuid: UUID) -> Product | None:
    return Product.objects.filter(uuid=uuid).first()


def products_like(text: str) -> list[Product]:
    """Those whose name, supplier or number has all the words."""
    found = Product.objects.all()
    for word in text.split():
        found = found.filter(
            Q(name__icontains=word) | Q(supplier__icontains=word) | Q(reference__icontains=word)
        )
    return list(found.order_by("name", "supplier")[:HITS])


def of_case(incident: Incident) -> list[IncidentProduct]:
    """The products the case is about."""
    return list(_of_case(incident))


@asks
def _of_case(incident: Incident) -> QuerySet[IncidentProduct]:
    found = IncidentProduct.objects.filter(incident=incident, removed_at__isnull=True)
    return found.select_related("product", "set_by").order_by("pk")


def counts(on: date) -> list[tuple[Product, int]]:
    """The products of the cases in sight of the last twelve months, the most reported first."""
    rows = (
        _seen(on)
        .values_list("product_id")
        .annotate(number=Count("pk"))
        .order_by("-number", "product_id")[: PAGE * 2]
    )
    numbers = dict(rows)
    found = Product.objects.in_bulk(list(numbers))
    return [(found[pk], number) for pk, number in numbers.items()]


def by_supplier(name: str, on: date) -> list[tuple[Product, int]]:
    """All products of the supplier, with the number of cases in sight of the last twelve months."""
    found = list(Product.objects.filter(supplier__iexact=name).order_by("name"))
    rows = _seen(on).filter(product__one_of=[one.pk for one in found])
    numbers = dict(rows.values_list("product_id").annotate(number=Count("pk")).order_by())
    return [(one, numbers.get(one.pk, 0)) for one in found]


def places(product: Product, on: date) -> list[PlaceCount]:
    unit = "incident__responsible_unit"
    rows = _seen(on).filter(product=product).values_list(f"{unit}__uuid", f"{unit}__name")
    return [
        PlaceCount(*row) for row in rows.annotate(n=Count("pk")).order_by("-n", f"{unit}__name")
    ]


def months(product: Product, on: date) -> list[MonthCount]:
    month = TruncMonth("incident__reported_at", tzinfo=clock.OSLO)
    rows = _seen(on).filter(product=product).annotate(month=month).values_list("month")
    counted = rows.annotate(n=Count("pk")).order_by("-month")
    return [MonthCount(clock.day(at), number) for at, number in counted]


def cases_about(
    product: Product, on: date, narrowed: Narrowed, before: Place | None
) -> list[Listed]:
    """The cases behind a number of the product, the newest first, a page and one."""
    found = _seen(on).filter(product=product)
    if narrowed.unit:
        found = found.filter(incident__responsible_unit__uuid=narrowed.unit)
    cases = Incident.objects.filter(pk__in=found.values("incident_id"))
    if narrowed.month:
        first = narrowed.month
        cases = cases.filter(
            reported_at__gte=clock.start_of(first),
            reported_at__lt=clock.start_of(first_of_month(first, -1)),
        )
    if before is not None:
        at, pk = before
        cases = cases.filter(Q(reported_at__lt=at) | Q(reported_at=at, pk__lt=pk))
    rows = cases.order_by("-reported_at", "-pk").values_list(*LISTED)
    return [Listed(*row) for row in rows[: PAGE + 1]]


def elsewhere(product: Product, trusts: Collection[int]) -> list[Elsewhere]:
    """How often organisations that are not these have reported it: for each and each year, numbers only."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT trust_id, year, number FROM products_elsewhere(%s)", [product.pk])
        rows = [row for row in cursor.fetchall() if row[0] not in trusts]
    names = dict(
        Unit.objects.filter(pk__one_of=sorted({row[0] for row in rows})).values_list("pk", "name")
    )
    said = [Elsewhere(names[trust], year, number) for trust, year, number in rows]
    return sorted(said, key=lambda one: (-one.year, one.trust))


def _seen(on: date) -> QuerySet[IncidentProduct]:
    sight = current().units("incident").rows(unit="incident__responsible_unit")
    return IncidentProduct.objects.filter(COUNTED, sight, incident__reported_at__gte=_since(on))


def _since(on: date) -> datetime:
    """Twelve whole months, this one with them, as the list of incidents counts."""
    return clock.start_of(first_of_month(on, MONTHS_LOOKED_AT - 1))
