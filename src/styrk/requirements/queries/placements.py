"""Placed requirements: those at a unit, and one of them whole."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef, Prefetch, Q, QuerySet, Subquery

from styrk.access.permissions import Permission
from styrk.access.queries import Standing
from styrk.access.roles import Reach
from styrk.core import clock
from styrk.core.prepared import Slot
from styrk.core.scope import NONE
from styrk.organisation.models import Unit
from styrk.organisation.queries import in_force
from styrk.requirements import periods
from styrk.requirements.models import (
    Placement,
    PlacementAction,
    PlacementStep,
    Requirement,
    StatusReport,
)
from styrk.requirements.states import Rhythm, State

PAGE = 50
# As one reads them: source by source, the newest edition first, in the order of the text.
TEXT = ("edition__source__title", "edition__source", "-edition__dated", "edition", "position")
READ = (
    "requirement__edition__source__title",
    "requirement__edition__source",
    "-requirement__edition__dated",
    "requirement__edition",
    "requirement__position",
    "pk",
)
OVER = (State.WITHDRAWN, State.CONTINUED)
# What was last said of how it goes: of the newest period, not what was last written down.
NEWEST = ("-until", "-pk")
NEWEST_SQL = "r.until DESC, r.id DESC"


@dataclass(frozen=True)
class Filters:
    """What a list of placed requirements is limited to; empty means all that are alive."""

    state: str = ""
    late: bool = False
    without_owner: bool = False
    text: str = ""


def in_sight(standing: Standing) -> Q:
    """Everything in one's own trust, and in the line below one: anyone sees where a sentence went."""
    below = standing.may.get(Permission.SEE_REQUIREMENTS, NONE)
    return Q(trust__one_of=standing.trusts) | below.rows()


def kept_by(standing: Standing) -> Q:
    """Placed at the units that the person keeps requirements for."""
    return standing.may.get(Permission.PLACE_REQUIREMENTS, NONE).rows()


# The same with slots, for questions that are written once; `sight` fills them.
SEEN = Q(trust__one_of=Slot("trusts")) | Q(unit__one_of=Slot("units"))


def sight(standing: Standing) -> dict[str, list[int]]:
    below = standing.may.get(Permission.SEE_REQUIREMENTS, NONE)
    return {
        "trusts": sorted(standing.trusts | below.trusts),
        "units": [] if below.trusts else sorted(below.ids),
    }


def unit_in_sight(standing: Standing, unit: Unit) -> bool:
    below = standing.may.get(Permission.SEE_REQUIREMENTS, NONE)
    return unit.legal_id in standing.trusts or unit.pk in below


def keeping_unit(standing: Standing) -> Unit | None:
    """Where one who keeps requirements places a law: the unit of the first such post."""
    return next(iter(keeping_units(standing)), None)


def keeping_units(standing: Standing) -> list[Unit]:
    """The units that somebody keeps requirements for, by each of their posts."""
    keeping = [p for p in standing.posts if Permission.PLACE_REQUIREMENTS in p.role.permissions]
    ids = dict.fromkeys(p.trust_id if p.role.reach is Reach.TRUST else p.unit_id for p in keeping)
    found = Unit.objects.in_bulk(list(ids))
    return [found[pk] for pk in ids]


@dataclass(frozen=True)
class Level:
    """All units that the organisation calls this, below one of them."""

    above: Unit
    name: str
    units: tuple[Unit, ...]


def levels_below(tops: Sequence[Unit], on: date) -> list[Level]:
    """The levels below each of the units and below those straight under it. One query."""
    if not tops:
        return []
    lines = Q()
    for top in tops:
        lines |= Q(path__startswith=top.path)
    units = list(Unit.objects.filter(lines, in_force(on)).order_by("name", "pk"))
    ids = {top.pk for top in tops}
    aboves = [*tops, *(one for one in units if one.parent_id in ids and one.pk not in ids)]
    return [level for above in aboves for level in _levels(above, units)]


def _levels(above: Unit, units: Sequence[Unit]) -> list[Level]:
    found: dict[str, list[Unit]] = {}
    for unit in units:
        if unit.level and unit.pk != above.pk and unit.path.startswith(above.path):
            found.setdefault(unit.level, []).append(unit)
    return [Level(above, name, tuple(them)) for name, them in sorted(found.items())]


def units_having(requirement: Requirement) -> dict[int, bool]:
    """Ids of the units where the requirement is placed already, and whether it was passed on to them."""
    there = requirement.placements.exclude(state=State.WITHDRAWN)
    return {unit: above is not None for unit, above in there.values_list("unit_id", "above_id")}


