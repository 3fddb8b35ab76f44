"""A small world for tests: a region with two trusts that look alike, and a municipality.

Made in few statements, because almost every test asks for it.
"""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db import connection

from styrk.access.models import Account
from styrk.access.queries import Standing, standing_of
from styrk.actions.models import Action
from styrk.core import clock, ids, scope
from styrk.incidents.models import Incident, Reporter
from styrk.organisation.commands import changing
from styrk.organisation.models import (
    Appointment,
    Deputyship,
    Person,
    Unit,
    UnitEdition,
)

SINCE = date(2020, 1, 1)
# Stands in every sensitive text of the neighbour trust, and nowhere else.
SECRET = "Kvitrosebark"

REGION = "r"
TRUST, NEIGHBOUR = "f", "g"
MUNICIPALITY = "k"
# Below each trust: code, name, level, parent. The neighbour has the very same.
TREE = (
    ("{}", "Fjordheim sykehus", "Helseforetak", REGION),
    ("{}.med", "Medisinsk klinikk", "Klinikk", "{}"),
    ("{}.med.1", "Indremedisinsk avdeling", "Avdeling", "{}.med"),
    ("{}.med.1.a", "Sengepost 1A", "Seksjon", "{}.med.1"),
    ("{}.med.1.b", "Sengepost 1B", "Seksjon", "{}.med.1"),
    ("{}.kir", "Kirurgisk klinikk", "Klinikk", "{}"),
    ("{}.kir.2", "Ortopedisk avdeling", "Avdeling", "{}.kir"),
    ("{}.kir.2.a", "Sengepost 2A", "Seksjon", "{}.kir.2"),
)
OTHERS = (
    (REGION, "Helse Prøve", "Regionalt helseforetak", None),
    (MUNICIPALITY, "Prøvedal kommune", "Kommune", None),
    ("k.helse", "Helse og omsorg", "Tjeneste", MUNICIPALITY),
    ("k.helse.hjem", "Hjemmetjenesten nord", "Enhet", "k.helse"),
)
# Key, name, title, unit, role.
PEOPLE = (
    ("nurse", "Nora Nilsen", "Sykepleier", "f.med.1.a", "employee"),
    ("colleague", "Kari Karlsen", "Sykepleier", "f.med.1.a", "employee"),
    ("other_nurse", "Berit Bakke", "Sykepleier", "f.med.1.b", "employee"),
    ("ward_leader", "Lars Lunde", "Seksjonsleder", "f.med.1.a", "leader"),
    ("deputy", "Dina Dahl", "Assisterende seksjonsleder", "f.med.1.a", "employee"),
    ("second_ward_leader", "Stein Sand", "Seksjonsleder", "f.med.1.b", "leader"),
    ("department_leader", "Astrid Aas", "Avdelingsleder", "f.med.1", "leader"),
    ("clinic_director", "Kristin Krogh", "Klinikksjef", "f.med", "leader"),
    ("other_leader", "Olav Olsen", "Seksjonsleder", "f.kir.2.a", "leader"),
    ("other_clinic_director", "Karl Kvam", "Klinikksjef", "f.kir", "leader"),
    ("quality_adviser", "Kine Kleppe", "Kvalitetsrådgiver", "f", "quality_adviser"),
    ("ceo", "Daniel Drange", "Administrerende direktør", "f", "leader"),
    ("board_chair", "Sigrid Solheim", "Styreleder", "f", "board_chair"),
    ("administrator", "Anders Amundsen", "Systemansvarlig", "f", "administrator"),
    ("outsider", "Unni Utgård", "Sykepleier", "g.med.1.a", "employee"),
    ("outsider_leader", "Ulf Urdal", "Seksjonsleder", "g.med.1.a", "leader"),
    ("outsider_ceo", "Ursula Uthaug", "Administrerende direktør", "g", "leader"),
    ("home_nurse", "Hanne Hauge", "Sykepleier", "k.helse.hjem", "employee"),
    ("home_leader", "Helge Hovland", "Enhetsleder", "k.helse.hjem", "leader"),
    ("municipal_director", "Mona Moen", "Kommunedirektør", "k", "leader"),
)


