"""Samleavvik in sight, and what each counts. A number counts what the one who looks may see."""

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, NamedTuple
from uuid import UUID

from django.db.models import Count, Max, Q, QuerySet
from django.db.models.functions import TruncMonth

from styrk.access.permissions import Permission
from styrk.access.queries import Standing
from styrk.core import clock
from styrk.core.clock import OSLO
from styrk.core.scope import current
from styrk.core.tallies import first_of_month
from styrk.core.trips import asks
from styrk.incidents.listing import Filters
from styrk.incidents.models import Incident
from styrk.incidents.queries import Listed, incident, incidents_for
from styrk.incidents.states import Harm
from styrk.incidents.states import State as IncidentState
from styrk.organisation.models import Unit
from styrk.patterns.models import GroupMember, GroupStep, IncidentGroup, ThemeMember
from styrk.patterns.states import State
from styrk.ui import paging

PAGE = 50
MONTHS = 12
# More than one looks through in a list to choose from.
CHOICES = 30
STEPS = 60
# What is no case of its own, or has been taken out, is counted nowhere.
COUNTED = Q(left_at__isnull=True) & ~Q(incident__state=IncidentState.ASIDE)


def groups(*, ended: bool) -> list[IncidentGroup]:
    """Those in sight, the newest first, each with `number` and `newest` of the reports in sight."""
    live = Q(members__left_at__isnull=True) & ~Q(members__incident__state=IncidentState.ASIDE)
    sight = current().units("incident").rows()
    found = IncidentGroup.objects.filter(sight, state=State.ENDED if ended else State.OPEN)
    newest = list(found.order_by("-pk").values_list("pk", flat=True)[:PAGE])
    counted = IncidentGroup.objects.filter(pk__one_of=newest).annotate(
        number=Count("members", filter=live),
        newest=Max("members__incident__reported_at", filter=live),
    )
    return list(counted.select_related("unit").order_by("-pk"))


def group(uuid: UUID, _standing: Standing | None = None) -> IncidentGroup | None:
    """One that the person in scope may see."""
    found = IncidentGroup.objects.filter(current().units("incident").rows(), uuid=uuid)
    return found.select_related("unit", "begun_by").first()


def locked(uuid: UUID) -> IncidentGroup | None:
    """The same row, held until the transaction ends."""
    return IncidentGroup.objects.select_for_update(no_key=True).filter(uuid=uuid).first()


def seen(_standing: Standing, uuids: Collection[UUID]) -> set[UUID]:
    """Those of these that open for the person in scope."""
    return set(IncidentGroup.objects.filter(uuid__one_of=uuids).values_list("uuid", flat=True))


def live(group: IncidentGroup) -> QuerySet[GroupMember]:
    """The reports that belong to it now, of those in sight."""
    return GroupMember.objects.filter(COUNTED, group=group)


@dataclass(frozen=True)
class Some:
    """Which of the reports that belong to something: of one month, of the last months, where it happened."""

    month: date | None = None
    since: date | None = None
    unit: Unit | None = None

    def limits(self) -> Q:
        limits = Q()
        if self.month:
            following = first_of_month(self.month, -1)
            limits &= Q(incident__reported_at__gte=clock.start_of(self.month))
            limits &= Q(incident__reported_at__lt=clock.start_of(following))
        if self.since:
            limits &= Q(incident__reported_at__gte=clock.start_of(self.since))
        if self.unit:
            limits &= Q(incident__unit=self.unit)
        return limits


ALL = Some()


def members(
    group: IncidentGroup, before: paging.Place | None, some: Some = ALL
) -> list[GroupMember]:
    """The newest reports, a page (and one to know if there are more) at a time."""
    return page_of(live(group).filter(some.limits()), before)


def page_of[M: (GroupMember, ThemeMember)](
    found: QuerySet[M], before: paging.Place | None
) -> list[M]:
    """The same of any that belong to something."""
    if before is not None:
        at, pk = before
        found = found.filter(
            Q(incident__reported_at__lt=at) | Q(incident__reported_at=at, incident_id__lt=pk)
        )
    newest = found.order_by("-incident__reported_at", "-incident_id")
    return list(newest.select_related("incident__unit", "incident__responsible_unit")[: PAGE + 1])


def new_in(group: IncidentGroup) -> list[Incident]:
    """Those that nobody has taken, of those in sight, each held and with what the rules ask of it."""
    new = live(group).filter(incident__state=IncidentState.RECEIVED).order_by("incident_id")
    uuids = new.values_list("incident__uuid", flat=True)
    found = (incident(uuid, hold=True) for uuid in uuids)
    return [one for one in found if one]


def number_new(group: IncidentGroup) -> int:
    """How many of those in sight nobody has taken."""
    return live(group).filter(incident__state=IncidentState.RECEIVED).count()