def placements_at(
    standing: Standing, unit: Unit, filters: Filters, on: date, start: int = 0
) -> list[Placement]:
    """What is placed at the unit itself, in the order of the sources; a page and one more."""
    found = Placement.objects.filter(in_sight(standing), unit=unit)
    found = (
        found.exclude(state__in=OVER) if not filters.state else found.filter(state=filters.state)
    )
    if filters.late:
        found = found.filter(state=State.PLACED, answer_due__lt=on)
    if filters.without_owner:
        found = found.filter(Q(owner__isnull=True) | Q(owner__left_on__lt=on))
    if filters.text.strip():
        found = found.filter(_says(filters.text.strip()))
    return list(_with_course(found).order_by(*READ)[start : start + PAGE + 1])


def _says(text: str) -> Q:
    return (
        Q(requirement__text__icontains=text)
        | Q(requirement__title__icontains=text)
        | Q(requirement__point=text)
        | Q(meaning__icontains=text)
    )


def _with_course(found: QuerySet[Placement]) -> QuerySet[Placement]:
    """Each with `course`: how it went when last reported."""
    latest = StatusReport.objects.filter(placement=OuterRef("pk")).order_by(*NEWEST)
    return found.annotate(course=Subquery(latest.values("course")[:1])).select_related(
        "requirement__edition__source", "unit", "owner"
    )


def placement(uuid: UUID, standing: Standing) -> Placement | None:
    """One placement with its history, if it is in sight."""
    return (
        Placement.objects.filter(in_sight(standing), uuid=uuid)
        .select_related(
            "requirement__edition__source__unit",
            "unit",
            "trust",
            "owner",
            "placed_by",
            "laid_from",
            "answered_by",
            "above__unit",
            "above__owner",
            "continues__requirement__edition__source",
        )
        .prefetch_related(
            Prefetch("steps", PlacementStep.objects.select_related("by").order_by("pk")),
            Prefetch("reports", StatusReport.objects.select_related("by").order_by(*NEWEST)),
            Prefetch("actions", PlacementAction.objects.select_related("action__owner")),
        )
        .first()
    )


def locked(uuid: UUID) -> Placement | None:
    """The same row, held until the transaction ends."""
    return Placement.objects.select_for_update(no_key=True, of=("self",)).filter(uuid=uuid).first()


def titles(uuids: Collection[UUID]) -> Mapping[UUID, str]:
    """What the placed requirements are called, by the placement's uuid."""
    found = Placement.objects.filter(uuid__in=uuids).select_related("requirement")
    return {one.uuid: str(one.requirement) for one in found}


def to_report(on: date) -> list[tuple[Placement, str]]:
    """Accepted requirements with a period over that nothing is said of, and the oldest such period."""
    said = StatusReport.objects.filter(placement=OuterRef("pk")).values("period")
    found = Placement.objects.filter(
        state=State.ACCEPTED, requirement__rhythm__in=Rhythm.values, owner__isnull=False
    ).annotate(said=ArraySubquery(said))
    asked = found.select_related("requirement", "unit", "owner").order_by("pk")
    return [(one, owed[0]) for one in asked if (owed := _owed(one, one.said, on))]


def owed(placement: Placement, on: date) -> list[str]:
    """The periods that the unit has yet to say something of, the oldest first."""
    return _owed(placement, placement.reports.values_list("period", flat=True), on)


def _owed(placement: Placement, said: Iterable[str], on: date) -> list[str]:
    """From when it was taken on, and no longer back than what the last årlig melding tells of."""
    rhythm, answered = placement.requirement.rhythm, placement.answered_at
    if placement.state != State.ACCEPTED or answered is None or not rhythm:
        return []
    since = max(clock.day(answered), date(on.year - 1, 1, 1))
    told = set(said)
    return [
        period
        for period in periods.ended_since(rhythm, since, on)
        # What is said of the whole year is said of its months and tertials.
        if not told & {period, period[:4]}
    ]


def reportable(placement: Placement, on: date) -> list[str]:
    """The periods that may be reported now, the oldest first: what is owed, the last, and this."""
    rhythm = placement.requirement.rhythm
    # Carried on from an older edition, it was answered before it was placed.
    since = clock.day(min(placement.placed_at, placement.answered_at or placement.placed_at))
    near = [periods.last_ended(rhythm, on), periods.period_of(rhythm, on)]
    lived = [period for period in near if periods.last_day(period) >= since]
    return sorted({*owed(placement, on), *lived})
