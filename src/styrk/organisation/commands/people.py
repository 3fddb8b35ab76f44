"""Registering people, changing what is known of them, and their departure."""

from collections.abc import Collection
from datetime import date, datetime

from django.db.models import F, Max, OuterRef, Q, Subquery

from styrk.core import clock
from styrk.organisation.commands import refusals
from styrk.organisation.commands.revision import changing
from styrk.organisation.models import Appointment, Deputyship, Person, Unit
from styrk.organisation.rules import LEADER
from styrk.trail.commands import already_done, command, record


@command
def register_person(
    *,
    name: str,
    title: str = "",
    email: str = "",
    employee_number: str | None = None,
    home_unit: Unit | None = None,
    by: Person | None,
    now: datetime,
) -> Person:
    """A new person, without posts and without a login. Raises MissingText, NumberTaken."""
    changing()
    _check(name, employee_number)
    person = Person.objects.create(
        name=name, title=title, email=email, employee_number=employee_number, home_unit=home_unit
    )
    _record(by, now, "register_person", person, f"Registrerte {name}")
    return person


@command
def change_person(
    *,
    person: Person,
    name: str,
    title: str,
    email: str,
    home_unit: Unit | None,
    by: Person | None,
    now: datetime,
) -> Person:
    """New facts about a person. The trail tells which, not what they were. Raises MissingText."""
    changing()
    _check(name, None)
    facts = {"name": name, "title": title, "email": email, "home_unit": home_unit}
    person.refresh_from_db()
    changed = [field for field, value in facts.items() if getattr(person, field) != value]
    for field in changed:
        setattr(person, field, facts[field])
    if not changed:
        already_done()
        return person
    person.save(update_fields=changed)
    _record(by, now, "change_person", person, f"Endret opplysninger om {name}", changed=changed)
    return person


@command
def record_departure(*, person: Person, left_on: date, by: Person | None, now: datetime) -> Person:
    """The person's last day. Posts and deputyships end with it; those to come are taken away.

    From the day after, the account, its sessions and the person's tokens open nothing, and what waits
    for the person falls to the leader there. Raises OwnDeparture, and HeldLater where a post has begun
    after the day, because history is not taken away.
    """
    if by and by.pk == person.pk:
        raise refusals.OwnDeparture
    changing()
    _check_begun(person, left_on, clock.day(now))
    lasting = Q(valid_to__isnull=True) | Q(valid_to__gt=left_on)
    ended = _ended_with(person, lasting)
    person.left_on = left_on
    person.save(update_fields=["left_on"])
    end_posts_of([person.pk])
    text = f"Registrerte at {person.name} slutter"
    _record(by, now, "record_departure", person, text, left_on=f"{left_on}", **ended)
    return person


@command
def take_back_departure(*, person: Person, by: Person | None, now: datetime) -> Person:
    """The person is here after all, or again. Posts that ended are given anew."""
    changing()
    person.refresh_from_db()
    if person.left_on is None:
        already_done()
        return person
    person.left_on = None
    person.save(update_fields=["left_on"])
    _record(
        by, now, "take_back_departure", person, f"Registrerte at {person.name} ikke har sluttet"
    )
    return person


def _check_begun(person: Person, left_on: date, today: date) -> None:
    for posts in (person.appointments, person.deputyships):
        begun = posts.filter(valid_from__gt=left_on, valid_from__lte=today)
        last = begun.aggregate(last=Max("valid_from"))["last"]
        if last:
            raise refusals.HeldLater(person.name, last)


def end_posts_of(left: Collection[int]) -> None:
    """End what these people (by id) hold with their last day. Part of an act that records itself."""
    last_day = Person.objects.filter(pk=OuterRef("person_id")).values("left_on")[:1]
    for posts in (Appointment, Deputyship) if left else ():
        theirs = posts.objects.filter(person__one_of=left)
        theirs.filter(valid_from__gt=F("person__left_on")).delete()
        lasting = Q(valid_to__isnull=True) | Q(valid_to__gt=F("person__left_on"))
        theirs.filter(lasting).update(valid_to=Subquery(last_day))


def _ended_with(person: Person, lasting: Q) -> dict[str, list[int]]:
    """The units where a post ends, and those of them that the person led or acted as leader of."""
    held = set(person.appointments.filter(lasting).values_list("unit_id", "role"))
    held |= {
        (pk, LEADER) for pk in person.deputyships.filter(lasting).values_list("unit_id", flat=True)
    }
    return {
        "units": sorted({pk for pk, _role in held}),
        "led": sorted({pk for pk, role in held if role == LEADER}),
    }


def _check(name: str, employee_number: str | None) -> None:
    if not name.strip():
        raise refusals.MissingText(refusals.NAME)
    if employee_number and Person.objects.filter(employee_number=employee_number).exists():
        raise refusals.NumberTaken(employee_number)


def _record(
    by: Person | None, now: datetime, act: str, person: Person, text: str, **detail: object
) -> None:
    trust_id = person.home_unit.trust_id if person.home_unit else None
    record(
        by=by,
        now=now,
        act=act,
        subject="person",
        subject_id=person.pk,
        text=text,
        trust_id=trust_id,
        **detail,
    )
