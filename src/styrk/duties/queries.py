"""What waits for whom: the one question that Min side, the leader's page and reminders ask."""

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any, NamedTuple
from uuid import UUID

from django.db import connection
from django.db.models import BooleanField, Count, QuerySet
from django.db.models.expressions import RawSQL

from styrk.access.permissions import Permission
from styrk.access.queries import Standing
from styrk.core import doors
from styrk.core.scope import NONE, Units
from styrk.duties import rules
from styrk.duties.models import Duty
from styrk.duties.types import Kind, Title
from styrk.organisation.models import Person, Unit
from styrk.organisation.queries import holder_of
from styrk.organisation.rules import LEADER

SHOWN = 50
COLUMNS = "id, kind, subject_uuid, due, unit_id"
# Sliced and sorted each by itself, so that a long line does not push out what is one's own.
MINE_AND_LATE = """
    SELECT both_.whose, both_.kind, both_.subject_uuid, both_.due, u.id, u.uuid, u.name FROM (
        (SELECT {columns}, 'mine' AS whose FROM duties_duty
         WHERE settled_at IS NULL AND {mine} ORDER BY due, id LIMIT {most})
        UNION ALL
        (SELECT {columns}, 'line' FROM duties_duty
         WHERE settled_at IS NULL AND {below} AND due < %s AND {mine} IS NOT TRUE
         ORDER BY due, id LIMIT {most})
    ) AS both_ JOIN organisation_unit u ON u.id = both_.unit_id ORDER BY both_.due, both_.id
"""
type Titles = dict[tuple[str, UUID], str]
type Condition = tuple[str, list[Any]]
type Door = Callable[[Collection[UUID]], Mapping[UUID, str]]


class Place(NamedTuple):
    """A unit where something waits."""

    pk: int
    uuid: UUID
    name: str


class Brief(NamedTuple):
    """What a page shows of a duty: `whose` is `mine` or `line`."""

    whose: str
    kind: str
    subject_uuid: UUID
    due: date
    unit: Place

    @property
    def unit_id(self) -> int:
        return self.unit.pk


class Waiting(NamedTuple):
    """A duty as a person reads it."""

    duty: Duty | Brief
    kind: Kind
    title: str
    late: bool

    @property
    def tag(self) -> tuple[str, str] | None:
        """What says that it is grave."""
        return self.title.tag if isinstance(self.title, Title) else None

    @property
    def path(self) -> str:
        """Where it is done, if the person in scope can do it; asked for first when it is shown."""
        if self.kind.opens and not self.kind.opens(self.duty.unit_id):
            return ""
        return self.kind.path(self.duty.subject_uuid)


@dataclass(frozen=True)
class Pile:
    """The most urgent duties, and whether there are more than those shown."""

    waiting: list[Waiting]
    more: bool

    @property
    def late(self) -> int:
        return sum(w.late for w in self.waiting)

    def by_kind(self) -> list[tuple[Kind, list[Waiting]]]:
        """The same, a kind at a time, the most urgent kind first."""
        groups: dict[str, list[Waiting]] = defaultdict(list)
        for waiting in self.waiting:
            groups[waiting.kind.code].append(waiting)
        return [(group[0].kind, group) for group in groups.values()]


@cache
def kinds() -> dict[str, Kind]:
    """Every kind of duty, from the apps that own the subjects."""
    return {kind.code: kind for module in doors.modules("duties") for kind in module.KINDS}


def my_day(standing: Standing, on: date) -> tuple[Pile, Pile]:
    """What waits for a person, and what is late in the line below: both in one round of questions."""
    line = standing.may.get(Permission.HANDLE_INCIDENTS, NONE)
    if not line:
        return waiting_for(standing, on), Pile([], more=False)
    rows = _mine_and_late(standing, line, on)
    titles = _titles(rows)
    own = [duty for duty in rows if duty.whose == "mine"]
    others = [duty for duty in rows if duty.whose == "line"]
    return _pile(own, titles, on), _pile(others, titles, on)


def _mine_and_late(standing: Standing, line: Units, on: date) -> list[Brief]:
    """The first of each.

    In plain SQL, because this is on every leader's first page: a third of what the same costs built
    and read by the ORM.
    """
    mine, held = rules.mine(standing.person_id, _held(standing), on)
    below, units = _within(line)
    statement = MINE_AND_LATE.format(columns=COLUMNS, mine=mine, below=below, most=SHOWN + 1)
    with connection.cursor() as cursor:
        cursor.execute(statement, [*held, *units, on, *held])
        rows = cursor.fetchall()
    return [
        Brief(whose, kind, subject, due, Place(*unit)) for whose, kind, subject, due, *unit in rows
    ]


def _within(units: Units) -> Condition:
    if units.everything:
        return "true", []
    if units.trusts:
        in_trusts = "SELECT id FROM organisation_unit WHERE trust_id = ANY(%s)"
        return f"duties_duty.unit_id IN ({in_trusts})", [sorted(units.trusts)]
    return "duties_duty.unit_id = ANY(%s)", [sorted(units.ids)]


def waiting_for(standing: Standing, on: date) -> Pile:
    """What waits for a person, in own name or by the posts held (as deputy too)."""
    mine, held = rules.mine(standing.person_id, _held(standing), on)
    # Only places for parameters are put together in it.
    duties = _unsettled().filter(RawSQL(mine, held, BooleanField()))  # noqa: S611 - SQL of our own
    return _told(duties, on)


