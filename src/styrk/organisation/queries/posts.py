"""Who leads, who acts for them, and who holds which post, on any day."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from styrk.organisation.models import Appointment, Deputyship, Person, Unit
from styrk.organisation.queries.units import line_above
from styrk.organisation.rules import LEADER, in_force, overlapping

type PeopleByUnit = dict[int, list[Person]]


@dataclass(frozen=True)
class Held:
    """Who had the responsibility for a unit, and who acted for them."""

    leaders: list[Person]
    deputies: list[Person]


@dataclass(frozen=True)
class Gaps:
    """Units in force without a responsible leader, and units with more than one (unit, leaders)."""

    without: list[Unit]
    doubled: list[tuple[Unit, list[Person]]]
    without_total: int
    doubled_total: int
    units_total: int


def responsible_leaders(unit_ids: Iterable[int], on: date) -> PeopleByUnit:
    """The leaders of each unit asked for: none, one, or by mistake several. One query."""
    return _by_unit(unit_ids, _leading(on))


def deputies(unit_ids: Iterable[int], on: date) -> PeopleByUnit:
    """Those who act for the leader of each unit asked for. One query."""
    return _by_unit(unit_ids, Deputyship.objects.filter(in_force(on)))


def _by_unit(
    unit_ids: Iterable[int], posts: QuerySet[Appointment] | QuerySet[Deputyship]
) -> PeopleByUnit:
    asked: PeopleByUnit = {pk: [] for pk in unit_ids}
    rows = posts.filter(unit__one_of=asked).select_related("person").order_by("valid_from", "pk")
    for post in rows if asked else ():
        if post.person not in asked[post.unit_id]:
            asked[post.unit_id].append(post.person)
    return asked


class Beside(NamedTuple):
    """That another leads the unit at the same time: from and to, both days included."""

    person: Person
    first: date
    last: date | None


def leading_beside(post: Appointment) -> list[Beside]:
    """The days that others lead the unit together with the one who holds this post."""
    others = Appointment.objects.filter(
        overlapping(post.valid_from, post.valid_to), unit_id=post.unit_id, role=LEADER
    ).exclude(person_id=post.person_id)
    found = others.select_related("person").order_by("valid_from", "pk")
    return [Beside(other.person, *_both(post, other)) for other in found]


def _both(one: Appointment, other: Appointment) -> tuple[date, date | None]:
    ends = [post.valid_to for post in (one, other) if post.valid_to]
    return max(one.valid_from, other.valid_from), min(ends, default=None)


def who_led(unit: Unit, on: date) -> Held:
    """Who was responsible for the unit on a day, past or present, and who acted for them."""
    return Held(
        responsible_leaders([unit.pk], on)[unit.pk],
        deputies([unit.pk], on)[unit.pk],
    )


def holder_of(unit: Unit, role: str, on: date) -> list[Person]:
    """Who acts in a role at a unit: those appointed, and for the leader also the deputies."""
    if role == LEADER:
        held = who_led(unit, on)
        return list(dict.fromkeys([*held.leaders, *held.deputies]))
    return _by_unit([unit.pk], Appointment.objects.filter(in_force(on), role=role))[unit.pk]


def led_by(person: Person, unit: Unit, on: date) -> Unit | None:
    """The unit, or the nearest above it in the same trust, that the person leads."""
    line = [int(pk) for pk in unit.path.split(".") if pk]
    posts = _leading(on).filter(person=person, unit__one_of=line, unit__trust_id=unit.trust_id)
    found = [post.unit for post in posts.select_related("unit")]
    return max(found, key=lambda led: len(led.path), default=None)


def nearest_leader_above(
    unit: Unit, on: date, without: Collection[int] = ()
) -> tuple[Unit, Person] | None:
    """The closest unit above with a leader who is not among `without` (ids of persons)."""
    line = line_above(unit, on=on)
    led = responsible_leaders([above.pk for above in line], on)
    for above in line:
        for person in led[above.pk]:
            if person.pk not in without:
                return above, person
    return None


def leadership_gaps(unit_ids: Collection[int], on: date, *, limit: int | None = None) -> Gaps:
    """Which of these units lack a leader, and which have several, in the order of names.

    `limit` is how many of each are fetched; the totals are counted whatever the limit.
    """
    within = Unit.objects.filter(in_force(on), pk__one_of=unit_ids)
    units = within.select_related("parent").order_by("name", "pk")
    unled, several = ~Exists(_leading(on).filter(unit=OuterRef("pk"))), _several(unit_ids, on)
    doubled = list(units.filter(several)[:limit])
    people = responsible_leaders([unit.pk for unit in doubled], on)
    totals = within.aggregate(
        units_total=Count("pk"),
        without_total=Count("pk", filter=unled),
        doubled_total=Count("pk", filter=several),
    )
    return Gaps(
        without=list(units.filter(unled)[:limit]),
        doubled=[(unit, people[unit.pk]) for unit in doubled],
        **totals,
    )


def _leading(on: date) -> QuerySet[Appointment]:
    return Appointment.objects.filter(in_force(on), role=LEADER)


def _several(unit_ids: Collection[int], on: date) -> Q:
    led = _leading(on).filter(unit__one_of=unit_ids).values("unit").order_by()
    counted = led.annotate(people=Count("person", distinct=True)).filter(people__gt=1)
    return Q(pk__in=counted.values("unit"))


def posts_at(unit: Unit, on: date) -> list[Appointment]:
    """The posts in force at a unit, with their people."""
    posts = unit.appointments.filter(in_force(on)).select_related("person")
    return list(posts.order_by("role", "person__name", "pk"))


def holders_below(unit: Unit, roles: Collection[str], on: date) -> list[Person]:
    """Everyone who holds one of the roles at the unit or below it, each once, by name."""
    posts = Appointment.objects.filter(
        in_force(on), role__in=roles, unit__path__startswith=unit.path
    )
    return list(Person.objects.filter(pk__in=posts.values("person")).order_by("name", "pk"))


def home_units(person: Person, on: date) -> list[Unit]:
    """The units a person belongs to on a day: the home unit first, then where they hold posts."""
    theirs = (
        Q(pk=person.home_unit_id)
        | Q(pk__in=person.appointments.filter(in_force(on)).values("unit"))
        | Q(pk__in=person.deputyships.filter(in_force(on)).values("unit"))
    )
    units = Unit.objects.filter(theirs).filter(in_force(on)).order_by("name", "pk")
    return sorted(units, key=lambda unit: unit.pk != person.home_unit_id)
