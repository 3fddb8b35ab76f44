"""The region's units: the small demo's, and around them as many as a real region has."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace

from styrk.demo import world_files
from styrk.demo.world_files import UnitFacts

MODEL = "HF-VID"
# Invented. Each is a trust with its places; the first place is where its headquarters are.
TRUSTS = (
    ("Bredvik sykehus HF", ("Bredvik", "Langlia", "Storholmen", "Rognes", "Kvitfoss")),
    ("Granheim sykehus HF", ("Granheim", "Tverrdal", "Solmoen", "Elvestad")),
    ("Havnesund sykehus HF", ("Havnesund", "Ytterøya", "Brattstad", "Nordeid")),
    ("Storelva sykehus HF", ("Storelva", "Furumo", "Heimdalen", "Lauvsjø")),
    ("Nordhei sykehus HF", ("Nordhei", "Skarvdal", "Isfossen")),
    ("Lysfjord sykehus HF", ("Lysfjord", "Sørstranda", "Holmvik", "Bergneset")),
    ("Myrvang sykehus HF", ("Myrvang", "Åsbygda", "Raudmoen", "Tjønnlia")),
    ("Høgdal sykehus HF", ("Høgdal", "Mellomdal", "Fossbakken", "Sætra")),
)
# The places that the small demo's trusts have when they are grown.
OWN_PLACES = {
    "HF-VID": ("", "Lia", "Bruhaug", "Østmo"),
    "HF-TIN": ("", "Ytre Tindvik", "Fjøra", "Indre Tindvik"),
}
WARDS = 4


@dataclass(frozen=True)
class Growth:
    """How a trust is grown: each department at each place, each of its wards so many times."""

    places: tuple[str, ...]
    wards: int = WARDS


def units(trusts: int) -> list[UnitFacts]:
    """Every unit, those above before those below. `trusts` counts the small demo's three too."""
    known = world_files.units()
    children = _children(known)
    grown = list(known)
    for code, places in OWN_PLACES.items():
        top = next(unit for unit in known if unit.code == code)
        growth = Growth(places)
        grown += [unit for unit in _below(top, top, children, growth) if unit not in known]
    for number, (name, grown_places) in enumerate(TRUSTS[: trusts - 3], start=1):
        grown += _new_trust(f"{number:02d}", name, grown_places, known, children)
    return grown


def _new_trust(
    number: str,
    name: str,
    places: tuple[str, ...],
    known: tuple[UnitFacts, ...],
    children: dict[str, list[UnitFacts]],
) -> Iterator[UnitFacts]:
    """A trust built as the model is, under codes and names of its own."""
    model = next(unit for unit in known if unit.code == MODEL)
    trust = replace(model, code=f"HF-{number}", name=name, short=places[0])
    yield trust
    for unit in _below(model, trust, children, Growth(places)):
        yield replace(unit, code=_own(unit.code, number), parent=_own(unit.parent, number))


def _own(code: str, number: str) -> str:
    return f"{number}-{code.removeprefix('V-')}" if code.startswith("V-") else code


def _below(
    model: UnitFacts, top: UnitFacts, children: dict[str, list[UnitFacts]], growth: Growth
) -> Iterator[UnitFacts]:
    for clinic in children[model.code]:
        yield replace(clinic, parent=top.code)
        for department in children[clinic.code]:
            for nth, place in enumerate(growth.places):
                yield from _department(department, nth, place, children, growth.wards)


def _department(
    department: UnitFacts,
    nth: int,
    place: str,
    children: dict[str, list[UnitFacts]],
    wards: int,
) -> Iterator[UnitFacts]:
    """The department at one of the trust's places, with its wards. The first is the model itself."""
    here = _at(department, nth, place)
    yield here
    for ward in children[department.code]:
        for number in range(wards):
            yield _ward(_at(ward, nth, place), here, number)


def _at(unit: UnitFacts, nth: int, place: str) -> UnitFacts:
    name = f"{unit.name}, {place}" if place else unit.name
    return replace(unit, code=f"{unit.code}.{nth}" if nth else unit.code, name=name)


def _ward(ward: UnitFacts, department: UnitFacts, number: int) -> UnitFacts:
    if not number:
        return replace(ward, parent=department.code)
    name = f"{ward.name} ({number + 1})"
    return replace(ward, code=f"{ward.code}-{number + 1}", name=name, parent=department.code)


def _children(known: tuple[UnitFacts, ...]) -> dict[str, list[UnitFacts]]:
    children: dict[str, list[UnitFacts]] = defaultdict(list)
    for unit in known:
        children[unit.parent].append(unit)
    return children
