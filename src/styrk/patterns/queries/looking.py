"""Where a unit's leader is to be told that something goes again, and where one waits to look."""

from collections.abc import Collection
from datetime import datetime, timedelta
from uuid import UUID

from django.db.models import QuerySet

from styrk.access.permissions import Permission
from styrk.access.queries import Standing
from styrk.core import clock
from styrk.duties.models import Duty
from styrk.incidents.models import Incident
from styrk.organisation.models import Person, Unit
from styrk.organisation.queries import nearest_leader_above, responsible_leaders, unit_by_uuid
from styrk.patterns.types import LOOK

# Longer than from one night to the next, so that a night that was missed is made up for.
LATELY = timedelta(days=3)


def to_look_at(now: datetime) -> list[tuple[Unit, Person]]:
    """The units where something was reported lately, or one waits to look, with who leads there or above.

    Asked as the system.
    """
    reported = Incident.objects.filter(reported_at__gte=now - LATELY, past_line=False)
    paths = reported.order_by().values_list("responsible_unit__path", flat=True).distinct()
    ids = {int(pk) for path in paths for pk in path.split(".") if pk}
    ids |= set(_waiting().values_list("unit_id", flat=True))
    led = responsible_leaders(sorted(ids), clock.day(now))
    units = Unit.objects.filter(pk__one_of=sorted(ids)).order_by("path")
    with_leader = [(unit, _leader(unit, led[unit.pk], now)) for unit in units]
    return [(unit, leader) for unit, leader in with_leader if leader]


def _leader(unit: Unit, here: list[Person], now: datetime) -> Person | None:
    if here:
        return here[0]
    above = nearest_leader_above(unit, clock.day(now))
    return above[1] if above else None


def waits_for_a_look(unit: Unit) -> bool:
    return _waiting().filter(subject_uuid=unit.uuid).exists()


def _waiting() -> QuerySet[Duty]:
    return Duty.objects.filter(kind=LOOK, settled_at__isnull=True)


def look_titles(uuids: Collection[UUID]) -> dict[UUID, str]:
    found = Unit.objects.filter(uuid__one_of=uuids)
    return dict(found.values_list("uuid", "name"))


def units_handled(standing: Standing) -> list[Unit]:
    """The units of own posts, and for who handles in the whole organisation that one, the topmost first."""
    posts = {post.unit_id for post in standing.posts} | set(standing.trusts)
    mine = [pk for pk in posts if standing.allows(Permission.HANDLE_INCIDENTS, pk)]
    return list(Unit.objects.filter(pk__one_of=mine).order_by("path"))


def unit_handled(uuid: UUID, standing: Standing) -> Unit | None:
    """The unit, for one who handles incidents there, also from above."""
    unit = unit_by_uuid(uuid)
    return unit if unit and standing.allows(Permission.HANDLE_INCIDENTS, unit.pk) else None
