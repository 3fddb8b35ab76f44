"""Where a sentence went, how it goes there, and where it stopped."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db.models import (
    Case,
    Exists,
    F,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    Value,
    When,
    Window,
)
from django.db.models.functions import RowNumber

from styrk.access.queries import Standing
from styrk.core.trips import Sql, asks
from styrk.requirements.annual.shape import WORST_FIRST, together, worst_of
from styrk.requirements.models import Placement, Requirement, StatusReport
from styrk.requirements.queries.placements import NEWEST, NEWEST_SQL, OVER, in_sight
from styrk.requirements.states import Course, State


@dataclass(frozen=True)
class Below:
    """Numbers of the units below a placement that have the same requirement, by where it stands."""

    units: int = 0
    waiting: int = 0
    late: int = 0
    declined: int = 0
    accepted: int = 0
    without_report: int = 0
    met: int = 0
    on_course: int = 0
    at_risk: int = 0
    not_met: int = 0
    actions: int = 0


@dataclass(frozen=True)
class Branch:
    """A unit that has the requirement, how it says it goes, and the numbers below it."""

    placement: Placement
    course: str
    below: Below

    @property
    def said(self) -> set[str]:
        """The courses that anyone says, here or below."""
        below = (course for course in WORST_FIRST if getattr(self.below, course))
        return {self.course, *below} - {""}

    @property
    def compiled(self) -> str:
        """Here and below taken together ("" where nobody says it goes ill, and not all have spoken)."""
        is_whole = bool(self.course) and not (self.below.waiting or self.below.without_report)
        return together(self.said, is_whole=is_whole)

    @property
    def share(self) -> tuple[str, int, int]:
        """The worst that anyone says, how many say that, and how many have it and say it applies."""
        worst = worst_of(self.said)
        saying = getattr(self.below, worst) if worst else 0
        asked = 1 + self.below.units - self.below.declined
        return worst, saying + (worst == self.course), asked


NUMBERS = """
    SELECT top.id,
           count(*) AS units,
           count(*) FILTER (WHERE low.state = 'placed') AS waiting,
           count(*) FILTER (WHERE low.state = 'placed' AND low.answer_due < %(on)s) AS late,
           count(*) FILTER (WHERE low.state = 'not_applicable') AS declined,
           count(*) FILTER (WHERE low.state = 'accepted') AS accepted,
           count(*) FILTER (WHERE low.state = 'accepted' AND said.course IS NULL) AS without_report,
           count(*) FILTER (WHERE said.course = 'met') AS met,
           count(*) FILTER (WHERE said.course = 'on_course') AS on_course,
           count(*) FILTER (WHERE said.course = 'at_risk') AS at_risk,
           count(*) FILTER (WHERE said.course = 'not_met') AS not_met,
           coalesce(sum(did.actions), 0)::bigint AS actions
    FROM requirements_placement top
    JOIN organisation_unit above ON above.id = top.unit_id
    JOIN organisation_unit unit ON unit.path LIKE above.path || '_%%'
    JOIN requirements_placement low ON low.unit_id = unit.id
        AND low.requirement_id = top.requirement_id AND low.state NOT IN ('withdrawn', 'continued')
    LEFT JOIN LATERAL (
        SELECT course FROM requirements_statusreport r
        WHERE r.placement_id = low.id ORDER BY {newest} LIMIT 1) said ON low.state = 'accepted'
    LEFT JOIN LATERAL (
        SELECT count(*) AS actions FROM requirements_placementaction a
        WHERE a.placement_id = low.id) did ON true
    WHERE top.id = ANY(%(tops)s)
    GROUP BY top.id
"""


def branches(
    requirement: Requirement,
    standing: Standing,
    on: date,
    above: Placement | None = None,
    limit: int = 60,
) -> list[Branch]:
    """The units that have it, one level at a time: those nothing in sight stands above, or below one.

    Two queries, however many units there are further down.
    """
    alive = Placement.objects.filter(requirement=requirement).exclude(state__in=OVER)
    found = (
        alive.filter(in_sight(standing), above=above)
        if above
        else _tops(alive.filter(in_sight(standing)))
    )
    shown = list(
        found.annotate(course=Subquery(_latest()))
        .select_related("unit", "owner")
        .order_by("unit__name", "pk")[:limit]
    )
    below = numbers([one.pk for one in shown], on)
    return [Branch(one, one.course or "", below.get(one.pk, Below())) for one in shown]


def _tops(seen: QuerySet[Placement]) -> QuerySet[Placement]:
    """Those that were not passed on from one that is seen too."""
    return seen.exclude(Exists(seen.filter(pk=OuterRef("above"))))


def numbers(tops: list[int], on: date) -> dict[int, Below]:
    """What there is below each of the placements."""
    if not tops:
        return {}
    return {pk: Below(*counted) for pk, *counted in _numbers(tops, on)}


@asks
def _numbers(tops: list[int], on: date) -> Sql:
    return Sql(NUMBERS.format(newest=NEWEST_SQL), {"tops": tops, "on": on})


@dataclass(frozen=True)
class Gaps:
    """Where a sentence stopped: the units that have not answered, are late, are over the day it was
    to be in place, or lack an owner.
    """

    unanswered: list[Placement] = field(default_factory=list)
    late: list[Placement] = field(default_factory=list)
    overdue: list[Placement] = field(default_factory=list)
    without_owner: list[Placement] = field(default_factory=list)

    def add(self, kind: str, placement: Placement) -> None:
        getattr(self, kind).append(placement)


# Of one placement, which lists it stands in.
KINDS = {"overdue_without_owner": ("overdue", "without_owner")}


def gaps_of(requirement: Requirement, standing: Standing, on: date, limit: int = 20) -> Gaps:
    """The first of each; one question."""
    order = ("answer_due", "pk")
    seen = (
        Placement.objects.filter(in_sight(standing), requirement=requirement)
        .exclude(state__in=OVER)
        .annotate(course=Subquery(_latest()), gap=_stopped(on))
        .filter(gap__isnull=False)
        .annotate(nth=Window(RowNumber(), partition_by=F("gap"), order_by=order))
        .filter(nth__lte=limit)
    )
    found = Gaps()
    for one in seen.select_related("unit", "owner").order_by(*order):
        for kind in KINDS.get(one.gap, (one.gap,)):
            found.add(kind, one)
    return found


def is_placed(requirement: Requirement) -> bool:
    """Whether it lies with any unit at all, in sight or not."""
    return requirement.placements.exclude(state__in=OVER).exists()


def _latest() -> QuerySet[StatusReport, Any]:
    """The course that was last reported of a placement."""
    newest = StatusReport.objects.filter(placement=OuterRef("pk")).order_by(*NEWEST)
    return newest.values("course")[:1]


def _stopped(on: date) -> Case:
    """What a placement lacks, with its last `course` on it; null where it lacks nothing."""
    waiting, accepted = Q(state=State.PLACED), Q(state=State.ACCEPTED)
    alone = accepted & (Q(owner__isnull=True) | Q(owner__left_on__lt=on))
    met = Q(course=Course.MET, course__isnull=False)
    overdue = accepted & Q(due__lt=on) & ~met
    return Case(
        When(waiting & Q(answer_due__gte=on), then=Value("unanswered")),
        When(waiting, then=Value("late")),
        When(overdue & alone, then=Value("overdue_without_owner")),
        When(overdue, then=Value("overdue")),
        When(alone, then=Value("without_owner")),
    )
