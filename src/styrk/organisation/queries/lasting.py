"""Posts and deputyships one by one: those that last or are to come, and each by what names it."""

from collections.abc import Collection
from datetime import date
from uuid import UUID

from django.db.models import Q

from styrk.organisation.models import Appointment, Deputyship, Person, Unit


def appointments_from(unit: Unit, on: date) -> list[Appointment]:
    """The posts at a unit on a day and after it, with their people."""
    posts = unit.appointments.filter(_lasting(on)).select_related("person")
    return list(posts.order_by("role", "person__name", "valid_from"))


def deputyships_from(unit: Unit, on: date) -> list[Deputyship]:
    """Who acts for the leader of a unit on a day and after it."""
    posts = unit.deputyships.filter(_lasting(on)).select_related("person")
    return list(posts.order_by("valid_from", "person__name"))


def appointment_of(unit: Unit, person: UUID, role: str, since: date) -> Appointment | None:
    posts = unit.appointments.filter(person__uuid=person, role=role, valid_from=since)
    return posts.select_related("person", "unit").first()


def deputyship_of(unit: Unit, person: UUID, since: date) -> Deputyship | None:
    posts = unit.deputyships.filter(person__uuid=person, valid_from=since)
    return posts.select_related("person", "unit").first()


def units_of_posts(person: Person, on: date) -> frozenset[int]:
    """The ids of the units where a person holds or is to hold a post, or acts for the leader; also
    where that comes back if the person has not left after all."""
    there = _lasting(on) | Q(ends_with_person=True)
    held = person.appointments.filter(there).values_list("unit_id")
    acting = person.deputyships.filter(there).values_list("unit_id")
    return frozenset(pk for (pk,) in held.union(acting))


def posts_outside(people: Collection[int], within: Collection[int], on: date) -> frozenset[int]:
    """Those of the people (ids) who hold or are to hold a post elsewhere than at these units (ids), or
    act for the leader there; also where that comes back. One query, and none about nobody."""
    if not people:
        return frozenset()
    there = _lasting(on) | Q(ends_with_person=True)
    held, acting = (
        posts.objects.filter(there, person__one_of=people).exclude(unit__one_of=within)
        for posts in (Appointment, Deputyship)
    )
    found = held.values_list("person_id").union(acting.values_list("person_id"))
    return frozenset(pk for (pk,) in found)


def posts_from(person: Person, on: date) -> list[Appointment]:
    """What a person holds on a day and after it, with the units."""
    posts = person.appointments.filter(_lasting(on)).select_related("unit")
    return list(posts.order_by("unit__name", "valid_from"))


def acting_from(person: Person, on: date) -> list[Deputyship]:
    """Where a person acts for the leader on a day and after it."""
    posts = person.deputyships.filter(_lasting(on)).select_related("unit")
    return list(posts.order_by("unit__name", "valid_from"))


def ended_with(person: Person) -> tuple[list[Appointment], list[Deputyship]]:
    """What ended with the person's last day before it was to end, with the units."""
    held = person.appointments.filter(ends_with_person=True).select_related("unit")
    acting = person.deputyships.filter(ends_with_person=True).select_related("unit")
    return list(held.order_by("unit__name", "role")), list(acting.order_by("unit__name"))


def _lasting(on: date) -> Q:
    return Q(valid_to__isnull=True) | Q(valid_to__gte=on)
