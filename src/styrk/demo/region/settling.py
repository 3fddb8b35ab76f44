"""Units, people, posts and accounts of the region, as rows to be copied in."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from random import Random

from styrk.core import clock
from styrk.demo import world_files
from styrk.demo.people import LEVELS, TRUST_LEVELS
from styrk.demo.personas import personas
from styrk.demo.region import identifiers, tree
from styrk.demo.region.loading import Loader
from styrk.demo.world_files import UnitFacts

WORKPLACES = {"ward", "service"}
# Who works where nobody is cared for: in offices.
IN_OFFICES = 2
UNUSABLE = "!"


class TooFewPeople(ValueError):
    """There must be a leader and somebody to lead at every unit."""


@dataclass
class Place:
    """A unit with the ids that it and its people have got. `staff` are ids of persons."""

    id: int
    facts: UnitFacts
    parent: "Place | None"
    leader: int = 0
    staff: list[int] = field(default_factory=list)

    @property
    def trust(self) -> "Place":
        if self.facts.level in TRUST_LEVELS or self.parent is None:
            return self
        return self.parent.trust

    @property
    def path(self) -> str:
        return f"{self.parent.path if self.parent else ''}{self.id}."


@dataclass
class Region:
    """Places by code, and the personas' ids as persons."""

    places: dict[str, Place]
    personas: dict[str, int] = field(default_factory=dict)

    def below(self, code: str) -> list[Place]:
        """The unit and all below it."""
        top = self.places[code].path
        return [place for place in self.places.values() if place.path.startswith(top)]


type Human = tuple[int, str, str, str, Place]


def people_of(random: Random, *, trusts: int, people: int) -> tuple[Region, list[Human]]:
    """The units, and everyone in them. Raises TooFewPeople."""
    region = Region(_places(trusts, random))
    return region, list(_humans(region, people, random))


def settle(
    loader: Loader, region: Region, humans: list[Human], random: Random, since: datetime
) -> None:
    """Write the units, and the people with posts from the day `since`."""
    _copy_units(loader, region, random, since)
    _copy_people(loader, humans, random, since)
    _copy_posts(loader, region, clock.day(since))
    _copy_accounts(loader, humans)


def _places(trusts: int, random: Random) -> dict[str, Place]:
    """Ids in no order: after years of reorganisations a line is not a row of numbers."""
    facts = tree.units(trusts)
    ids = random.sample(range(1, len(facts) + 1), len(facts))
    places: dict[str, Place] = {}
    for number, unit in zip(ids, facts, strict=True):
        places[unit.code] = Place(number, unit, places.get(unit.parent))
    return places


def _humans(region: Region, people: int, random: Random) -> Iterator[Human]:
    """Everyone: the personas, a leader for each unit, and those who work there."""
    number = 0
    for key, told in personas().items():
        number += 1
        place = region.places[told.unit]
        region.personas[key] = number
        if told.role == "leader":
            place.leader = number
        elif told.role == "employee":
            place.staff.append(number)
        yield number, key, told.name, told.title, place
    for place, kind in _vacancies(region, people):
        number += 1
        if kind == "leader":
            place.leader = number
        else:
            place.staff.append(number)
        yield number, f"person{number}", _name(random), _title(kind, place.facts, random), place


def _vacancies(region: Region, people: int) -> Iterator[tuple[Place, str]]:
    wards = [p for p in region.places.values() if p.facts.level in WORKPLACES]
    offices = [p for p in region.places.values() if p.facts.level not in WORKPLACES]
    led = [place for place in region.places.values() if not place.leader]
    left = people - len(personas()) - len(led) - IN_OFFICES * len(offices)
    if left < len(wards):
        raise TooFewPeople
    yield from ((place, "leader") for place in led)
    yield from ((place, "employee") for place in offices for _ in range(IN_OFFICES))
    for nth in range(left):
        yield wards[nth % len(wards)], "employee"


def _name(random: Random) -> str:
    names = world_files.people()
    return f"{random.choice(names['given'])} {random.choice(names['family'])}"


def _title(kind: str, facts: UnitFacts, random: Random) -> str:
    titles = world_files.people()["titles"]
    by_tag = titles["by_tag"] if kind == "employee" else {}
    choices = next((by_tag[tag] for tag in facts.tags if tag in by_tag), None)
    return str(random.choice(choices or titles[kind].get(facts.level) or titles[kind]["ward"]))


def _copy_units(loader: Loader, region: Region, random: Random, since: datetime) -> None:
    on = clock.day(since)
    places = region.places.values()
    loader.copy(
        "organisation_unit",
        "id uuid code name level organisation_number parent_id trust_id path valid_from",
        (
            (
                place.id,
                identifiers.uuid7(since.timestamp(), random),
                place.facts.code,
                place.facts.name,
                LEVELS[place.facts.level],
                "",
                place.parent.id if place.parent else None,
                place.trust.id,
                place.path,
                on,
            )
            for place in places
        ),
    )
    loader.copy(
        "organisation_unitedition",
        "unit_id name level parent_id valid_from",
        (
            (p.id, p.facts.name, LEVELS[p.facts.level], p.parent.id if p.parent else None, on)
            for p in places
        ),
    )


def _copy_people(loader: Loader, humans: list[Human], random: Random, since: datetime) -> None:
    loader.copy(
        "organisation_person",
        "id uuid name title email employee_number home_unit_id",
        (
            (
                number,
                identifiers.uuid7(since.timestamp(), random),
                name,
                title,
                f"{address}@demo.styrk.invalid",
                f"F{number:06d}",
                place.id,
            )
            for number, address, name, title, place in humans
        ),
    )


def _copy_posts(loader: Loader, region: Region, on: date) -> None:
    loader.copy(
        "organisation_appointment",
        "person_id unit_id role valid_from",
        ((*post, on) for post in _posts(region)),
    )
    deputy = region.places[personas()["deputy"].unit]
    loader.copy(
        "organisation_deputyship",
        "person_id unit_id valid_from valid_to reason",
        [
            (
                region.personas["deputy"],
                deputy.id,
                on,
                on + timedelta(days=3650),
                "Fast stedfortreder",
            )
        ],
    )


def _posts(region: Region) -> Iterator[tuple[int, int, str]]:
    for place in region.places.values():
        yield place.leader, place.id, "leader"
        yield from ((person, place.id, "employee") for person in place.staff)
    for key, told in personas().items():
        if told.role not in {"leader", "employee"}:
            yield region.personas[key], region.places[told.unit].id, told.role


def _copy_accounts(loader: Loader, humans: list[Human]) -> None:
    """Everyone has one; nobody can sign in to it by password."""
    loader.copy(
        "access_account",
        "id password username language is_active person_id",
        (
            (number, f"{UNUSABLE}{number:040d}", address, "nb", True, number)
            for number, address, _name, _title, _place in humans
        ),
    )
