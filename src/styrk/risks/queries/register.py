"""The register of risks: the list, and one risk with all that hangs on it."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef, Prefetch, Q, QuerySet
from django.db.models.functions import JSONObject, Left

from styrk.access.permissions import Permission
from styrk.access.queries import Standing
from styrk.core.scope import NONE, current
from styrk.goals.models import Goal
from styrk.goals.queries import in_year
from styrk.goals.states import State as GoalState
from styrk.organisation.models import Person, Unit
from styrk.organisation.rules import in_force
from styrk.requirements.models import Placement, Requirement
from styrk.requirements.states import State as PlacementState
from styrk.risks.models import (
    Proposal,
    Rating,
    Risk,
    RiskAction,
    RiskGoal,
    RiskPlacement,
    RiskStep,
)
from styrk.risks.states import LIVE, SERIOUS, Interaction, State, Zone
from styrk.ui.paging import Place

PAGE = 50
# What a requirement is named by.
REQUIREMENT: JSONObject = JSONObject(
    point="placement__requirement__point",
    title="placement__requirement__title",
    text=Left("placement__requirement__text", 80),
)
# What an action is told by: as `upward.as_action`.
ACTION: JSONObject = JSONObject(
    uuid="action__uuid",
    title="action__title",
    owner="action__owner__name",
    due="action__due",
    state="action__state",
    effect="action__effect",
)
# What a goal is named by, and who may open it.
GOAL: JSONObject = JSONObject(
    uuid="goal__uuid",
    title="goal__title",
    unit="goal__unit_id",
    trust="goal__trust_id",
    where="goal__unit__name",
)
# More than one looks through in a list to choose from.
CHOICES = 60


# What is asked for as one, beside each zone by itself.
ZONES = {"unrated": ("",), SERIOUS: (Zone.YELLOW, Zone.RED)}


@dataclass(frozen=True)
class Filters:
    """What a list of risks is limited to; empty means all that are live.

    `only` leaves out the units below. `cell` is a likelihood and a consequence in the matrix with
    the id `matrix_id`.
    """

    unit: Unit | None = None
    only: bool = False
    zone: str = ""
    shared: bool = False
    late: bool = False
    mine: bool = False
    ended: bool = False
    cell: tuple[int, int] | None = None
    matrix_id: int | None = None
    theme: str = ""
    other_matrix: bool = False


def risk(uuid: UUID) -> Risk | None:
    """One risk, if the person in scope may see it, with `acts`: what is done about it,
    and `asks` and `aims`: what it threatens.
    """
    people = ("owner", "described_by", "unit", "trust", "current__matrix", "acceptance__by")
    return (
        Risk.objects.select_related(*people, "acceptance__unit")
        .prefetch_related(
            Prefetch("steps", RiskStep.objects.select_related("by").order_by("pk")),
            Prefetch("ratings", Rating.objects.select_related("by", "matrix").order_by("-pk")),
        )
        .annotate(
            acts=ArraySubquery(_actions().values(told=ACTION)),
            asks=ArraySubquery(_of_risk(RiskPlacement).values(told=REQUIREMENT)),
            aims=ArraySubquery(_of_risk(RiskGoal).values(told=GOAL)),
        )
        .filter(uuid=uuid)
        .first()
    )


def _of_risk(links: type[RiskPlacement] | type[RiskGoal]) -> QuerySet[Any]:
    return links.objects.filter(removed_at__isnull=True, risk=OuterRef("pk")).order_by("pk")


def threatened(risk: Risk) -> list[Requirement]:
    """What the risk threatens, to be named; `risk` is one that was fetched by itself."""
    return [Requirement(**told) for told in risk.asks]  # type: ignore[attr-defined]


def threatened_goals(risk: Risk, standing: Standing) -> list[Mapping[str, Any]]:
    """The goals it threatens, of those that are in sight; `risk` was fetched by itself."""
    told: list[Mapping[str, Any]] = risk.aims  # type: ignore[attr-defined]
    below = standing.may.get(Permission.SEE_REQUIREMENTS, NONE)
    return [one for one in told if one["trust"] in standing.trusts or one["unit"] in below]


def _actions() -> QuerySet[Any]:
    return RiskAction.objects.filter(risk=OuterRef("pk")).order_by("action__due", "pk")


def decided(risk: Risk) -> list[Mapping[str, Any]]:
    """What is done about it, as told up the line; `risk` was fetched by itself."""
    told: list[Mapping[str, Any]] = risk.acts  # type: ignore[attr-defined]
    return told


def placements_of(risk: Risk) -> list[Placement]:
    """The placed requirements that the risk points at."""
    links = _links().filter(risk=risk).select_related("placement__requirement")
    return [link.placement for link in links.order_by("pk")]


def goals_of(risk: Risk) -> list[Goal]:
    """The goals that the risk points at."""
    links = RiskGoal.objects.filter(removed_at__isnull=True, risk=risk)
    return [link.goal for link in links.select_related("goal__unit").order_by("pk")]


def _links() -> QuerySet[RiskPlacement]:
    return RiskPlacement.objects.filter(removed_at__isnull=True)


@dataclass(frozen=True)
class Lifting:
    """What a risk was lifted from, in order, and where it was lifted, the newest first."""

    sources: list[Proposal]
    proposals: list[Proposal]


def lifting_of(risk: Risk) -> Lifting:
    found = Proposal.objects.filter(Q(into=risk) | Q(risk=risk)).order_by("pk")
    rows = list(found.select_related("to_unit", "answered_by", "proposed_by"))
    up = [one for one in rows if one.risk_id == risk.pk]
    return Lifting([one for one in rows if one.into_id == risk.pk], up[::-1])


def locked(uuid: UUID) -> Risk | None:
    """The same row, held until the transaction ends."""
    return Risk.objects.select_for_update(no_key=True, of=("self",)).filter(uuid=uuid).first()


def risks_for(
    standing: Standing, filters: Filters, on: date, before: Place | None = None
) -> list[Risk]:
    """The newest risks in sight, a page (and one to know if there are more) at a time."""
    found = limited(_in_sight(standing, filters), filters, on)
    if before:
        at, pk = before
        found = found.filter(Q(described_at__lt=at) | Q(described_at=at, pk__lt=pk))
    asked = ("unit", "owner", "current__matrix", "acceptance")
    return list(found.select_related(*asked).order_by("-described_at", "-pk")[: PAGE + 1])


def _in_sight(standing: Standing, filters: Filters) -> QuerySet[Risk]:
    if filters.mine:
        return Risk.objects.filter(owner_id=standing.person_id)
    return Risk.objects.filter(current().units("risk").rows())


def limited(found: QuerySet[Risk], filters: Filters, on: date) -> QuerySet[Risk]:
    found = found.filter(state=State.ENDED) if filters.ended else found.filter(state__in=LIVE)
    found = found.filter(_where(filters))
    if filters.zone:
        found = found.filter(zone__in=ZONES.get(filters.zone, (filters.zone,)))
    if filters.shared:
        found = found.exclude(interaction=Interaction.NONE)
    if filters.late:
        found = found.filter(review_on__lt=on)
    if filters.theme:
        found = found.filter(themes__contains=[filters.theme])
    return found.filter(_rated(filters))


def _where(filters: Filters) -> Q:
    if filters.unit is None:
        return Q()
    return Q(unit=filters.unit) if filters.only else Q(unit__path__startswith=filters.unit.path)


def _rated(filters: Filters) -> Q:
    if filters.other_matrix:
        return Q(current__isnull=False) & ~Q(current__matrix_id=filters.matrix_id)
    if filters.cell is None:
        return Q()
    likelihood, consequence = filters.cell
    return Q(
        current__matrix_id=filters.matrix_id,
        current__likelihood=likelihood,
        current__consequence=consequence,
    )


def titles(uuids: Collection[UUID]) -> Mapping[UUID, str]:
    """Titles of those risks that the person in scope may see."""
    return dict(Risk.objects.filter(uuid__in=uuids).values_list("uuid", "title"))


def keeping_units(standing: Standing, on: date) -> list[Unit]:
    """Where the person may put a risk: the units of own posts first, then those below."""
    keeps = standing.may.get(Permission.KEEP_RISKS, NONE)
    if not keeps:
        return []
    own = {post.unit_id for post in standing.posts}
    units = Unit.objects.filter(keeps.rows("pk", "trust"), in_force(on)).order_by("path")
    found = list(units.select_related("trust")[:CHOICES])
    return sorted(found, key=lambda unit: (unit.pk not in own, unit.path))


def placements_for(unit: Unit) -> list[Placement]:
    """The requirements placed at the unit that a risk there may threaten."""
    there = Placement.objects.filter(
        unit=unit, state__in=[PlacementState.PLACED, PlacementState.ACCEPTED]
    )
    return list(there.select_related("requirement").order_by("pk")[:CHOICES])


def goals_for(unit: Unit, on: date) -> list[Goal]:
    """What a risk at the unit may threaten: goals of the year there and above in the trust, its own
    first.
    """
    line = [int(pk) for pk in unit.path.split(".") if pk]
    found = Goal.objects.filter(
        in_year(on.year),
        unit__one_of=line,
        trust_id=unit.legal_id,
        state__in=[GoalState.PROPOSED, GoalState.AGREED],
    )
    return list(found.select_related("unit").order_by("-unit__path", "pk")[:CHOICES])


def own_unit(standing: Standing) -> Unit | None:
    """Where the person stands highest of the posts that see risks."""
    seen = standing.scope.units("risk")
    held = [post.unit_id for post in standing.posts if post.unit_id in seen]
    return Unit.objects.filter(pk__in=held).select_related("trust").order_by("path").first()


def own_trust(person: Person, standing: Standing) -> Unit | None:
    """The trust that the person belongs to: where posts are held, the home unit's among them first."""
    home = person.home_unit.legal_id if person.home_unit else None
    held = sorted(standing.trusts)
    own = home if home in held or not held else held[0]
    return Unit.objects.filter(pk=own).first() if own else None