def member(group: IncidentGroup, incident: UUID) -> GroupMember | None:
    return live(group).filter(incident__uuid=incident).select_related("incident").first()


class Place(NamedTuple):
    """A unit where it happened: in the months shown, and in all."""

    name: str
    lately: int
    ever: int
    code: str


@dataclass(frozen=True)
class Counted:
    """How many reports in sight, where they happened, and how many of them each month, the oldest first.

    `worst`: how many of them led to death, and how many to severe harm.
    """

    total: int
    months: list[tuple[date, int]]
    units: list[Place]
    worst: tuple[int, int]

    def kept(self) -> dict[str, Any]:
        """The same as it is stored, for what must stay as it was."""
        months = [(month.isoformat(), number) for month, number in self.months]
        return {"total": self.total, "months": months, "units": self.units, "worst": self.worst}

    @classmethod
    def of(cls, kept: dict[str, Any]) -> "Counted":
        return cls(
            total=kept["total"],
            months=[(date.fromisoformat(month), number) for month, number in kept["months"]],
            units=[Place(*one) for one in kept["units"]],
            worst=tuple(kept["worst"]),
        )


def counted(group: IncidentGroup, on: date) -> Counted:
    """Of all there is, and month by month for the last twelve: one question."""
    return counted_of(live(group), on)


def counted_of(found: QuerySet[Any], on: date, back: int = MONTHS) -> Counted:
    """The same of any reports that belong to something."""
    rows = [_Row(*row) for row in _by_unit_and_month(found)]
    months = [first_of_month(on, one) for one in range(back - 1, -1, -1)]
    of_month, harmed = dict.fromkeys(months, 0), Counter[str]()
    ever, lately = Counter[tuple[str, str]](), Counter[tuple[str, str]]()
    for one in rows:
        place, month = (one.code, one.name), one.month.date()
        harmed[one.harm] += one.number
        ever[place] += one.number
        if month in of_month:
            of_month[month] += one.number
            lately[place] += one.number
    return Counted(
        total=ever.total(),
        months=list(of_month.items()),
        units=_places(ever, lately),
        worst=(harmed[Harm.DEATH], harmed[Harm.SEVERE]),
    )


def _places(ever: Counter[tuple[str, str]], lately: Counter[tuple[str, str]]) -> list[Place]:
    """The one with most first; of several with one name each has its code beside it."""
    names = Counter(name for _code, name in ever)
    found = [
        Place(name if names[name] == 1 else f"{name} ({code})", lately[code, name], number, code)
        for (code, name), number in ever.items()
    ]
    return sorted(found, key=lambda place: (-place.ever, place.name))


class _Row(NamedTuple):
    code: str
    name: str
    month: datetime
    harm: str
    number: int


def _by_unit_and_month(found: QuerySet[Any, Any]) -> QuerySet[Any, Any]:
    facts = ("incident__unit__code", "incident__unit__name", "month", "incident__harm_actual")
    counted: QuerySet[Any, Any] = (
        found.annotate(month=TruncMonth("incident__reported_at", tzinfo=OSLO))
        .values_list(*facts)
        .annotate(number=Count("pk"))
        .order_by(*facts)
    )
    return counted


def history(group: IncidentGroup) -> list[GroupStep]:
    """What was done with it, the newest first."""
    return list(group.steps.select_related("by").order_by("-pk")[:STEPS])


def like(group: IncidentGroup, text: str, on: date) -> list[Listed]:
    """Reports at the unit and below it that one may add: the newest, or those that the words find."""
    found = incidents_for(Filters(text=text, unit=group.unit), on)
    inside = set(
        live(group)
        .filter(incident__one_of=[one.pk for one in found])
        .values_list("incident", flat=True)
    )
    free = [one for one in found if one.pk not in inside and one.state != IncidentState.ASIDE]
    return free[:CHOICES]


def chosen(uuids: Collection[str]) -> list[Incident]:
    found = Incident.objects.filter(uuid__one_of=[UUID(one) for one in uuids])
    return list(found.select_related("responsible_unit").order_by("pk"))


@asks
def _groups_of(incident: int) -> QuerySet[GroupMember]:
    found = GroupMember.objects.filter(incident=incident, left_at__isnull=True)
    return found.select_related("group__unit").order_by("-group_id")


def groups_of(incident: Incident) -> list[IncidentGroup]:
    """Those in sight that the report belongs to."""
    return [one.group for one in _groups_of(incident.pk)]


def units_for(incident: Incident, standing: Standing) -> list[Unit]:
    """Where a samleavvik of it may begin: its unit and those above, where one handles; the nearest first."""
    above = [int(pk) for pk in incident.responsible_unit.path.split(".") if pk]
    mine = [pk for pk in above if standing.allows(Permission.HANDLE_INCIDENTS, pk)]
    return list(Unit.objects.filter(pk__one_of=mine).order_by("-path"))
