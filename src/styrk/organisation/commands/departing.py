"""What a person holds ends with the person's last day, and as agreed again when that day is another."""

from collections import defaultdict
from collections.abc import Collection
from datetime import date, timedelta
from typing import NamedTuple

from django.db.models import DateField, F, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Cast, Least

from styrk.organisation.models import Appointment, Deputyship, Person, Unit
from styrk.organisation.rules import LEADER
from styrk.organisation.told import Touched


class Held(NamedTuple):
    person_id: int
    unit_id: int
    role: str
    valid_to: date | None


def fit_posts(people: Collection[int]) -> dict[int, Touched]:
    """Let what these people (by id) hold end with their last day, and be as agreed where there is none.

    A post that would begin after the last day is taken away. Part of an act that records itself.
    """
    if not people:
        return {}
    before = _held(people)
    last_day = Person.objects.filter(pk=OuterRef("person_id")).values("left_on")[:1]
    for posts, same in ((Appointment, ("unit", "role")), (Deputyship, ("unit",))):
        theirs = posts.objects.filter(person__one_of=people)
        _give_back(theirs.filter(ends_with_person=True), posts.objects.all(), same)
        leaving = theirs.filter(person__left_on__isnull=False)
        leaving.filter(valid_from__gt=F("person__left_on")).delete()
        lasting = Q(valid_to__isnull=True) | Q(valid_to__gt=F("person__left_on"))
        leaving.filter(lasting).update(
            ends_with_person=True, agreed_to=F("valid_to"), valid_to=Subquery(last_day)
        )
    return _touched(before, _held(people))


def let_posts_end(people: Collection[int]) -> None:
    """What ended with these people (by id) stays ended. Part of an act that records itself."""
    for posts in (Appointment, Deputyship) if people else ():
        cut = posts.objects.filter(person__one_of=people, ends_with_person=True)
        cut.update(ends_with_person=False, agreed_to=None)


def _give_back(
    cut: QuerySet[Appointment] | QuerySet[Deputyship],
    every: QuerySet[Appointment] | QuerySet[Deputyship],
    same: tuple[str, ...],
) -> None:
    """As agreed, but no longer than the unit, nor into the same post given anew."""
    later = every.filter(
        person=OuterRef("person"),
        valid_from__gt=OuterRef("valid_from"),
        **{name: OuterRef(name) for name in same},
    ).order_by("valid_from")
    day_before = Cast(F("valid_from") - timedelta(days=1), DateField())
    unit = Unit.objects.filter(pk=OuterRef("unit_id"))
    cut.update(
        valid_to=Least(
            F("agreed_to"),
            Subquery(unit.values("valid_to")[:1]),
            Subquery(later.values(day=day_before)[:1]),
        ),
        ends_with_person=False,
        agreed_to=None,
    )


def _held(people: Collection[int]) -> dict[tuple[str, int], Held]:
    fields = ("pk", "person_id", "unit_id")
    appointed = Appointment.objects.filter(person__one_of=people)
    acting = Deputyship.objects.filter(person__one_of=people)
    return {
        ("post", pk): Held(*rest)
        for pk, *rest in appointed.values_list(*fields, "role", "valid_to")
    } | {
        ("deputy", pk): Held(person, unit, LEADER, until)
        for pk, person, unit, until in acting.values_list(*fields, "valid_to")
    }


def _touched(
    before: dict[tuple[str, int], Held], after: dict[tuple[str, int], Held]
) -> dict[int, Touched]:
    found: dict[int, Touched] = defaultdict(Touched)
    for key, held in before.items():
        if after.get(key) == held:
            continue
        found[held.person_id].units.add(held.unit_id)
        if held.role == LEADER:
            found[held.person_id].led.add(held.unit_id)
    return found
