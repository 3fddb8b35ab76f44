"""Giving and ending roles at units, and deputies for the leader."""

from datetime import date, datetime

from styrk.organisation.commands import refusals
from styrk.organisation.commands.revision import changing
from styrk.organisation.models import Appointment, Deputyship, Person, Unit
from styrk.organisation.rules import LEADER, holds, overlapping
from styrk.trail.commands import command, record


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
    text = f"Ga {person.name} {_called(role)} i {unit.name}"
    _record(by, now, "appoint", post, text, role=role)
    return post


@command
def end_appointment(
    *, appointment: Appointment, valid_to: date, by: Person | None, now: datetime
) -> Appointment:
    """The last day of a role. Raises EndsTooEarly, EndsAlready (before that day)."""
    changing()
    _end(appointment, valid_to)
    who, where = appointment.person.name, appointment.unit.name
    text = f"Avsluttet {_called(appointment.role)} for {who} i {where}"
    _record(by, now, "end_appointment", appointment, text, role=appointment.role)
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
    _record(by, now, "name_deputy", post, f"Gjorde {person.name} til stedfortreder i {unit.name}")
    return post


@command
def end_deputyship(
    *, deputyship: Deputyship, valid_to: date, by: Person | None, now: datetime
) -> Deputyship:
    """The last day of a deputyship. Raises EndsTooEarly, EndsAlready (before that day)."""
    changing()
    _end(deputyship, valid_to)
    text = f"Avsluttet at {deputyship.person.name} er stedfortreder i {deputyship.unit.name}"
    _record(by, now, "end_deputyship", deputyship, text)
    return deputyship


def _called(role: str) -> str:
    return "ansvaret som leder" if role == LEADER else "en rolle"


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
    post.valid_to = valid_to
    post.save(update_fields=["valid_to"])


def _record(
    by: Person | None,
    now: datetime,
    act: str,
    post: Appointment | Deputyship,
    text: str,
    **detail: object,
) -> None:
    """One record, about the person; it names the unit, so that both can show it."""
    period = {"since": f"{post.valid_from}", "until": f"{post.valid_to}" if post.valid_to else None}
    record(
        by=by,
        now=now,
        act=act,
        subject="person",
        subject_id=post.person_id,
        text=text,
        trust_id=post.unit.trust_id,
        unit=post.unit_id,
        **period,
        **detail,
    )
