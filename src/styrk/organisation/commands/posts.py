"""Giving and ending roles at units, and deputies for the leader."""

from datetime import date, datetime

from styrk.organisation import told
from styrk.organisation.commands import refusals
from styrk.organisation.commands.revision import changing
from styrk.organisation.models import Appointment, Deputyship, Person, Unit
from styrk.organisation.rules import holds, overlapping
from styrk.trail.commands import command, record_all


@command
def appoint(
    *,
    person: Person,
    unit: Unit,
    role: str,
    valid_from: date,
    valid_to: date | None = None,
    by: Person | None,
    now: datetime,
) -> Appointment:
    """Give a person a role at a unit. Which role codes there are is known by `access`, not here.

    Raises MissingText, EndsTooEarly, NotInForce (the unit), Overlap.
    """
    changing()
    if not role.strip():
        raise refusals.MissingText(refusals.ROLE)
    _check_period(unit, valid_from, valid_to)
    same = Appointment.objects.filter(person=person, unit=unit, role=role)
    if same.filter(overlapping(valid_from, valid_to)).exists():
        raise refusals.Overlap(person.name, unit.name)
    post = Appointment.objects.create(
        person=person, unit=unit, role=role, valid_from=valid_from, valid_to=valid_to
    )
    record_all([told.appointed(post)], by=by, now=now)
    return post


@command
def end_appointment(
    *, appointment: Appointment, valid_to: date, by: Person | None, now: datetime
) -> Appointment:
    """The last day of a role. Raises EndsTooEarly, EndsAlready (before that day)."""
    changing()
    _end(appointment, valid_to)
    record_all([told.ended_appointment(appointment)], by=by, now=now)
    return appointment


@command
def name_deputy(
    *,
    person: Person,
    unit: Unit,
    valid_from: date,
    valid_to: date | None,
    reason: str = "",
    by: Person | None,
    now: datetime,
) -> Deputyship:
    """Let a person act as the unit's leader for a time; the leader keeps the responsibility.

    Raises EndsTooEarly, NotInForce (the unit), Overlap.
    """
    changing()
    _check_period(unit, valid_from, valid_to)
    same = Deputyship.objects.filter(person=person, unit=unit)
    if same.filter(overlapping(valid_from, valid_to)).exists():
        raise refusals.Overlap(person.name, unit.name)
    post = Deputyship.objects.create(
        person=person, unit=unit, valid_from=valid_from, valid_to=valid_to, reason=reason
    )
    record_all([told.deputised(post)], by=by, now=now)
    return post


@command
def end_deputyship(
    *, deputyship: Deputyship, valid_to: date, by: Person | None, now: datetime
) -> Deputyship:
    """The last day of a deputyship. Raises EndsTooEarly, EndsAlready (before that day)."""
    changing()
    _end(deputyship, valid_to)
    record_all([told.ended_deputyship(deputyship)], by=by, now=now)
    return deputyship


def _check_period(unit: Unit, start: date, end: date | None) -> None:
    if end and end < start:
        raise refusals.EndsTooEarly(start)
    if not holds(unit, start, end):
        raise refusals.NotInForce(unit.name, unit.valid_from, unit.valid_to)


def _end(post: Appointment | Deputyship, valid_to: date) -> None:
    if valid_to < post.valid_from:
        raise refusals.EndsTooEarly(post.valid_from)
    if post.valid_to and post.valid_to < valid_to:
        raise refusals.EndsAlready(post.valid_to)
    post.valid_to, post.ends_with_person, post.agreed_to = valid_to, False, None
    post.save(update_fields=["valid_to", "ends_with_person", "agreed_to"])
