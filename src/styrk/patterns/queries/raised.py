"""Samleavvik that were raised up the line: each as it was written and counted that day."""

from collections.abc import Collection
from datetime import date
from uuid import UUID

from django.db.models import QuerySet

from styrk.access.queries import Standing
from styrk.organisation.models import Person, Unit
from styrk.organisation.queries import led_by, nearest_leader_above
from styrk.patterns.models import IncidentGroup, Raising
from styrk.patterns.states import RaisedState

type NextLeader = tuple[Unit, Person]


def raised(uuid: UUID, _standing: Standing | None = None) -> Raising | None:
    """One that the person in scope may see."""
    return _whole().filter(uuid=uuid).first()


def hold_raised(uuid: UUID) -> Raising | None:
    """The same row, held until the transaction ends."""
    return Raising.objects.select_for_update(no_key=True).filter(uuid=uuid).first()


def raisings(group: IncidentGroup) -> list[Raising]:
    """Every time it was raised, also further up, the newest first."""
    return list(_whole().filter(group=group).order_by("-pk"))


def waiting(group: IncidentGroup) -> Raising | None:
    """The one that waits for an answer."""
    return _whole().filter(group=group, state=RaisedState.ASKED).first()


def raised_seen(_standing: Standing, uuids: Collection[UUID]) -> set[UUID]:
    return set(Raising.objects.filter(uuid__one_of=uuids).values_list("uuid", flat=True))


def raised_titles(uuids: Collection[UUID]) -> dict[UUID, str]:
    """Those of these that the person in scope may see."""
    found = Raising.objects.filter(uuid__one_of=uuids)
    return dict(found.values_list("uuid", "group__title"))


def next_leader(unit: Unit, by: Person, on: date) -> NextLeader | None:
    """Who comes next in the line above the unit, or above what this person leads; never beyond the trust."""
    start = led_by(by, unit, on) or unit
    found = nearest_leader_above(start, on, {by.pk})
    return found if found and found[0].trust_id == unit.trust_id else None


def _whole() -> QuerySet[Raising]:
    return Raising.objects.select_related(
        "group__unit", "from_unit", "to_unit", "raised_by", "answered_by", "after__raised_by"
    )
