"""Units, posts and history as the pages show them."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from styrk.access.permissions import Permission
from styrk.access.queries import Standing
from styrk.access.roles import LEADER as LEADER_ROLE
from styrk.access.roles import ROLES
from styrk.organisation.flavours import worded
from styrk.organisation.models import Appointment, Person, Unit
from styrk.organisation.queries import Branch
from styrk.organisation.rules import LEADER
from styrk.trail.models import Entry
from styrk.ui.menu import Text
from styrk.ui.words import spoken_day

EMPLOYEE = "employee"
# In hospitals it is the law's own; in a kommune it follows from that everybody knows who answers.
EACH_ITS_LEADER = worded(
    gettext_lazy(
        "Hver enhet skal ha én ansvarlig leder (spesialisthelsetjenesteloven § 3‑9). Her ser du"
        " enhetene i ditt område som ikke har det."
    ),
    gettext_lazy(
        "Hver enhet bør ha én ansvarlig leder, så alle vet hvem som svarer (§ 6 a). Her ser du"
        " enhetene i ditt område som ikke har det."
    ),
)
type PeopleByUnit = dict[int, list[Person]]
type Crumb = tuple[str, str | None]


def page_of(unit: Unit) -> str:
    return reverse("organisation:unit", args=[unit.uuid])


def way_down(unit: Unit) -> str:
    return f"{reverse('organisation:units')}?fra={unit.uuid}"


def crumbs(unit: Unit, above: Iterable[Unit], address: Callable[[Unit], str]) -> list[Crumb]:
    """The way to a unit from the whole organisation; `address` gives the page of each on the way."""
    line: list[Crumb] = [(one.name, address(one)) for one in above]
    return [(_("Organisasjon"), reverse("organisation:units")), *line, (unit.name, None)]


@dataclass(frozen=True)
class Row:
    """A unit in a list: who leads it, and how many units stand under it."""

    unit: Unit
    name: str
    level: str
    below: int
    leaders: list[Person]
    rows: tuple["Row", ...]


def rows(branches: Iterable[Branch], led: PeopleByUnit) -> list[Row]:
    """The tree with its leaders; those with units under them after those without."""
    found = [
        Row(
            branch.unit,
            branch.name,
            branch.level,
            branch.below,
            led[branch.unit.pk],
            tuple(rows(branch.children, led)),
        )
        for branch in branches
    ]
    return sorted(found, key=lambda row: bool(row.rows))


def ids(branches: Iterable[Branch]) -> list[int]:
    """The units of a tree."""
    return [pk for branch in branches for pk in (branch.unit.pk, *ids(branch.children))]


@dataclass(frozen=True)
class Group:
    """The people who hold one role at a unit."""

    name: Text
    people: list[Person]


@dataclass(frozen=True)
class Posts:
    """Who holds which role at a unit: the leaders, the other roles, and the staff."""

    leaders: list[Person]
    groups: list[Group]
    staff: list[Person]


def posts(held: Sequence[Appointment]) -> Posts:
    by_role: dict[str, list[Person]] = {}
    for post in held:
        by_role.setdefault(post.role, []).append(post.person)
    leaders, staff = by_role.pop(LEADER, []), by_role.pop(EMPLOYEE, [])
    groups = [Group(_role_name(role), people) for role, people in by_role.items()]
    return Posts(leaders, groups, staff)


def _role_name(code: str) -> Text:
    return ROLES[code].name if code in ROLES else code


def about(unit: Unit) -> list[tuple[str, object]]:
    """What is known of a unit besides its people."""
    known = [
        (_("Kode"), unit.code),
        (_("Organisasjonsnummer"), unit.organisation_number),
        (_("Virksomhet"), unit.trust.name if unit.trust else ""),
        (_("Fra"), spoken_day(unit.valid_from)),
        (_("Til og med"), spoken_day(unit.valid_to) if unit.valid_to else ""),
    ]
    return [(label, value) for label, value in known if value]


def leads(standing: Standing, unit: Unit) -> bool:
    """Is the unit's leader in own name: a deputy names no deputy."""
    return any(
        post.unit_id == unit.pk and post.role is LEADER_ROLE and not post.deputy
        for post in standing.posts
    )


def changes(standing: Standing, unit: Unit, today: date) -> list[tuple[str, str]]:
    """What the reader may change here: words and address. Nothing at a unit that has ended."""
    if unit.valid_to and unit.valid_to < today:
        return []
    deputy = (_("Velg stedfortreder"), "organisation:name_deputy")
    found: list[tuple[str, str]] = []
    if standing.allows(Permission.CHANGE_ORGANISATION, unit.pk):
        found = [
            (_("Se og avslutt roller"), "organisation:posts"),
            (_("Gi en rolle"), "organisation:appoint"),
            deputy,
            (_("Registrer en person"), "organisation:register"),
            (_("Opprett en enhet under"), "organisation:found"),
            (_("Endre navn"), "organisation:rename"),
            (_("Flytt enheten"), "organisation:move"),
            (_("Avslutt enheten"), "organisation:end"),
        ]
    elif leads(standing, unit):
        found = [deputy, (_("Se og avslutt stedfortredere"), "organisation:posts")]
    return [(label, reverse(name, args=[unit.uuid])) for label, name in found]


@dataclass(frozen=True)
class Act:
    at: datetime
    who: str
    text: str


def acts(entries: Iterable[Entry]) -> list[Act]:
    return [Act(entry.at, entry.person_name, entry.text) for entry in entries]