@dataclass(frozen=True)
class World:
    """Units by code and people by key; `their_incident` and `their_action` are the neighbour's."""

    units: dict[str, Unit]
    people: dict[str, Person]
    their_incident: Incident
    their_action: Action

    @property
    def region(self) -> Unit:
        return self.units[REGION]

    @property
    def trust(self) -> Unit:
        return self.units[TRUST]

    @property
    def clinic(self) -> Unit:
        return self.units["f.med"]

    @property
    def department(self) -> Unit:
        return self.units["f.med.1"]

    @property
    def ward(self) -> Unit:
        return self.units["f.med.1.a"]

    @property
    def second_ward(self) -> Unit:
        return self.units["f.med.1.b"]

    @property
    def other_clinic(self) -> Unit:
        return self.units["f.kir"]

    @property
    def other_ward(self) -> Unit:
        return self.units["f.kir.2.a"]

    @property
    def their_trust(self) -> Unit:
        return self.units[NEIGHBOUR]

    @property
    def their_ward(self) -> Unit:
        return self.units["g.med.1.a"]

    @property
    def municipality(self) -> Unit:
        return self.units[MUNICIPALITY]


def build(now: datetime) -> World:
    """The world as it stands at `now`, everyone with an account named after their key."""
    units = _units()
    people = _people(units)
    Account.objects.bulk_create(
        Account(username=key, person=person, password="!") for key, person in people.items()
    )
    changing()
    with scope.acting(scope.SYSTEM):
        incident, action = _secrets(units, people, now)
    return World(units, people, incident, action)


def _units() -> dict[str, Unit]:
    rows = [*OTHERS[:1], *_tree(TRUST), *_tree(NEIGHBOUR), *OTHERS[1:]]
    units = {
        code: Unit(code=code, name=name, level=level, valid_from=SINCE)
        for code, name, level, _ in rows
    }
    Unit.objects.bulk_create(units.values())
    for code, _, _, parent in rows:
        _place(units[code], units[parent] if parent else None, trust=units[code[0]])
    Unit.objects.bulk_update(units.values(), ["parent", "trust", "path"])
    UnitEdition.objects.bulk_create(
        UnitEdition(unit=u, name=u.name, level=u.level, parent=u.parent, valid_from=SINCE)
        for u in units.values()
    )
    return units


def _tree(code: str) -> list[tuple[str, str, str, str]]:
    return [(c.format(code), name, level, p.format(code)) for c, name, level, p in TREE]


def _place(unit: Unit, parent: Unit | None, trust: Unit) -> None:
    unit.parent = parent
    unit.trust = trust
    unit.path = f"{parent.path if parent else ''}{unit.pk}."


def _people(units: dict[str, Unit]) -> dict[str, Person]:
    people = {
        key: Person(
            name=name,
            title=title,
            email=f"{key}@styrk.example",
            employee_number=f"T{number}",
            home_unit=units[unit],
        )
        for number, (key, name, title, unit, _) in enumerate(PEOPLE, start=1)
    }
    Person.objects.bulk_create(people.values())
    Appointment.objects.bulk_create(
        Appointment(person=people[key], unit=units[unit], role=role, valid_from=SINCE)
        for key, _, _, unit, role in PEOPLE
    )
    Deputyship.objects.create(person=people["deputy"], unit=units["f.med.1.a"], valid_from=SINCE)
    return people


def _secrets(
    units: dict[str, Unit], people: dict[str, Person], now: datetime
) -> tuple[Incident, Action]:
    """What the neighbour has, and nobody else may see."""
    trust, ward, reporter = units[NEIGHBOUR], units["g.med.1.a"], people["outsider"]
    incident = Incident.objects.create(
        trust=trust,
        unit=ward,
        responsible_unit=ward,
        submission=ids.new_uuid(),
        kind="patient",
        harm_actual="mild",
        harm_possible="severe",
        title=f"Fall ved seng {SECRET}",
        description=f"En pasient falt ved sengen. {SECRET}",
        immediate=SECRET,
        place=SECRET,
        happened_at=now - timedelta(hours=2),
        reported_at=now - timedelta(hours=1),
    )
    Reporter.objects.bulk_create([Reporter(incident=incident, person=reporter, trust=trust)])
    action = Action.objects.create(
        trust=trust,
        unit=ward,
        origin="unit",
        title=f"Ny rutine {SECRET}",
        change=SECRET,
        sign=SECRET,
        level="routine",
        owner=people["outsider_leader"],
        due=clock.after(now, days=14),
        review_on=clock.after(now, days=60),
        raised_at=now,
        raised_by=people["outsider_leader"],
    )
    return incident, action


def standing(person: Person, now: datetime) -> Standing:
    return standing_of(person, clock.day(now))


def move_case(incident: Incident, to: Unit | None = None, *, past: bool = False) -> None:
    """As the commands do it: nobody else may say where a case belongs."""
    unit = to or incident.responsible_unit
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT incidents_move_to(%s, %s, %s, %s)",
            [incident.pk, unit.pk, incident.state, past],
        )
