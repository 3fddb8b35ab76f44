"""Reading incidents: the guarded door. The database refuses what is not in scope; the same scope
stands as a literal in every list, because policies protect and literals plan."""

from collections.abc import Collection
from datetime import date, datetime
from typing import NamedTuple
from uuid import UUID

from django.db.models import BooleanField, Model, Q, QuerySet
from django.db.models.expressions import RawSQL

from styrk.access.models import Grant
from styrk.access.queries import Standing
from styrk.core.scope import SYSTEM, acting, current
from styrk.incidents.listing import Filters, limits_of
from styrk.incidents.models import (
    Attachment,
    Incident,
    Recusal,
    Reporter,
    reference,
)
from styrk.incidents.rules import sees_case
from styrk.incidents.search import newest_found, numbered
from styrk.incidents.types import CASE_PART, READING_PART
from styrk.organisation.models import Person, Unit
from styrk.ui.paging import Place

PAGE = 50


class Listed(NamedTuple):
    """A line of the list of incidents. `unit` is the name of the responsible unit."""

    pk: int
    uuid: UUID
    title: str
    kind: str
    state: str
    harm_actual: str
    reported_at: datetime
    unit: str

    @property
    def reference(self) -> str:
        return reference(self.pk, self.reported_at)


LISTED = (*Listed._fields[:-1], "responsible_unit__name")


def incident(uuid: UUID, *, hold: bool = False) -> Incident | None:
    """One incident if the person in scope may see it, with `recused`, `shared` and `entrusted` on it."""
    found = Incident.objects.filter(uuid=uuid).select_related(
        "unit", "responsible_unit", "handler", "confirmed_by", "reporter__person"
    )
    if hold:
        found = found.select_for_update(no_key=True, of=("self",))
    return only(_with_sight(found))


def case_numbered(text: str) -> Incident | None:
    """The case in sight that people call «2026-17», «#17» or «17»."""
    return only(_with_sight(numbered(Incident.objects.all(), text)))


def _with_sight(found: QuerySet[Incident]) -> QuerySet[Incident]:
    """With `recused`, `shared` and `entrusted` (to handle) of the person in scope on each."""
    return found.annotate(
        recused=RawSQL("incidents_incident.id IN (SELECT incidents_recused())", [], BooleanField()),
        shared=_granted(CASE_PART, READING_PART),
        entrusted=_granted(CASE_PART),
    )


def _granted(*parts: str) -> RawSQL:
    """Whether a grant opens one of these parts."""
    has = "access_has_grant('incident', incidents_incident.id, %s)"
    return RawSQL(has, [list(parts)], BooleanField())  # noqa: S611


def cases_seen(standing: Standing, uuids: Collection[UUID]) -> set[UUID]:
    """Those of these cases that open for the person: all of the case, not only the report."""
    found = _with_sight(Incident.objects.filter(uuid__one_of=uuids))
    told = found.only("uuid", "responsible_unit_id", "past_line")
    return {one.uuid for one in told if sees_case(standing, one)}


def only[M: Model](found: QuerySet[M]) -> M | None:
    """The one row there can be. Not `first()`: to sort by every column fetched is a third of its cost."""
    return next(iter(found), None)


def incidents_for(filters: Filters, on: date, before: Place | None = None) -> list[Listed]:
    """The newest incidents in sight, a page (and one to know if there are more) at a time."""
    limits = limits_of(filters, on)
    sight = current().units("incident")
    found = Incident.objects.filter(earlier_than(before))
    seen = found.filter(limits, sight.rows(unit="responsible_unit"))
    if filters.text.strip():
        ids = newest_found(found, sight, limits, filters.text, PAGE + 1)
        seen = Incident.objects.filter(pk__one_of=ids)
    rows = seen.order_by("-reported_at", "-pk").values_list(*LISTED)[: PAGE + 1]
    return [Listed(*row) for row in rows]


def incidents_in_full(filters: Filters, on: date, most: int) -> list[Incident]:
    """The same list in one piece, the newest `most` of it."""
    limits, sight = limits_of(filters, on), current().units("incident")
    if filters.text.strip():
        ids = newest_found(Incident.objects.all(), sight, limits, filters.text, most)
        seen = Incident.objects.filter(pk__one_of=ids)
    else:
        seen = Incident.objects.filter(limits, sight.rows(unit="responsible_unit"))
    found = seen.select_related("unit", "responsible_unit").order_by("-reported_at", "-pk")
    return list(found[:most])


def earlier_than(place: Place | None) -> Q:
    if place is None:
        return Q()
    at, pk = place
    return Q(reported_at__lt=at) | Q(reported_at=at, pk__lt=pk)


def attachment(uuid: UUID) -> Attachment | None:
    return Attachment.objects.select_related("incident").filter(uuid=uuid).first()


def known_reporter(incident: Incident) -> Person | None:
    """Who reported, as far as the person in scope may know; fetched with the incident."""
    try:
        return incident.reporter.person
    except Reporter.DoesNotExist:
        return None


def recused_from(incident: Incident) -> list[Person]:
    """Who never sees the incident. Asked as the system, since nobody else may know."""
    with acting(SYSTEM):
        found = Recusal.objects.filter(incident=incident).select_related("person")
        return [recusal.person for recusal in found]


def posts_of(incident: Incident) -> list[tuple[Unit, str]]:
    """The posts that a case past the line is opened to now: the unit, and the role if not leader."""
    with acting(SYSTEM):
        found = Grant.objects.filter(kind="incident", record_id=incident.pk, part=CASE_PART)
        live = found.filter(until__isnull=True).select_related("unit")
        return [(grant.unit, grant.role) for grant in live if grant.unit]
