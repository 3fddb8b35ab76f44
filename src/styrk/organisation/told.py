"""What stands in the trail of a change of the organisation, made on a page or read in from a file.

Posts are told of the person and name the unit, so that both can show it.
"""

from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import date, timedelta

from styrk.organisation.models import Appointment, Deputyship, Person, Unit
from styrk.organisation.rules import LEADER
from styrk.trail.commands import Act


@dataclass
class Touched:
    """The units (ids) where a post of the person changed, and those of them led or acted for."""

    units: set[int] = field(default_factory=set)
    led: set[int] = field(default_factory=set)

    def detail(self) -> dict[str, list[int]]:
        return {"units": sorted(self.units), "led": sorted(self.led)}


def founded(unit: Unit) -> Act:
    text = f"Opprettet enheten {unit.name} ({unit.code})"
    return _of_unit("found_unit", unit, text, since=f"{unit.valid_from}")


def renamed(unit: Unit, before: str, since: date) -> Act:
    """A new name; or, with the same name as before, a new word for the level."""
    text = (
        f"Endret nivået for {unit.name} til {unit.level or 'ingenting'}"
        if before == unit.name
        else f"Ga enheten navnet {unit.name} (før: {before})"
    )
    return _of_unit("rename_unit", unit, text, since=f"{since}", before=before)


def moved(unit: Unit, before: Unit | None, after: Unit | None, since: date) -> Act:
    text = f"Flyttet {unit.name} fra {_named(before)} til {_named(after)}"
    places = {"old_parent": before and before.pk, "new_parent": after and after.pk}
    return _of_unit("move_unit", unit, text, since=f"{since}", **places)


def facts_of_unit(unit: Unit, changed: Collection[str]) -> Act:
    text = f"Endret opplysninger om {unit.name}"
    return _of_unit("change_unit", unit, text, changed=sorted(changed))


def ended_unit(unit: Unit, posts_ended: int) -> Act:
    text = f"Avsluttet enheten {unit.name}"
    return _of_unit("end_unit", unit, text, until=f"{unit.valid_to}", posts_ended=posts_ended)


def registered(person: Person) -> Act:
    return _of_person("register_person", person, f"Registrerte {person.name}")


def facts_of_person(person: Person, changed: Collection[str]) -> Act:
    text = f"Endret opplysninger om {person.name}"
    return _of_person("change_person", person, text, changed=list(changed))


def leaves(person: Person, before: date | None, touched: Touched | None) -> Act:
    """The last day, or another one than `before`."""
    ends = f"{person.left_on:%d.%m.%Y}"
    text = (
        f"Endret siste dag for {person.name} fra {before:%d.%m.%Y} til {ends}"
        if before
        else f"Registrerte at {person.name} slutter, siste dag {ends}"
    )
    return _of_departure("record_departure", person, text, before, touched)


def stays(person: Person, before: date, touched: Touched | None) -> Act:
    text = f"Registrerte at {person.name} likevel ikke har sluttet"
    return _of_departure("take_back_departure", person, text, before, touched)


def returns(person: Person, before: date) -> Act:
    text = f"Registrerte at {person.name} har begynt igjen"
    return _of_departure("record_return", person, text, before, None)


def _of_departure(
    act: str, person: Person, text: str, before: date | None, touched: Touched | None
) -> Act:
    days = {
        "left_on": f"{person.left_on}" if person.left_on else None,
        "before": f"{before}" if before else None,
    }
    return _of_person(act, person, text, **days, **(touched or Touched()).detail())


def appointed(post: Appointment) -> Act:
    text = f"Ga {post.person.name} {_called(post.role)} i {post.unit.name}"
    return _of_post("appoint", post, text, role=post.role)


def prolonged(post: Appointment, before: date) -> Act:
    """The role lasts longer than `before`: what is given is the time after it."""
    text = f"Forlenget {_called(post.role)} for {post.person.name} i {post.unit.name}"
    since = f"{before + timedelta(days=1)}"
    return _of_post("prolong_appointment", post, text, role=post.role, since=since)


def ended_appointment(post: Appointment) -> Act:
    text = f"Avsluttet {_called(post.role)} for {post.person.name} i {post.unit.name}"
    return _of_post("end_appointment", post, text, role=post.role)


def deputised(post: Deputyship) -> Act:
    text = f"Gjorde {post.person.name} til stedfortreder i {post.unit.name}"
    return _of_post("name_deputy", post, text)


def ended_deputyship(post: Deputyship) -> Act:
    text = f"Avsluttet at {post.person.name} er stedfortreder i {post.unit.name}"
    return _of_post("end_deputyship", post, text)


def _of_unit(act: str, unit: Unit, text: str, **detail: object) -> Act:
    return Act(act, "unit", unit.pk, text, unit.trust_id, detail)


def _of_person(act: str, person: Person, text: str, **detail: object) -> Act:
    trust_id = person.home_unit.trust_id if person.home_unit else None
    return Act(act, "person", person.pk, text, trust_id, detail)


def _of_post(act: str, post: Appointment | Deputyship, text: str, **detail: object) -> Act:
    period = {"since": f"{post.valid_from}", "until": f"{post.valid_to}" if post.valid_to else None}
    facts = {"unit": post.unit_id, **period, **detail}
    return Act(act, "person", post.person_id, text, post.unit.trust_id, facts)


def _called(role: str) -> str:
    return "ansvaret som leder" if role == LEADER else "en rolle"


def _named(unit: Unit | None) -> str:
    return unit.name if unit else "toppen"
