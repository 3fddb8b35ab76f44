"""What the rows about people would change, and finding the people that rows about posts name."""

from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from django.db.models import Max, Q
from django.utils.translation import gettext as _

from styrk.organisation.imports.rows import PersonRow, Rows
from styrk.organisation.imports.unit_changes import Node
from styrk.organisation.models import Appointment, Person


@dataclass
class Known:
    """A person as they will be; `before` is None for a new one, whose `person` is not yet stored."""

    person: Person
    home: str
    before: Person | None = None
    row: PersonRow | None = None
    changed: dict[str, object] = field(default_factory=dict)

    @property
    def left(self) -> bool:
        """Whether the rows give the person a last day, or another one."""
        is_told = self.before is None or "left_on" in self.changed
        return is_told and self.person.left_on is not None

    def stays(self, on: date) -> bool:
        """Whether the rows say on this day that one who was to leave does not."""
        return self._is_back and self.left_before is not None and self.left_before >= on

    def returns(self, on: date) -> bool:
        """Whether the rows say on this day that one who had left is here again."""
        return self._is_back and self.left_before is not None and self.left_before < on

    @property
    def _is_back(self) -> bool:
        return "left_on" in self.changed and self.person.left_on is None

    @property
    def left_before(self) -> date | None:
        before = self.changed.get("left_on")
        return before if isinstance(before, date) else None


@dataclass(frozen=True)
class PersonChanges:
    """The people that rows name, by number, and those that rows make or change."""

    known: dict[str, Known]
    new: list[Known]
    changed: list[Known]
    unchanged: int


def number_of(person: Person) -> str:
    """What names a person in our files: the employee number, or the public identifier."""
    return person.employee_number or str(person.uuid)


def compare_people(rows: Rows, nodes: dict[str, Node]) -> PersonChanges:
    """Compare with the database; what cannot be is added to `rows.errors`. At most one query."""
    known = _stored(rows, nodes)
    told = list(_once(rows))
    for row in told:
        _check_home(row, nodes, rows)
        known[row.number] = _overlaid(known.get(row.number), row)
    about = [known[row.number] for row in told]
    new = [person for person in about if person.before is None]
    changed = [person for person in about if person.before and person.changed]
    return PersonChanges(known, new, changed, len(about) - len(new) - len(changed))


def check_departures(people: PersonChanges, rows: Rows) -> None:
    """Nobody has left before a post that they have got. At most one query."""
    leaving = {known.person.pk: known for known in people.changed if "left_on" in known.changed}
    posts = Appointment.objects.filter(person__one_of=leaving) if leaving else None
    for pk, last in posts.values_list("person_id").annotate(Max("valid_from")) if posts else ():
        known = leaving[pk]
        if known.row and known.person.left_on and last > known.person.left_on:
            text = _("Personen har en rolle fra %(day)s. Siste dag kan ikke være før den.")
            rows.refuse(known.row.where, "left_on", text % {"day": f"{last:%d.%m.%Y}"})


def _stored(rows: Rows, nodes: dict[str, Node]) -> dict[str, Known]:
    numbers = {row.number for row in rows.people} | {row.person for row in rows.posts}
    if not numbers:
        return {}
    codes = {node.pk: node.code for node in nodes.values() if node.pk}
    named = Q(employee_number__one_of=numbers) | Q(uuid__in=list(_identifiers(numbers)))
    found = Person.objects.filter(named)
    return {
        number_of(person): Known(person, codes.get(person.home_unit_id or 0, ""), before=person)
        for person in found
    }


def _identifiers(numbers: Iterable[str]) -> Iterable[UUID]:
    for number in numbers:
        with suppress(ValueError):
            yield UUID(number)


def _once(rows: Rows) -> Iterable[PersonRow]:
    seen: dict[str, PersonRow] = {}
    for row in rows.people:
        if row.number in seen:
            first = seen[row.number].where
            text = _("Nummeret «%(number)s» står også i %(file)s, rad %(row)s.")
            facts = {"number": row.number, "file": first.file, "row": first.row}
            rows.refuse(row.where, "number", text % facts)
        else:
            seen[row.number] = row
            yield row


def _check_home(row: PersonRow, nodes: dict[str, Node], rows: Rows) -> None:
    if row.home_unit and row.home_unit not in nodes and row.home_unit not in rows.refused:
        text = _("Enheten «%(code)s» finnes verken i filene eller i Styrk.")
        rows.refuse(row.where, "home_unit", text % {"code": row.home_unit})


def _overlaid(known: Known | None, row: PersonRow) -> Known:
    facts: dict[str, object] = {"name": row.name, "title": row.title, "email": row.email}
    if row.left_on or row.returns:
        facts["left_on"] = row.left_on
    if known is None:
        person = Person(employee_number=row.number, **facts)
        return Known(person, row.home_unit, row=row)
    known.row = row
    for name, value in facts.items():
        if getattr(known.person, name) != value:
            known.changed[name] = getattr(known.person, name)
            setattr(known.person, name, value)
    if known.home != row.home_unit:
        known.changed["home_unit"] = known.home
        known.home = row.home_unit
    return known
