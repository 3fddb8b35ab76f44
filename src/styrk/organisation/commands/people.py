"""Registering people, changing what is known of them, and their departure."""

from datetime import date, datetime
from uuid import UUID

from django.db.models import Max

from styrk.core import clock, ids
from styrk.organisation import told
from styrk.organisation.commands import refusals
from styrk.organisation.commands.departing import fit_posts, let_posts_end
from styrk.organisation.commands.revision import changing
from styrk.organisation.models import Person, Unit
from styrk.organisation.rules import has_left
from styrk.trail.commands import already_done, command, record_all


@command
def register_person(
    *,
    name: str,
    title: str = "",
    email: str = "",
    employee_number: str | None = None,
    home_unit: Unit | None = None,
    uuid: UUID | None = None,
    by: Person | None,
    now: datetime,
) -> Person:
    """A new person, without posts and without a login. Raises MissingText, NumberTaken.

    `uuid` is the form's own: sent twice it gives one person.
    """
    changing()
    uuid = uuid or ids.new_uuid()
    if made := Person.objects.filter(uuid=uuid).first():
        already_done()
        return made
    _check(name, employee_number, clock.day(now))
    person = Person.objects.create(
        uuid=uuid,
        name=name,
        title=title,
        email=email,
        employee_number=employee_number,
        home_unit=home_unit,
    )
    record_all([told.registered(person)], by=by, now=now)
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
    _check(name, None, clock.day(now))
    facts = {"name": name, "title": title, "email": email, "home_unit": home_unit}
    person.refresh_from_db()
    changed = [field for field, value in facts.items() if getattr(person, field) != value]
    for field in changed:
        setattr(person, field, facts[field])
    if not changed:
        already_done()
        return person
    person.save(update_fields=changed)
    record_all([told.facts_of_person(person, changed)], by=by, now=now)
    return person


@command
def record_departure(*, person: Person, left_on: date, by: Person | None, now: datetime) -> bool:
    """The person's last day; whether that is anything new. Posts and deputyships end with it; those to come are taken away. With
    another last day than before they end with that one.

    From the day after, the account, its sessions and the person's tokens open nothing, and what waits
    for the person falls to the leader there. Raises OwnDeparture, and HeldLater where a post has begun
    after the day, because history is not taken away.
    """
    if by and by.pk == person.pk:
        raise refusals.OwnDeparture
    changing()
    person.refresh_from_db()
    _check_begun(person, left_on, clock.day(now))
    before, person.left_on = person.left_on, left_on
    person.save(update_fields=["left_on"])
    touched = fit_posts([person.pk])
    if before == left_on and not touched:
        already_done()
        return False
    record_all([told.leaves(person, before, touched.get(person.pk))], by=by, now=now)
    return True


@command
def take_back_departure(*, person: Person, by: Person | None, now: datetime) -> Person:
    """The person never left: the departure was wrong, and what ended with it is as it was agreed.

    Posts that had not begun are given anew. Raises OwnDeparture, IsHere.
    """
    before = _last_day(person, by)
    _here_again(person)
    touched = fit_posts([person.pk])
    record_all([told.stays(person, before, touched.get(person.pk))], by=by, now=now)
    return person


@command
def record_return(*, person: Person, by: Person | None, now: datetime) -> Person:
    """The person had left and is here again, without posts: those are given anew.

    Raises OwnDeparture, IsHere, and NotGone where the last day has not passed.
    """
    before = _last_day(person, by)
    if before >= clock.day(now):
        raise refusals.NotGone(person.name, before)
    _here_again(person)
    let_posts_end([person.pk])
    record_all([told.returns(person, before)], by=by, now=now)
    return person


def _last_day(person: Person, by: Person | None) -> date:
    """As it stands, held until it is another."""
    if by and by.pk == person.pk:
        raise refusals.OwnDeparture
    changing()
    person.refresh_from_db()
    if person.left_on is None:
        raise refusals.IsHere
    return person.left_on


def _here_again(person: Person) -> None:
    person.left_on = None
    person.save(update_fields=["left_on"])


def _check_begun(person: Person, left_on: date, today: date) -> None:
    for posts in (person.appointments, person.deputyships):
        begun = posts.filter(valid_from__gt=left_on, valid_from__lte=today)
        last = begun.aggregate(last=Max("valid_from"))["last"]
        if last:
            raise refusals.HeldLater(person.name, last)


def _check(name: str, employee_number: str | None, on: date) -> None:
    if not name.strip():
        raise refusals.MissingText(refusals.NAME)
    taken = employee_number and Person.objects.filter(employee_number=employee_number).first()
    if employee_number and taken:
        raise refusals.NumberTaken(employee_number, has_left=has_left(taken, on))
