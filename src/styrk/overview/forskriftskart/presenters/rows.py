"""The items of a map as they stand."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode

from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from styrk.compliance.models import Judgement, Practice
from styrk.compliance.queries import Row as Found
from styrk.compliance.types import Spot
from styrk.organisation.models import Unit
from styrk.overview.forskriftskart.reading import Reader
from styrk.regulation.letters import PROVISIONS, Letter
from styrk.regulation.maps import LAW, MAP_OF, Item, Map
from styrk.regulation.queries import claims
from styrk.regulation.types import Datum, Status
from styrk.ui.addresses import address_of
from styrk.ui.menu import SECTIONS, Door

type Text = str | Promise

# Word, colour and shape: a tag draws the shape that goes with its colour.
STATUSES: dict[Status, tuple[Text, str]] = {
    Status.SHOWN: (_("Vist"), "success"),
    Status.PARTLY: (_("Delvis vist"), "info"),
    Status.NOT_SHOWN: (_("Ikke vist"), "warning"),
    Status.UNKNOWN: (_("Kan ikke vises ennå"), "neutral"),
}
# Where every rule is switched off, nothing is to come: somebody judges it, or it says what it rests on.
OFF: tuple[Text, str] = (_("Reglene er slått av"), "neutral")
COUNTED: dict[Status, Text] = {
    Status.SHOWN: _("vist"),
    Status.PARTLY: _("delvis vist"),
    Status.NOT_SHOWN: _("ikke vist"),
    Status.UNKNOWN: _("kan ikke vises ennå"),
}


ICONS = {door.value: door.value for door in Door} | {
    "ansvar": "person",
    "p-planlegge": Door.PLAN.value,
    "p-gjennomfore": Door.DO.value,
    "p-evaluere": Door.EVALUATE.value,
    "p-lgg": Door.CORRECT.value,
}
SECTIONS_OF = {door.value: SECTIONS[door] for door in Door} | {"ansvar": "§§ 3 og 5"}


@dataclass(frozen=True)
class Fact:
    what: str
    value: int | str
    href: str | None


@dataclass(frozen=True)
class Basis:
    """A letter that an item rests on, and what holds of it."""

    href: str
    reference: str
    label: Text
    color: str


@dataclass(frozen=True)
class Row:
    """One item: `id` is its anchor, `days` the day or days its data is from, `href` its own page.

    `claimed`: some part of Styrk can show it, though every rule may be switched off here.
    """

    id: str
    item: Item
    label: Text
    color: str
    computed: Text
    claimed: bool
    rule: list[str]
    explanation: list[str]
    reservation: str
    facts: list[Fact]
    days: list[date]
    basis: list[Basis]
    practice: Practice | None
    own: bool
    judgement: Judgement | None
    is_judged: bool
    href: str

    @property
    def why(self) -> bool:
        """Whether its line says why: not where no part of Styrk shows it, and nobody has judged."""
        known = any(one.color != "neutral" for one in self.basis)
        return self.claimed or self.is_judged or known

    @property
    def lacking(self) -> bool:
        """Whether something is to be done about it: a phone says why, and folds the rest."""
        return self.color == STATUSES[Status.NOT_SHOWN][1]


@dataclass(frozen=True)
class Part:
    """Items under one heading."""

    id: str
    title: Text
    section: str
    icon: str
    rows: list[Row]


@dataclass(frozen=True)
class Figure:
    status: Status
    label: Text
    number: int
    color: str


@dataclass(frozen=True)
class Summary:
    """How many of the items can be evidenced live, how, and which cannot yet."""

    live: int
    items: int
    figures: list[Figure]
    missing: list[tuple[str, str]]


@dataclass(frozen=True)
class Viewed:
    """Where a map is looked at: the unit, its map, and what leads to the letters that it rests on.

    `past` is another day than today: what it says then leads to no list of today.
    """

    unit: Unit
    map: Map
    reader: Reader
    past: date | None = None

    def way(self, key: str) -> str:
        here = address_of("forskriftskart:item", self.unit.uuid, key)
        return f"{here}?{urlencode({'dato': self.past.isoformat()})}" if self.past else here


def summary(rows: Iterable[Found], chosen: Map) -> Summary:
    """Of the forskrift, the 21 letters: §§ 3 and 5 are beside them."""
    asked = [one for one in rows if one.item.duty or chosen is not LAW]
    counted = Counter(one.status for one in asked if not one.is_off)
    off = sum(one.is_off for one in asked)
    return Summary(
        live=sum(one.computed != Status.UNKNOWN for one in asked),
        items=len(asked),
        figures=[
            Figure(status, label, counted[status], STATUSES[status][1])
            for status, label in COUNTED.items()
        ]
        + ([Figure(Status.UNKNOWN, _("slått av"), off, OFF[1])] if off else []),
        missing=[
            (anchor(one.item), one.item.reference)
            for one in asked
            if one.status == Status.UNKNOWN and not one.is_off
        ],
    )


def parts(rows: Iterable[Found], viewed: Viewed) -> list[Part]:
    """The items of the map under its own headings."""
    drawn = {one.item.key: row(one, viewed) for one in rows}
    return [
        Part(
            part.key,
            part.title,
            SECTIONS_OF.get(part.key, ""),
            ICONS.get(part.key, "check"),
            [drawn[item.key] for item in part.items],
        )
        for part in viewed.map.parts
    ]


def row(found: Found, viewed: Viewed) -> Row:
    label, color = OFF if found.is_off else STATUSES[found.status]
    evidence = found.evidence
    return Row(
        anchor(found.item),
        found.item,
        label,
        color,
        _computed(found),
        any(one.letter == found.item.key for one in claims()),
        evidence.rule.splitlines() if evidence else [],
        evidence.explanation.splitlines() if evidence else [],
        evidence.reservation if evidence else _reservation(found, viewed.map),
        [fact(one, viewed) for one in evidence.data] if evidence else [],
        sorted({one.date for one in evidence.data}) if evidence else [],
        [_basis(found, letter, status, viewed) for letter, status in found.basis],
        found.practice,
        found.own,
        found.judgement,
        found.is_judged,
        viewed.way(found.item.key),
    )


def can_be_shown(item: Item) -> bool:
    """Whether some part of Styrk can show any of what it rests on."""
    return any(one.letter in item.letters for one in claims())


def _reservation(found: Found, chosen: Map) -> str:
    return str(chosen.reservation) if found.item.judgement and not found.is_judged else ""


def _computed(found: Found) -> Text:
    off = found.computed is Status.UNKNOWN and found.off >= set(found.item.letters)
    return OFF[0] if off else STATUSES[found.computed][0]


def _basis(found: Found, letter: Letter, status: Status, viewed: Viewed) -> Basis:
    off = status is Status.UNKNOWN and letter in found.off
    words = OFF if off else STATUSES[status]
    return Basis(viewed.way(letter), PROVISIONS[letter].reference, *words)


def anchor(item: Item) -> str:
    return f"bokstav-{item.key}" if MAP_OF[item.key] is LAW else f"punkt-{item.key}"


def fact(datum: Datum, viewed: Viewed) -> Fact:
    leads = not viewed.past and viewed.reader.opens(datum.url)
    return Fact(datum.what, datum.value, datum.url if leads else None)


def address(unit: Unit, chosen: Map = LAW, on: date | None = None) -> str:
    """The map of a unit; as it was on a day, where one is given."""
    query = {"enhet": unit.code}
    if chosen is not LAW:
        query["kart"] = chosen.key
    if on:
        query["dato"] = on.isoformat()
    return f"{address_of('forskriftskart:map')}?{urlencode(query)}"


def way_to(spot: Spot, past: date | None = None) -> list[tuple[object, str]]:
    label = gettext("Forskriftskart for %(unit)s") % {"unit": spot.unit.name}
    here = address_of("forskriftskart:item", spot.unit.uuid, spot.item.key)
    return [(label, address(spot.unit, spot.map, past)), (spot.item.reference, here)]


def line_of(spot: Spot) -> str:
    return f"{spot.item.reference} {spot.item.title} – {spot.unit.name}"