def subjects_waiting(standing: Standing, kind: str, on: date) -> list[UUID]:
    """The subjects of every duty of the kind that waits for a person, however many; as `waiting_for`."""
    mine, held = rules.mine(standing.person_id, _held(standing), on)
    duties = _unsettled().filter(RawSQL(mine, held, BooleanField()), kind=kind)  # noqa: S611 - SQL of our own
    return list(duties.order_by("due", "pk").values_list("subject_uuid", flat=True))


def waiting_at(standing: Standing, unit_id: int, on: date) -> Pile:
    """Everything that waits at one unit the person leads or stands above."""
    if not standing.allows(Permission.HANDLE_INCIDENTS, unit_id):
        return Pile([], more=False)
    return _told(_unsettled().filter(unit_id=unit_id), on)


def named_waiting(person: Person) -> list[tuple[Kind, int]]:
    """What waits for a person by name: how many of each kind, and not what they are about."""
    told = Duty.objects.filter(settled_at__isnull=True, person=person).values_list("kind")
    rows = told.exclude(kind__in=_private()).annotate(Count("pk")).order_by("kind")
    return [(kinds()[code], number) for code, number in rows]


def _private() -> list[str]:
    return [code for code, kind in kinds().items() if kind.private]


def named_in(people: Collection[int]) -> frozenset[int]:
    """Those of the people (ids) for whom something waits by name."""
    told = Duty.objects.filter(settled_at__isnull=True, person__one_of=people)
    told = told.exclude(kind__in=_private())
    return frozenset(pk for pk in told.values_list("person_id", flat=True) if pk)


def falls_to(person: Person, on: date) -> dict[Person, int]:
    """Who gets what waits for a person by name, when the person is not here on the day; and how much."""
    told = Duty.objects.filter(settled_at__isnull=True, person=person)
    told = told.exclude(kind__in=_private())
    places: dict[tuple[int, str], list[Duty]] = defaultdict(list)
    for duty in told.select_related("unit", "person"):
        places[duty.unit_id, duty.role].append(duty)
    found: Counter[Person] = Counter()
    for waiting in places.values():
        for leader in holders(waiting[0], on):
            found[leader] += len(waiting)
    return found


def waits_for(standing: Standing, kind: str, subject_uuid: UUID, on: date) -> bool:
    """Whether this is the person's to do: by name, by a post (as deputy too), or because it fell."""
    mine, held = rules.mine(standing.person_id, _held(standing), on)
    waiting = Duty.objects.filter(key=f"{kind}:{subject_uuid}", settled_at__isnull=True)
    # Only places for parameters are put together in it.
    return waiting.filter(RawSQL(mine, held, BooleanField())).exists()  # noqa: S611 - SQL of our own


def to_remind(on: date) -> QuerySet[Duty]:
    """Duties that fall due today or are late, whose holders have not been told so today."""
    return _unsettled().filter(due__lte=on).exclude(reminded_on__gte=on)


def holders(duty: Duty, on: date) -> list[Person]:
    """Whose Min side shows the duty: those it waits for, else who leads there or nearest above."""
    named = [duty.person] if duty.person else holder_of(duty.unit, duty.role, on)
    if here := _here(named, on):
        return here
    if not rules.may_fall(duty.role):
        return []
    post = _nearest_led(duty.unit, on)
    return _here(holder_of(post, LEADER, on), on) if post else []


def _here(people: Iterable[Person], on: date) -> list[Person]:
    return [person for person in people if person.left_on is None or person.left_on >= on]


def _nearest_led(unit: Unit, on: date) -> Unit | None:
    """The unit itself, or the nearest above it, that somebody leads or acts for the leader of."""
    line = [int(pk) for pk in unit.path.split(".") if pk]
    sql, values = rules.positional(rules.NEAREST_LED, {"line": line, "on": on})
    return next(iter(Unit.objects.raw(sql, values)), None)


def _unsettled() -> QuerySet[Duty]:
    return Duty.objects.filter(settled_at__isnull=True).select_related("unit", "person")


def _held(standing: Standing) -> dict[str, set[int]]:
    held: dict[str, set[int]] = defaultdict(set)
    for post in standing.posts:
        held[post.role.code].add(post.unit_id)
    return held


def _first(duties: QuerySet[Duty]) -> QuerySet[Duty]:
    return duties.order_by("due", "pk")[: SHOWN + 1]


def _told(duties: QuerySet[Duty], on: date) -> Pile:
    found = list(_first(duties))
    return _pile(found, _titles(found), on)


def _pile(found: Sequence[Duty | Brief], titles: Titles, on: date) -> Pile:
    """The duties whose subjects the person in scope may see, the most urgent and then the grave first."""
    waiting = [
        Waiting(
            duty=duty,
            kind=kinds()[duty.kind],
            title=titles[duty.kind, duty.subject_uuid],
            late=duty.due < on,
        )
        for duty in found[:SHOWN]
        if (duty.kind, duty.subject_uuid) in titles
    ]
    waiting.sort(key=lambda one: (one.duty.due, one.tag is None))
    return Pile(waiting, more=len(found) > SHOWN)


def _titles(duties: Iterable[Duty | Brief]) -> Titles:
    """The subjects' titles through each app's own guarded door, which kinds of one app share."""
    asked: dict[Door, dict[UUID, list[str]]] = defaultdict(lambda: defaultdict(list))
    for duty in duties:
        asked[kinds()[duty.kind].titles][duty.subject_uuid].append(duty.kind)
    return {
        (code, uuid): title
        for door, subjects in asked.items()
        for uuid, title in door(subjects.keys()).items()
        for code in subjects[uuid]
    }
