"""The forskriftskart in words, colours and shapes."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from django.conf import settings
from django.urls import Resolver404, resolve
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from styrk.access.permissions import Permission
from styrk.access.queries import Standing
from styrk.regulation.letters import PROVISIONS, Duty, Provision
from styrk.regulation.types import Datum, Evidence, Status
from styrk.ui.menu import LABELS, SECTIONS, Door

type Text = str | Promise

# Word, colour and shape: a tag draws the shape that goes with its colour.
STATUSES: dict[Status, tuple[Text, str]] = {
    Status.SHOWN: (_("Vist"), "success"),
    Status.PARTLY: (_("Delvis vist"), "info"),
    Status.NOT_SHOWN: (_("Ikke vist"), "warning"),
    Status.UNKNOWN: (_("Kan ikke vises ennå"), "neutral"),
}
COUNTED: dict[Status, Text] = {
    Status.SHOWN: _("vist"),
    Status.PARTLY: _("delvis vist"),
    Status.NOT_SHOWN: _("ikke vist"),
    Status.UNKNOWN: _("kan ikke vises ennå"),
}


@dataclass(frozen=True)
class Reader:
    """Who reads the map, and the units that its numbers are summed from: the unit and those below."""

    standing: Standing
    units: tuple[int, ...]

    def opens(self, address: str) -> bool:
        """Does the page behind the number show the reader what is counted? Else a link helps nobody."""
        rule = _rule(address.partition("?")[0], settings.ROOT_URLCONF)
        if not isinstance(rule, Permission):
            return rule is not None
        return all(self.standing.allows(rule, unit) for unit in self.units)


@dataclass(frozen=True)
class Fact:
    what: str
    value: int | str
    href: str | None


@dataclass(frozen=True)
class Row:
    """One letter: `id` is its anchor, `days` the day or days its data is from."""

    id: str
    provision: Provision
    label: Text
    color: str
    rule: list[str]
    explanation: list[str]
    reservation: str
    facts: list[Fact]
    days: list[date]


@dataclass(frozen=True)
class Part:
    """The letters of one duty, or §§ 3 and 5 together."""

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
    """How many of the 21 letters can be evidenced live, how, and which cannot yet."""

    live: int
    letters: int
    figures: list[Figure]
    missing: list[Provision]


def summary(found: Iterable[Evidence]) -> Summary:
    rows = [one for one in found if PROVISIONS[one.letter].duty]
    counted = Counter(one.status for one in rows)
    return Summary(
        live=len(rows) - counted[Status.UNKNOWN],
        letters=len(rows),
        figures=[
            Figure(status, label, counted[status], STATUSES[status][1])
            for status, label in COUNTED.items()
        ],
        missing=[PROVISIONS[one.letter] for one in rows if one.status == Status.UNKNOWN],
    )


def parts(found: Iterable[Evidence], reader: Reader) -> list[Part]:
    """The four duties in order, then what holds them together."""
    rows = [row(one, reader) for one in found]
    made = [
        Part(
            door.value,
            LABELS[door],
            SECTIONS[door],
            door.value,
            [one for one in rows if one.provision.duty == Duty(door.value)],
        )
        for door in Door
    ]
    rest = [one for one in rows if one.provision.duty is None]
    return [*made, Part("ansvar", _("Ansvar og dokumentasjon"), "§§ 3 og 5", "person", rest)]


def row(evidence: Evidence, reader: Reader) -> Row:
    label, color = STATUSES[evidence.status]
    return Row(
        anchor(PROVISIONS[evidence.letter]),
        PROVISIONS[evidence.letter],
        label,
        color,
        evidence.rule.splitlines(),
        evidence.explanation.splitlines(),
        evidence.reservation,
        [fact(one, reader) for one in evidence.data],
        sorted({one.date for one in evidence.data}),
    )


def anchor(provision: Provision) -> str:
    return f"bokstav-{provision.letter.value}"


def fact(datum: Datum, reader: Reader) -> Fact:
    return Fact(datum.what, datum.value, datum.url if reader.opens(datum.url) else None)


@lru_cache(maxsize=256)
def _rule(path: str, urlconf: str) -> object:
    """Who may open the page at this path; None where there is no such page."""
    try:
        return getattr(resolve(path, urlconf).func, "rule", None)
    except Resolver404:
        return None
