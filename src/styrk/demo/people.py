"""The demo's units, people and posts, made through the organisation's own commands."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from random import Random

from styrk.access.queries import standing_of
from styrk.access.roles import ADMINISTRATOR, BOARD_CHAIR, BOARD_MEMBER, EMPLOYEE, LEADER
from styrk.core import clock, scope
from styrk.demo import world_files
from styrk.demo.personas import Persona, personas
from styrk.demo.world_files import UnitFacts
from styrk.organisation.commands import (
    appoint,
    end_unit,
    found_unit,
    name_deputy,
    register_person,
    rename_unit,
)
from styrk.organisation.models import Person, Unit

# Legal persons of their own; everything below belongs to the nearest of them.
TRUST_LEVELS = {"region", "trust", "municipality"}
# What the demo's organisation calls its levels.
LEVELS = {
    "region": "Regionalt helseforetak",
    "trust": "Helseforetak",
    "municipality": "Kommune",
    "clinic": "Klinikk",
    "department": "Avdeling",
    "ward": "Seksjon",
    "service": "Tjeneste",
}
EMPLOYEES = {"ward": (3, 5), "service": (3, 4), "department": (1, 2), "clinic": (1, 1)}
# Left without a leader, and with two, so that the software has a gap to show.
WITHOUT_LEADER = "T-KPOL"
WITH_TWO = "V-GYN"
# What a unit was called until it got its name, and a unit that there was: day by day of the history.
RENAMED, FORMER_NAME, RENAMED_AFTER = "V-OBS", "Korttidsposten", timedelta(days=150)
ENDED = UnitFacts("V-KDAG", "Kirurgisk dagenhet", "ward", "V-KAV")
ENDED_AFTER = timedelta(days=220)


@dataclass
class World:
    """Units by code with their facts, and who works and leads where."""

    units: dict[str, Unit] = field(default_factory=dict)
    facts: dict[str, UnitFacts] = field(default_factory=dict)
    staff: dict[str, list[Person]] = field(default_factory=dict)
    leaders: dict[str, list[Person]] = field(default_factory=dict)
    personas: dict[str, Person] = field(default_factory=dict)
    sight: dict[int, scope.Scope] = field(default_factory=dict)

    def leader_of(self, code: str) -> Person | None:
        """The leader of the unit, or the nearest above."""
        while code:
            if self.leaders.get(code):
                return self.leaders[code][0]
            code = self.facts[code].parent
        return None

    def acting(self, person: Person, now: datetime) -> scope.Scope:
        """What the person sees; kept, because nobody changes post in the demo's year."""
        if person.pk not in self.sight:
            self.sight[person.pk] = standing_of(person, clock.day(now)).scope
        return self.sight[person.pk]


def settle(world: World, random: Random, since: datetime) -> None:
    """Found the units and fill them with people who have posts from the day `since`."""
    on = clock.day(since)
    for facts in world_files.units():
        world.facts[facts.code] = facts
        world.units[facts.code] = found(world, facts, on, since)
        world.staff[facts.code], world.leaders[facts.code] = [], []
    _live_on(world, since)
    names = _names(random)
    settle_personas(world, personas(), on, since)
    for facts in world_files.units():
        _settle_unit(world, facts, names, random, on, since)
    deputy = world.personas["deputy"]
    name_deputy(
        person=deputy,
        unit=world.units[personas()["deputy"].unit],
        valid_from=on,
        valid_to=on + timedelta(days=730),
        reason="Fast stedfortreder",
        by=None,
        now=since,
    )


def found(world: World, facts: UnitFacts, on: date, since: datetime) -> Unit:
    """A unit of the demo, below the one it is said to stand under."""
    return found_unit(
        code=facts.code,
        name=FORMER_NAME if facts.code == RENAMED else facts.name,
        level=LEVELS[facts.level],
        parent=world.units.get(facts.parent),
        valid_from=on,
        is_trust=facts.level in TRUST_LEVELS,
        by=None,
        now=since,
    )


def _live_on(world: World, since: datetime) -> None:
    """An organisation is never the same for a year: one unit gets a new name, and one ends."""
    unit, at = world.units[RENAMED], since + RENAMED_AFTER
    name = world.facts[RENAMED].name
    rename_unit(unit=unit, name=name, level=unit.level, valid_from=clock.day(at), by=None, now=at)
    ended, at = found(world, ENDED, clock.day(since), since), since + ENDED_AFTER
    end_unit(unit=ended, valid_to=clock.day(at), by=None, now=at)


def settle_personas(world: World, chosen: Mapping[str, Persona], on: date, since: datetime) -> None:
    """The people one may be, with their posts."""
    for key, told in chosen.items():
        person = _employ(world, told.name, told.title, told.unit, key, since)
        world.personas[key] = person
        _post(world, person, told.unit, told.role, on, since)


def settle_person(
    world: World, told: Mapping[str, str], key: str, on: date, since: datetime
) -> None:
    """Somebody who is written, with a post."""
    person = _employ(world, told["name"], told["title"], told["unit"], key, since)
    _post(world, person, told["unit"], told["role"], on, since)


def _settle_unit(
    world: World, facts: UnitFacts, names: Iterator[str], random: Random, on: date, since: datetime
) -> None:
    wanted = 0 if facts.code == WITHOUT_LEADER else 2 if facts.code == WITH_TWO else 1
    while len(world.leaders[facts.code]) < wanted:
        person = _employ(world, next(names), _title("leader", facts, random), facts.code, "", since)
        _post(world, person, facts.code, LEADER.code, on, since)
    low, high = EMPLOYEES.get(facts.level, (1, 1))
    for _ in range(random.randint(low, high)):
        person = _employ(
            world, next(names), _title("employee", facts, random), facts.code, "", since
        )
        _post(world, person, facts.code, EMPLOYEE.code, on, since)


def _employ(world: World, name: str, title: str, code: str, key: str, since: datetime) -> Person:
    address = key or f"person{sum(map(len, world.staff.values())) + 1}"
    person = register_person(
        name=name,
        title=title,
        email=f"{address}@demo.styrk.invalid",
        home_unit=world.units[code],
        by=None,
        now=since,
    )
    world.staff[code].append(person)
    return person


def _post(world: World, person: Person, code: str, role: str, on: date, since: datetime) -> None:
    appoint(person=person, unit=world.units[code], role=role, valid_from=on, by=None, now=since)
    if role == LEADER.code:
        world.leaders[code].append(person)
    if role in {BOARD_CHAIR.code, BOARD_MEMBER.code, ADMINISTRATOR.code}:
        world.staff[code].remove(person)


def _title(kind: str, facts: UnitFacts, random: Random) -> str:
    titles = world_files.people()["titles"]
    by_tag = titles.get("by_tag", {}) if kind == "employee" else {}
    choices = next((by_tag[tag] for tag in facts.tags if tag in by_tag), None)
    if choices is None:
        choices = titles[kind].get(facts.level) or titles[kind]["ward"]
    return str(random.choice(choices))


def _names(random: Random) -> Iterator[str]:
    """Names that no two people of the demo share."""
    names = world_files.people()
    used = {told.name for told in personas().values()}
    while True:
        name = f"{random.choice(names['given'])} {random.choice(names['family'])}"
        if name not in used:
            used.add(name)
            yield name
