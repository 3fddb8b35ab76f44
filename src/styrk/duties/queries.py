"""What waits for whom: the one question that Min side, the leader's page and reminders ask."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from uuid import UUID

from django.db.models import Q, QuerySet, Value

from styrk.access.permissions import Permission
from styrk.access.queries import Standing
from styrk.core import doors
from styrk.duties.models import Duty
from styrk.duties.types import Kind

SHOWN = 50
PAGE_COLUMNS = ("kind", "subject_uuid", "due", "role", "person_id", "unit__uuid", "unit__name")
type Titles = dict[tuple[str, UUID], str]
type Door = Callable[[Collection[UUID]], Mapping[UUID, str]]


@dataclass(frozen=True)
class Waiting:
    """A duty as a person reads it."""

    duty: Duty
    kind: Kind
    title: str
    late: bool

    @property
    def path(self) -> str:
        """Where it is done; found first when it is asked for, which is not of every one."""
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
    line = _late_in_line(standing, on)
    if line is None:
        return waiting_for(standing, on), Pile([], more=False)
    # Sliced and sorted each by itself, so that a long line does not push out what is one's own.
    mine = _light(_unsettled().filter(_mine(standing))).annotate(whose=Value("mine"))
    below = _light(line).annotate(whose=Value("line"))
    rows = list(_first(mine).union(_first(below), all=True))
    rows.sort(key=lambda duty: (duty.due, duty.pk))
    titles = _titles(rows)
    own = [duty for duty in rows if duty.whose == "mine"]  # type: ignore[attr-defined]
    others = [duty for duty in rows if duty.whose == "line"]  # type: ignore[attr-defined]
    return _pile(own, titles, on), _pile(others, titles, on)


def waiting_for(standing: Standing, on: date) -> Pile:
    """What waits for a person, in own name or by the posts held (as deputy too)."""
    return _told(_unsettled().filter(_mine(standing)), on)


def waiting_in_line(standing: Standing, on: date) -> Pile:
    """What is late in the units below a leader's own: where help may be needed."""
    line = _late_in_line(standing, on)
    return Pile([], more=False) if line is None else _told(line, on)


def _late_in_line(standing: Standing, on: date) -> QuerySet[Duty] | None:
    line = standing.may[Permission.HANDLE_INCIDENTS]
    if not line:
        return None
    late = _unsettled().filter(line.rows(trust="unit__trust"), due__lt=on)
    return late.exclude(_mine(standing))


def waiting_at(standing: Standing, unit_id: int, on: date) -> Pile:
    """Everything that waits at one unit the person leads or stands above."""
    if not standing.allows(Permission.HANDLE_INCIDENTS, unit_id):
        return Pile([], more=False)
    return _told(_unsettled().filter(unit_id=unit_id), on)


def to_remind(on: date) -> QuerySet[Duty]:
    """Duties that fall due today or are late, whose holders have not been told so today."""
    return _unsettled().filter(due__lte=on).exclude(reminded_on__gte=on)


def _unsettled() -> QuerySet[Duty]:
    return Duty.objects.filter(settled_at__isnull=True).select_related("unit", "person")


def _light(duties: QuerySet[Duty]) -> QuerySet[Duty]:
    """No more of each than a page shows: half the cost of a hundred rows is their columns."""
    return duties.select_related(None).select_related("unit").only(*PAGE_COLUMNS)


def _mine(standing: Standing) -> Q:
    mine = Q(person_id=standing.person_id)
    for role, units in _held(standing).items():
        mine |= Q(person__isnull=True, role=role, unit_id__one_of=units)
    return mine


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


def _pile(found: list[Duty], titles: Titles, on: date) -> Pile:
    """The duties whose subjects the person in scope may see, the most urgent first."""
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
    return Pile(waiting, more=len(found) > SHOWN)


def _titles(duties: Iterable[Duty]) -> Titles:
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
