"""Rotas and who is on call, and the calls that wait for a receipt."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime, timedelta
from uuid import UUID

from styrk.access.queries import Standing
from styrk.core import clock
from styrk.incidents import queries as incidents
from styrk.organisation.models import Unit
from styrk.organisation.queries import line_above
from styrk.serious import rules
from styrk.serious.models import Call, Rota, Shift
from styrk.serious.queries.sweeping import CASE

# A list one can look through.
MOST_ROTAS = 100
A_WEEK = timedelta(days=7)


def rotas() -> list[Rota]:
    """Those in sight."""
    found = Rota.objects.filter(ended_at__isnull=True).select_related("unit")
    return list(found.order_by("unit__path", "role", "pk")[:MOST_ROTAS])


def running_rotas() -> list[Rota]:
    """All that are in use."""
    return list(Rota.objects.filter(ended_at__isnull=True).select_related("unit").order_by("pk"))


def titles_of_rotas(uuids: Collection[UUID]) -> Mapping[UUID, str]:
    found = Rota.objects.filter(uuid__in=uuids).select_related("unit")
    return {one.uuid: f"{one.role}, {one.unit.name}" for one in found}


def units_to_keep(standing: Standing) -> list[Unit]:
    """The units of the person's own posts where a rota may be kept."""
    mine = [post.unit_id for post in standing.posts if rules.may_keep_rota(standing, post.unit_id)]
    return list(Unit.objects.filter(pk__in=mine).order_by("path"))


def rota(uuid: UUID, *, hold: bool = False) -> Rota | None:
    found = Rota.objects.filter(uuid=uuid, ended_at__isnull=True)
    if hold:
        found = found.select_for_update(no_key=True, of=("self",))
    return found.select_related("unit").first()


def shifts(rotas: Collection[Rota], since: datetime, to: datetime) -> Sequence[Shift]:
    """What is written of these from one moment to another, whatever holds of it."""
    found = Shift.objects.filter(rota__in=rotas, ends_at__gt=since, starts_at__lt=to)
    return list(found.select_related("person").order_by("pk"))


def coming(rotas: Collection[Rota], now: datetime) -> Sequence[Shift]:
    """Who is on call now and in the week to come."""
    return shifts(rotas, now, now + A_WEEK)


def rotas_for(unit: Unit, now: datetime) -> list[Rota]:
    """Of the unit, or of the nearest above in its trust that has any."""
    line = [unit, *line_above(unit, on=clock.day(now))]
    near = [one.pk for one in line if one.legal_id == unit.legal_id]
    by_unit: dict[int, list[Rota]] = {}
    for one in Rota.objects.filter(unit__in=near, ended_at__isnull=True).order_by("role", "pk"):
        by_unit.setdefault(one.unit_id, []).append(one)
    return next((by_unit[pk] for pk in near if pk in by_unit), [])


def call(uuid: UUID) -> Call | None:
    """A call, for whoever sees its case."""
    found = Call.objects.filter(uuid=uuid).select_related("event__incident", "person").first()
    seen = incidents.incident(found.event.incident.uuid) if found else None
    if found is None or seen is None:
        return None
    found.event.incident = seen
    return found


def unanswered(now: datetime) -> list[Call]:
    """Those that have waited as long as the rota says."""
    found = Call.objects.filter(answered_at__isnull=True, passed_at__isnull=True)
    parts = ("rota", "person", *(f"event__{name}" for name in CASE))
    return list(found.filter(waits_to__lte=now).select_related(*parts).order_by("waits_to", "pk"))
