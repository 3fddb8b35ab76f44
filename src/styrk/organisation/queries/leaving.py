"""The units that are left without a leader when somebody leaves."""

from collections.abc import Collection, Iterable
from datetime import date, timedelta
from typing import NamedTuple

from styrk.organisation.models import Appointment, Person, Unit
from styrk.organisation.rules import LEADER


class Term(NamedTuple):
    """That somebody leads a unit (id), from and to; an open end is None."""

    unit_id: int
    valid_from: date
    valid_to: date | None


class Ended(NamedTuple):
    """That the person leads the unit no longer than this day."""

    unit: Unit
    person: Person
    until: date


class Unled(NamedTuple):
    """A unit that nobody leads from a day on, because the person does not any more."""

    unit: Unit
    person: Person
    since: date


def left_unled(people: Collection[int], today: date) -> list[Unled]:
    """The units that nobody leads after the last day of one of these people (ids). Two queries, and
    none about nobody."""
    if not people:
        return []
    posts = Appointment.objects.filter(person__one_of=people, role=LEADER, ends_with_person=True)
    ended = [
        Ended(post.unit, post.person, post.valid_to)
        for post in posts.select_related("unit", "person").order_by("unit__name", "pk")
        if post.valid_to
    ]
    return unled(ended, terms_at({one.unit.pk for one in ended}).values(), today)


def terms_at(units: Collection[int]) -> dict[int, Term]:
    """Each term of leadership at the units (ids), by the id of the post. One query."""
    led = Appointment.objects.filter(unit__one_of=units, role=LEADER)
    fields = ("pk", "unit_id", "valid_from", "valid_to")
    return {pk: Term(*rest) for pk, *rest in led.values_list(*fields)} if units else {}


def unled(ended: Iterable[Ended], terms: Iterable[Term], today: date) -> list[Unled]:
    """Where no term holds the day after, or today where that has been. A unit that ends needs none."""
    found: dict[int, Unled] = {}
    terms = list(terms)
    for unit, person, until in ended:
        since = max(until + timedelta(days=1), today)
        is_led = any(term.unit_id == unit.pk and _holds(term, since) for term in terms)
        if not is_led and (unit.valid_to is None or unit.valid_to >= since):
            found[unit.pk] = Unled(unit, person, since)
    return list(found.values())


def _holds(term: Term, on: date) -> bool:
    return term.valid_from <= on and (term.valid_to is None or term.valid_to >= on)
